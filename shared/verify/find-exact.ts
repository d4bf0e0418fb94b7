// Places at which all letters of a literal stand, parted as in the literal, between two boundaries of words.
import type { Literal } from './pattern.ts';
import { boundaries, boundaryAt, type Skeleton } from './skeleton.ts';

/** Units of the skeleton: [from, to). */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const mostPlaces = 1000;
/** Units compared in one search. A text that repeats itself endlessly must not cost the square of its length. */
const mostWork = 4_000_000;
/** Enough to tell places apart; a longer needle makes the engine's search slow on repetitions. */
const probeLength = 64;

/** All places, ascending; of a text full of them the first ones. */
export function findPlaces(skeleton: Skeleton, { skeleton: needle }: Literal): Place[] {
  const { letters } = skeleton;
  const length = needle.letters.length;
  const places: Place[] = [];
  if (length === 0 || length > letters.length) return places;
  const offset = probeOffset(needle);
  const probe = needle.letters.slice(offset, offset + probeLength);
  let work = 0;
  let found = letters.indexOf(probe, offset);
  while (found >= 0 && places.length < mostPlaces && work < mostWork) {
    const from = found - offset;
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

const readings = boundaries.join | boundaries.split;
