// Whether a text mentions something: what search takes for the same is the same here, but no spelling is corrected, for a
// statement that is contradicted by a slip of the pen would be no use to anybody.
import { fold, foldWithMap, originalRange, type FoldedText } from '../search/fold.ts';

/** UTF-16 offsets of the text. */
export interface TermPlace {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const mostPlaces = 200;
const unspaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** Where the terms stand, in the order of the text; at most 200 places of each. */
export function findTerms(terms: readonly string[], text: string): readonly TermPlace[] {
  const folded = foldWithMap(text);
  return terms
    .flatMap((term) => placesOf(term, folded))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether there is anything in a term that could be looked for. */
export function isTerm(term: string): boolean {
  return wordsOf(term).length > 0;
}

function placesOf(term: string, folded: FoldedText): readonly TermPlace[] {
  const words = wordsOf(term);
  if (words.length === 0) return [];
  const places: TermPlace[] = [];
  for (const match of folded.text.matchAll(patternOf(words))) {
    places.push({ term, ...originalRange(folded, match.index, match.index + match[0].length) });
    if (places.length === mostPlaces) break;
  }
  return places;
}

function wordsOf(term: string): readonly string[] {
  return fold(term).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whole words, one after the other over line ends and hyphens; the last may be a plural. Ideographs stand anywhere. */
function patternOf(words: readonly string[]): RegExp {
  const joined = words
    .map((word) => (unspaced.test(word) ? Array.from(word).join('\\s{0,2}') : word))
    .join('[^\\p{L}\\p{N}]{1,6}');
  const before = unspaced.test(words[0]?.[0] ?? '') ? '' : '(?<![\\p{L}\\p{N}])';
  const isOpen = unspaced.test(words.at(-1)?.at(-1) ?? '');
  return new RegExp(`${before}${joined}${isOpen ? '' : '(?:e?s)?(?![\\p{L}\\p{N}])'}`, 'gu');
}
