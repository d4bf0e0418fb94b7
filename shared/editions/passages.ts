// Passages that stand word for word in two texts, and in how many of many.
import { foldTokens, type FoldedTokens } from './folded-tokens.ts';

/** A stretch standing in both texts. Raw UTF-16 offsets. */
export interface SharedPassage {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** 25 words or 30 characters make a passage: fewer are a phrase anybody may use. */
const wordWeight = 6;
const characterWeight = 5;
const passageWeight = 150;
const seed = 12;
/** Of the places in `b` with the same twelve words, so many are tried. */
const placesTried = 8;

/**
 * Each stretch of `a` that stands in `b`, as long as it can be, in the order of `a`; of several places in `b` one. They
 * may overlap. Linear in both texts but for a constant.
 */
export function sharedPassages(
  a: string | FoldedTokens,
  b: string | FoldedTokens,
): SharedPassage[] {
  const [one, other] = [tokensOf(a), tokensOf(b)];
  const index = new SeedIndex(other);
  const found: SharedPassage[] = [];
  let budget = 64 * (one.hashes.length + other.hashes.length);
  let lastEnd = 0;
  for (let at = 0; at + seed <= one.hashes.length;) {
    // Hostile texts could make every match grow to the left over all earlier ones.
    const floor = budget > 0 ? 0 : lastEnd;
    const match = longestAt(one, other, index.placesOf(one, at), at, floor);
    if (match) budget -= match.work;
    if (match && weightOf(one, match.start, match.end) >= passageWeight) {
      found.push(toPassage(one, other, match));
      lastEnd = match.end;
      // The next seed holds one word that this passage does not.
      at = Math.max(at + 1, match.end - seed + 1);
    } else at++;
  }
  return found;
}

/** Where a passage stands in a source. */
export interface PassagePlace {
  /** Index in the sources given. */
  readonly source: number;
  readonly start: number;
  readonly end: number;
}

/** The sources that hold the passage, at its first place in each: together they are one origin, not several. */
export function commonOrigin(
  passage: string,
  sources: readonly (string | FoldedTokens)[],
): PassagePlace[] {
  const wanted = foldTokens(passage);
  return sources.flatMap((source, index) => {
    const held = tokensOf(source);
    const at = firstPlace(wanted.hashes, held.hashes);
    if (at === undefined) return [];
    const last = at + wanted.hashes.length - 1;
    return [{ source: index, start: held.starts[at] ?? 0, end: held.ends[last] ?? 0 }];
  });
}

function tokensOf(text: string | FoldedTokens): FoldedTokens {
  return typeof text === 'string' ? foldTokens(text) : text;
}

/** Every twelfth place of a text by the twelve tokens that begin there: a passage of 25 holds one of them whole. */
class SeedIndex {
  readonly #last = new Map<number, number>();
  readonly #earlier: Int32Array;

  constructor({ hashes }: FoldedTokens) {
    this.#earlier = new Int32Array(Math.ceil(hashes.length / seed)).fill(-1);
    // From the end, so that the first places are tried first.
    for (let slot = Math.floor((hashes.length - seed) / seed); slot >= 0; slot--) {
      const key = seedHash(hashes, slot * seed);
      this.#earlier[slot] = this.#last.get(key) ?? -1;
      this.#last.set(key, slot);
    }
  }

  placesOf({ hashes }: FoldedTokens, at: number): number[] {
    const places: number[] = [];
    let slot = this.#last.get(seedHash(hashes, at)) ?? -1;
    while (slot >= 0 && places.length < placesTried) {
      places.push(slot * seed);
      slot = this.#earlier[slot] ?? -1;
    }
    return places;
  }
}

function seedHash(hashes: Uint32Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + seed; i++) hash = (Math.imul(hash, 0x01000193) + (hashes[i] ?? 0)) | 0;
  return hash;
}

/** Tokens [start, end) of `a` are those of `b` from `other` on. */
interface Match {
  readonly start: number;
  readonly end: number;
  readonly other: number;
  readonly work: number;
}

function longestAt(
  a: FoldedTokens,
  b: FoldedTokens,
  places: readonly number[],
  at: number,
  floor: number,
): Match | undefined {
  let best: Match | undefined;
  let work = 0;
  for (const place of places) {
    let end = 0;
    while (
      at + end < a.hashes.length &&
      place + end < b.hashes.length &&
      a.hashes[at + end] === b.hashes[place + end]
    )
      end++;
    let back = 0;
    while (
      at - back > floor &&
      place - back > 0 &&
      a.hashes[at - back - 1] === b.hashes[place - back - 1]
    )
      back++;
    work += end + back;
    if (end < seed) continue;
    const longer = best === undefined || end + back > best.end - best.start;
    if (longer) best = { start: at - back, end: at + end, other: place - back, work };
  }
  return best && { ...best, work };
}

function weightOf({ single }: FoldedTokens, start: number, end: number): number {
  let weight = 0;
  for (let i = start; i < end && weight < passageWeight; i++)
    weight += single[i] === 1 ? characterWeight : wordWeight;
  return weight;
}

function toPassage(a: FoldedTokens, b: FoldedTokens, { start, end, other }: Match): SharedPassage {
  const last = end - start - 1;
  return {
    aStart: a.starts[start] ?? 0,
    aEnd: a.ends[start + last] ?? 0,
    bStart: b.starts[other] ?? 0,
    bEnd: b.ends[other + last] ?? 0,
  };
}

/** Rabin and Karp: linear, and what the hash finds is compared. */
function firstPlace(wanted: Uint32Array, held: Uint32Array): number | undefined {
  const length = wanted.length;
  if (length === 0 || length > held.length) return undefined;
  const base = 0x01000193;
  let [sought, rolling, power] = [0, 0, 1];
  for (let i = 0; i < length; i++) {
    sought = (Math.imul(sought, base) + (wanted[i] ?? 0)) | 0;
    rolling = (Math.imul(rolling, base) + (held[i] ?? 0)) | 0;
    if (i > 0) power = Math.imul(power, base);
  }
  for (let at = 0; ; at++) {
    if (rolling === sought && wanted.every((hash, i) => held[at + i] === hash)) return at;
    if (at + length >= held.length) return undefined;
    rolling = (rolling - Math.imul(held[at] ?? 0, power)) | 0;
    rolling = (Math.imul(rolling, base) + (held[at + length] ?? 0)) | 0;
  }
}
