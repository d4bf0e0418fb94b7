// What is read of a PDF's characters: folded where a font writes a form of a letter, dropped where nothing can be seen.

import { isBlank } from './blank.ts';
import type { MapBuilder } from './map-builder.ts';

const softHyphen = 0xad;
/**
 * Latin ligatures, Hebrew and Arabic presentation forms, Kangxi radicals (Chromium's CJK fonts give U+2F08 for 人). Not
 * full NFKC, which would turn ² into 2 and full-width punctuation into ASCII.
 */
const form = /[\u2f00-\u2fdf\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]/;
const firstForm = 0x2f00;

/** Writes a stretch of the original that begins at squeezed offset `s`: blanks fold to one, soft hyphens go. */
export function writeVerbatim(out: MapBuilder, page: number, s: number, text: string): void {
  write(out, page, s, text, false);
}

/** The same, with presentation forms folded to the letters they stand for. */
export function writeGlyphs(out: MapBuilder, page: number, s: number, text: string): void {
  write(out, page, s, text, true);
}

function write(out: MapBuilder, page: number, s: number, text: string, folding: boolean): void {
  let from = 0;
  let place = s;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code < 0x7f) continue; // most characters by far
    const blank = isBlank(code);
    const folds = folding && code >= firstForm && form.test(text.charAt(i));
    if (!blank && !folds && code !== softHyphen) continue;
    out.copy(page, place, text.slice(from, i));
    place += i - from;
    from = i + 1;
    if (blank) {
      out.space();
      continue;
    }
    if (folds) out.fold(page, place, 1, lettersOf(text.charAt(i)));
    place++;
  }
  out.copy(page, place, text.slice(from));
}

/** Decompositions of isolated Arabic marks begin with a space. */
function lettersOf(glyph: string): string {
  return glyph.normalize('NFKC').replace(/\s+/g, '');
}

/** Control and private-use characters, and U+FFFD: marks of a font without a usable ToUnicode table. */
export function countUnreadable(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x7f) continue;
    const control = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    const withoutMeaning = (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd;
    if ((control && !isBlank(code)) || withoutMeaning) count++;
  }
  return count;
}

const brackets = '()[]{}';
const mirrored = ')(][}{';

export function mirrorBrackets(text: string): string {
  return text.replace(/[()[\]{}]/g, (bracket) => mirrored.charAt(brackets.indexOf(bracket)));
}
