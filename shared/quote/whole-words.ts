// Half a word in a quote proves nothing and reads as another one: what is cut, replaced or emphasised is whole words.
import type { TextRange } from '../text/text-map.ts';

/** Scripts without spaces between words: any two characters may part. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const wordish = /[\p{L}\p{N}\p{M}]/u;
/** Inside a word between two of its characters: "10,000", "P.R.C.'s", "on-site", "Xi’an". */
const inner = /[.,'’:\-\u2010\u2011\u00ad]/;
/** A word longer than this is none; it keeps a hostile text from being walked to its end. */
const mostReach = 200;

/** The range widened to whole words, without white space at its ends; undefined where it holds no character but blanks. */
export function wholeWords(text: string, range: TextRange): TextRange | undefined {
  const trimmed = trimBlanks(text, range);
  if (trimmed.start >= trimmed.end) return undefined;
  return { start: wordStart(text, trimmed.start), end: wordEnd(text, trimmed.end) };
}

/** Where the word begins that `offset` stands in; the offset itself between words. */
export function wordStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && offset - at < mostReach && isInside(text, at)) at -= stepBack(text, at);
  return at;
}

export function wordEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && at - offset < mostReach && isInside(text, at)) at += stepOn(text, at);
  return at;
}

export function trimBlanks(text: string, { start, end }: TextRange): TextRange {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  return { start: from, end: to };
}

/** Whether it holds a letter or a digit: a passage of punctuation alone is none. */
export function hasWords(text: string, { start, end }: TextRange): boolean {
  return wordish.test(text.slice(start, end));
}

/** Words as the eight that a bracket may replace are counted: by white space, and each character of an unspaced script. */
export function countWordsIn(text: string): number {
  let count = 0;
  for (const run of text.split(/\s+/)) {
    const characters = Array.from(run);
    const single = characters.filter((character) => unspaced.test(character)).length;
    const others = characters.some((each) => wordish.test(each) && !unspaced.test(each));
    count += single + Number(others);
  }
  return count;
}

/** Whether a boundary at `offset` would part one word in two. */
function isInside(text: string, offset: number): boolean {
  const before = characterBefore(text, offset);
  const after = characterAt(text, offset);
  if (before === '' || after === '') return false;
  if (text.charCodeAt(offset) >= 0xdc00 && text.charCodeAt(offset) <= 0xdfff) return true;
  if (/\p{M}/u.test(after)) return wordish.test(before);
  if (inner.test(after)) {
    return isWord(before) && isWord(characterAt(text, offset + after.length));
  }
  if (inner.test(before)) {
    return isWord(after) && isWord(characterBefore(text, offset - before.length));
  }
  return isWord(before) && isWord(after);
}

function isWord(character: string): boolean {
  return wordish.test(character) && !unspaced.test(character);
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  const low = text.charCodeAt(offset - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && offset > 1;
  return text.slice(isPair ? offset - 2 : offset - 1, offset);
}

function stepBack(text: string, offset: number): number {
  return Math.max(1, characterBefore(text, offset).length);
}

function stepOn(text: string, offset: number): number {
  return Math.max(1, characterAt(text, offset).length);
}

function isBlank(text: string, offset: number): boolean {
  return /\s/.test(text.charAt(offset));
}

const opening = /[\s([{“‘«—–]/;
const closing = /[\s)\]}”’»,.;:!?…]/;

/** Whether a bracket put in at `offset` wants a blank between itself and its neighbour on that side. */
export function standsApart(text: string, offset: number, side: 'before' | 'after'): boolean {
  const neighbour = side === 'before' ? characterBefore(text, offset) : characterAt(text, offset);
  if (unspaced.test(neighbour)) return false;
  return !(side === 'before' ? opening : closing).test(neighbour);
}
