// How much two texts share, estimated from a few hundred hashes each (A. Broder, “On the resemblance and containment of
// documents”, 1997; bottom-k sketches).
import { foldTokens, mix } from './folded-tokens.ts';

/** The smallest hashes of a text's shingles: at most 512, whatever the length of the text. */
export interface Sketch {
  /** Ascending, without repeats. */
  readonly hashes: Uint32Array<ArrayBuffer>;
  /** True where `hashes` holds every shingle of the text. */
  readonly whole: boolean;
}

const sketchSize = 512;
const wordsInShingle = 5;
const charactersInShingle = 4;

/** `skipped` (sorted) is left out: an archive's boilerplate says nothing about the work. */
export function sketchText(
  text: string,
  skipped: readonly { readonly start: number; readonly end: number }[] = [],
): Sketch {
  const { hashes, single } = foldTokens(text, skipped);
  const shingles = new Uint32Array(hashes.length);
  let count = 0;
  for (let at = 0; at < hashes.length; at++) {
    const length = single[at] === 1 ? charactersInShingle : wordsInShingle;
    // A text shorter than a shingle is one.
    if (at + length > hashes.length && at > 0) continue;
    let hash = 0;
    for (let i = at; i < Math.min(at + length, hashes.length); i++)
      hash = Math.imul(hash, 31) + (hashes[i] ?? 0);
    shingles[count++] = mix(hash);
  }
  return smallest(shingles.subarray(0, count));
}

function smallest(shingles: Uint32Array<ArrayBuffer>): Sketch {
  shingles.sort();
  const kept = new Uint32Array(sketchSize);
  let count = 0;
  let last = -1;
  for (const hash of shingles) {
    if (hash === last) continue;
    if (count === sketchSize) return { hashes: kept, whole: false };
    kept[count++] = hash;
    last = hash;
  }
  return { hashes: kept.slice(0, count), whole: true };
}

/** What two sketches tell of their texts: of the shingles below a bound that both know, how many each has and both have. */
export interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly both: number;
}

/**
 * Undefined where less than `least` (0 to 1) of the text that has fewer shingles stands in the other. That is seen after a
 * part of the hashes, and true of nearly every pair of a library.
 */
export function overlap(a: Sketch, b: Sketch, least: number): Overlap | undefined {
  const bound = Math.min(boundOf(a), boundOf(b));
  const [one, other] = [a.hashes, b.hashes];
  const [ofOne, ofOther] = [countUpTo(one, bound), countUpTo(other, bound)];
  const needed = least * Math.min(ofOne, ofOther);
  let i = 0;
  let j = 0;
  let both = 0;
  while (i < ofOne && j < ofOther && both + Math.min(ofOne - i, ofOther - j) >= needed) {
    const x = one[i] ?? 0;
    const y = other[j] ?? 0;
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both < needed ? undefined : { a: ofOne, b: ofOther, both };
}

/** Up to here a sketch knows every shingle of its text. */
function boundOf({ hashes, whole }: Sketch): number {
  return whole ? Infinity : (hashes.at(-1) ?? Infinity);
}

/** How many of ascending numbers are no greater than a bound. */
function countUpTo(ascending: Uint32Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
