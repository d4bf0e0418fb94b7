// One line → characters of the working text, with their places on the page.
import { gapIsSpace } from './bidi.ts';
import { mirrorBrackets, writeGlyphs } from './glyphs.ts';
import type { Line } from './layout.ts';
import type { MapBuilder } from './map-builder.ts';
import { isNoteReference } from './notes.ts';
import type { TextItem } from './pdf-page.ts';
import { isUnspaced } from './scripts.ts';
import type { MarkedRange } from './working-text.ts';

/** Between an unspaced script and another, justification alone makes gaps up to this part of the letter size. */
const justifiedGap = 0.3;
/** Within an unspaced script only a gap this wide, in em, parts words (cells, names). */
const ideographicGap = 0.8;

export class LineWriter {
  readonly #out: MapBuilder;
  readonly #ranges: MarkedRange[];
  readonly #mirrored: boolean;

  constructor(out: MapBuilder, ranges: MarkedRange[], body: readonly Line[]) {
    this.#out = out;
    this.#ranges = ranges;
    this.#mirrored = bracketsAreMirrored(body);
  }

  write(line: Line): void {
    const mirror = this.#mirrored && line.rtl;
    let before: TextItem | undefined;
    let blank = false;
    for (const item of line.items) {
      if (item.str.trim() === '') {
        blank = true;
        continue;
      }
      if (before) {
        const gap = blank || (!line.bidi && standsApart(before, item));
        if (gap && !isTight(before, item, blank)) this.#out.space();
      }
      const start = this.#out.length;
      writeGlyphs(this.#out, line.page, item.solid, mirror ? mirrorBrackets(item.str) : item.str);
      const end = this.#out.solidEnd;
      if (end > start && isNoteReference(item, line)) {
        this.#ranges.push({ start, end, kind: 'noteref', page: line.page });
      }
      before = item;
      blank = false;
    }
  }

  /** Ranges never overlap: within a note or a head its own markers are not marked. */
  dropReferencesFrom(start: number): void {
    while ((this.#ranges.at(-1)?.start ?? -1) >= start) this.#ranges.pop();
  }
}

/** White space at the end of a joined line: none within unspaced scripts, nor after a dash or slash that clings. */
export function needsSpaceBetween(a: Line, b: Line): boolean {
  if (/[^\s][–—]$/.test(a.text) || /\d-$/.test(a.text)) return false;
  if (/[^\s]\/$/.test(a.text) && /^[\p{Ll}\d]/u.test(b.text)) return false;
  return !(isUnspaced(a.text.at(-1)) && isUnspaced(b.text[0]));
}

function standsApart(a: TextItem, b: TextItem): boolean {
  return gapIsSpace(a, b) || overprints(a, b) || stacked(a, b);
}

/** A word printed over another one (a shadow, an overprint) is a word of its own. */
function overprints(a: TextItem, b: TextItem): boolean {
  if (a.str.length < 3 || b.str.length < 3) return false;
  const overlap = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const narrower = Math.min(a.width, b.width);
  return overlap > 0.6 * narrower && narrower > 0;
}

const digits = /^\p{N}+$/u;

/** Numbers one over the other are a fraction's, never one number: ½ is not 21. */
function stacked(a: TextItem, b: TextItem): boolean {
  if (!digits.test(a.str) || !digits.test(b.str)) return false;
  const overlap = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const narrower = Math.min(a.width, b.width);
  return overlap > 0.6 * narrower && Math.abs(a.y - b.y) > 0.5 * Math.min(a.size, b.size);
}

/**
 * No space within unspaced scripts unless a gap is a character wide; beside them none is guessed from a gap that
 * justification alone makes, but one that is written stays.
 */
function isTight(a: TextItem, b: TextItem, written: boolean): boolean {
  const sides = Number(isUnspaced(a.str.at(-1))) + Number(isUnspaced(b.str[0]));
  const gap = (b.x - a.x - a.width) / a.size;
  return (sides === 1 && !written && gap < justifiedGap) || (sides === 2 && gap < ideographicGap);
}

/**
 * pdf.js never mirrors brackets in right-to-left runs, but producers store either form. The document votes: a space
 * stands outside a bracket.
 */
function bracketsAreMirrored(lines: readonly Line[]): boolean {
  let votes = 0;
  for (const { rtl, text } of lines) {
    if (!rtl) continue;
    votes += text.match(/(?:^|\s)[)\]]\S|\S[([](?:\s|$|[.,])/g)?.length ?? 0;
    votes -= text.match(/(?:^|\s)[([]\S|\S[)\]](?:\s|$|[.,])/g)?.length ?? 0;
  }
  return votes > 0;
}
