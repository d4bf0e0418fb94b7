// Find in document: where the words a person types stand in one text, whatever their case, accents, typography, and
// traditional or simplified characters. No spelling is corrected: what is painted is what was asked for.
import { indexForFinding, type FindIndex } from './find-index.ts';
import { isIdeographic } from './tokens.ts';

export interface FindQuery {
  readonly text: string;
  /** No part of a longer word; ideographs stand anywhere. */
  readonly wholeWords: boolean;
}

export interface FoundPlaces {
  /** UTF-16 offsets of the text, ascending. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  /** There are more than are told. */
  readonly isCut: boolean;
}

export const mostPlaces = 10_000;

export function findInText(index: FindIndex, { text, wholeWords }: FindQuery): FoundPlaces {
  const wanted = indexForFinding(text).letters;
  const places = wanted === '' ? signPlaces(index, text.trim()) : [];
  let at = wanted === '' ? -1 : index.letters.indexOf(wanted);
  while (at >= 0 && places.length <= mostPlaces) {
    const end = at + wanted.length;
    if (!wholeWords || (isEdge(index, at) && isEdge(index, end))) {
      places.push([index.starts[at] ?? 0, endOf(index, end - 1)]);
      at = index.letters.indexOf(wanted, end);
    } else at = index.letters.indexOf(wanted, at + 1);
  }
  const told = places.slice(0, mostPlaces).sort(([a], [b]) => a - b);
  return {
    starts: Uint32Array.from(told, ([start]) => start),
    ends: Uint32Array.from(told, ([, end]) => end),
    isCut: places.length > mostPlaces,
  };
}

/** Signs alone (“§”, “[...]”) fold to nothing: they are looked for as they stand. */
function signPlaces({ text }: FindIndex, sign: string): [number, number][] {
  const places: [number, number][] = [];
  let at = sign === '' ? -1 : text.indexOf(sign);
  while (at >= 0 && places.length <= mostPlaces) {
    places.push([at, at + sign.length]);
    at = text.indexOf(sign, at + sign.length);
  }
  return places;
}

function endOf({ starts, lengths }: FindIndex, unit: number): number {
  return (starts[unit] ?? 0) + (lengths[unit] ?? 0);
}

/** Whether a word may begin or end between the unit before `at` and the one at it. */
function isEdge({ letters }: FindIndex, at: number): boolean {
  if (at === 0 || at >= letters.length) return true;
  const before = letters.charAt(at - 1);
  const after = letters.charAt(at);
  if (before <= ' ' || after <= ' ') return true;
  return isIdeographic(before) || isIdeographic(after);
}
