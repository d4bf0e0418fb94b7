// What is read of a PDF's characters: folded where a font writes a form of a letter, dropped where nothing can be seen.

import { isBlank } from './blank.ts';
import type { MapBuilder } from './map-builder.ts';

/**
 * White space and soft hyphens; Latin ligatures, Hebrew and Arabic presentation forms, Kangxi radicals (Chromium's CJK fonts give U+2F08 for 人). Not
 * full NFKC, which would turn ² into 2 and full-width punctuation into ASCII.
 */
const special =
  /[\s\u00ad\u2f00-\u2fdf\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc]/g;

/** Writes a stretch of the original that begins at squeezed offset `s`: blanks fold to one, soft hyphens go. */
export function writeVerbatim(out: MapBuilder, page: number, s: number, text: string): void {
  write(out, page, s, text, /[\s\u00ad]/g);
}

/** The same, with presentation forms folded to the letters they stand for. */
export function writeGlyphs(out: MapBuilder, page: number, s: number, text: string): void {
  write(out, page, s, text, special);
}

function write(out: MapBuilder, page: number, s: number, text: string, stops: RegExp): void {
  let from = 0;
  let place = s;
  for (const { 0: stop, index } of text.matchAll(stops)) {
    out.copy(page, place, text.slice(from, index));
    place += index - from;
    from = index + 1;
    if (isBlank(stop.charCodeAt(0))) {
      out.space();
      continue;
    }
    if (stop !== '\u00ad') out.fold(page, place, 1, stop.normalize('NFKC').replace(/\s+/g, ''));
    place++;
  }
  out.copy(page, place, text.slice(from));
}

/** Control and private characters, and U+FFFD: a font without a usable ToUnicode table. */
const unreadable = /(?!\s)[\p{Cc}\p{Co}\ufffd]/gu;

export function countUnreadable(text: string): number {
  return text.match(unreadable)?.length ?? 0;
}

const brackets = '()[]{}';
const mirrored = ')(][}{';

export function mirrorBrackets(text: string): string {
  return text.replace(/[()[\]{}]/g, (bracket) => mirrored.charAt(brackets.indexOf(bracket)));
}
