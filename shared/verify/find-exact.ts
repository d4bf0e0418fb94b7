// Places at which all letters of a literal stand, parted as in the literal, between two boundaries of words.
import { idIn, type Literal } from './pattern.ts';
import { boundaries, boundaryAt, type Skeleton } from './skeleton.ts';
import { countOf, type TokenIndex } from './token-index.ts';

/** Units of the skeleton: [from, to). */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const mostPlaces = 200;
/** Long segments stand in few places; each place is read again at its tier. */
const mostUnits = 400_000;
/** Units compared in one search. A text that repeats itself endlessly must not cost the square of its length. */
const mostWork = 4_000_000;
/** Enough to tell places apart; a longer needle makes the engine's search slow on repetitions. */
const probeLength = 64;
const fewPlaces = 64;

/** Whether an indexed text has all words the literal needs. */
export function hasWords({ words }: TokenIndex, literal: Literal): boolean {
  return literal.needed.every((token) => idIn(words, literal, token) >= 0);
}

/**
 * All places; of a text full of them the first ones from unit `after` on, then the first of all. `index`: the skeleton's
 * own, if there is one.
 */
export function findPlaces(
  skeleton: Skeleton,
  literal: Literal,
  after: number,
  index?: TokenIndex,
): Place[] {
  const few = index === undefined ? undefined : placesOfRareWord(skeleton, literal, index);
  if (few) return few;
  const behind = searchPlaces(skeleton, literal, after, Infinity);
  return after === 0 ? behind : [...behind, ...searchPlaces(skeleton, literal, 0, after)];
}

/** From the places of one rare word; undefined where no needed word is rare. */
function placesOfRareWord(
  skeleton: Skeleton,
  literal: Literal,
  index: TokenIndex,
): Place[] | undefined {
  for (const token of literal.needed) {
    const id = idIn(index.words, literal, token);
    const count = countOf(index, id);
    if (id < 0 || count > fewPlaces || index.elsewhere[id] === 1) continue;
    const offset = literal.tokens.starts[token] ?? 0;
    const places: Place[] = [];
    const first = index.first[id] ?? 0;
    for (let at = first; at < first + count; at++) {
      const from = (index.starts[index.places[at] ?? 0] ?? 0) - offset;
      if (from >= 0 && standsAt(skeleton, from, literal))
        places.push({ from, to: from + literal.skeleton.letters.length });
    }
    return places;
  }
  return undefined;
}

/** Places that begin at `first` or later, before `last`. */
function searchPlaces(
  skeleton: Skeleton,
  { skeleton: needle }: Literal,
  first: number,
  last: number,
): Place[] {
  const { letters } = skeleton;
  const length = needle.letters.length;
  const places: Place[] = [];
  if (length === 0 || length > letters.length) return places;
  const offset = probeOffset(needle);
  const probe = needle.letters.slice(offset, offset + probeLength);
  const most = Math.max(4, Math.min(mostPlaces, Math.floor(mostUnits / length)));
  let work = 0;
  let found = letters.indexOf(probe, first + offset);
  while (found >= 0 && places.length < most && work < mostWork) {
    const from = found - offset;
    if (from >= last) break;
    if (isEdge(skeleton, from) && isEdge(skeleton, from + length)) {
      const agreed = agreement(skeleton, from, needle, length);
      work += agreed;
      if (agreed === length) places.push({ from, to: from + length });
    }
    work += probeLength;
    found = letters.indexOf(probe, found + 1);
  }
  return places;
}

/** Whether the literal stands at just this unit. */
export function standsAt(skeleton: Skeleton, from: number, { skeleton: needle }: Literal): boolean {
  const length = needle.letters.length;
  return (
    isEdge(skeleton, from) &&
    isEdge(skeleton, from + length) &&
    agreement(skeleton, from, needle, length) === length
  );
}

/** A probe in the middle: openings are what texts repeat. */
function probeOffset({ letters }: Skeleton): number {
  return letters.length <= probeLength ? 0 : (letters.length - probeLength) >> 1;
}

function isEdge(skeleton: Skeleton, at: number): boolean {
  return (boundaryAt(skeleton, at) & boundaries.edge) !== 0;
}

const readings = boundaries.join | boundaries.split;

/** How many units agree from the beginning on, their boundaries included. */
export function agreement(
  skeleton: Skeleton,
  from: number,
  needle: Skeleton,
  length: number,
  needleFrom = 0,
): number {
  const { letters, marks } = skeleton;
  if (from + length > letters.length) return 0;
  for (let i = 0; i < length; i++) {
    if (letters.charCodeAt(from + i) !== needle.letters.charCodeAt(needleFrom + i)) return i;
    // What lies before the first unit is the edge's matter.
    const both = (marks[from + i] ?? 0) & (needle.marks[needleFrom + i] ?? 0);
    if (i > 0 && (both & readings) === 0) return i;
  }
  return length;
}
