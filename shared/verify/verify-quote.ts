// One quote against one source: each segment at its best place after the one before, and what the cuts hide.
import { alteredPlaces } from './altered-places.ts';
import { edgeFlags } from './edge-flags.ts';
import { markedPlaces, plainPlaces } from './exact-places.ts';
import type { Found } from './found.ts';
import { gapFlags } from './gap-flags.ts';
import type { PreparedSource } from './prepare-source.ts';
import { prepareQuery, type Query } from './query.ts';
import { readQuote } from './quote-segments.ts';
import {
  rankOf,
  tiers,
  type Flag,
  type QuoteVerdict,
  type SegmentVerdict,
  type Tier,
} from './verdict.ts';

/** Shorter segments prove nothing unless they stand in one place only. */
const leastWords = 5;

/** Holds a quote against one source. `hint`: offset at which its first segment stood when last seen. */
export function verifyQuote(quote: string, source: PreparedSource, hint?: number): QuoteVerdict {
  return verdictAt(placeSegments(readQuote(quote).map(prepareQuery), source, hint), source);
}

/** A segment with the place chosen for it. */
export interface Chosen {
  readonly query: Query;
  readonly tier: Tier;
  readonly found?: Found;
  readonly places: number;
}

/** Where each segment stands in the source, without a word on differences and flags. */
export function placeSegments(
  queries: readonly Query[],
  source: PreparedSource,
  hint?: number,
): Chosen[] {
  const chosen: Chosen[] = [];
  let after = 0;
  for (const query of queries) {
    for (const own of chooseAll(query, source, after, chosen.length === 0 ? hint : undefined)) {
      chosen.push(own);
      if (own.found && isPlaced(own.tier)) after = own.found.end;
    }
  }
  return chosen;
}

/** The worst tier; a quote without segments proves nothing. */
export function worstTier(chosen: readonly Chosen[]): Tier {
  const worst = chosen.reduce((rank, { tier }) => Math.max(rank, rankOf(tier)), -1);
  return tiers[worst] ?? 'too-short';
}

/** The whole verdict of segments that have been placed. */
export function verdictAt(chosen: readonly Chosen[], source: PreparedSource): QuoteVerdict {
  const segments = chosen.map((own, i) => verdictOf(own, chosen, i, source));
  return { verdict: worstTier(chosen), segments };
}

/** Weak places are guesses: nothing is ordered by them. */
function isPlaced(tier: Tier): boolean {
  return tier !== 'weak' && tier !== 'not-found';
}

/** A segment, or the parts it falls into at bare ellipses when it is not found whole. */
function chooseAll(
  query: Query,
  source: PreparedSource,
  after: number,
  hint: number | undefined,
): Chosen[] {
  const exact = exactPlaces(query, source, after);
  if (exact.length > 0 || query.parts.length === 0) {
    return [
      choose(query, exact.length > 0 ? exact : inexactPlaces(query, source, hint), after, hint),
    ];
  }
  const chosen: Chosen[] = [];
  let from = after;
  for (const part of query.parts) {
    const [own] = chooseAll(part, source, from, chosen.length === 0 ? hint : undefined);
    if (own === undefined) continue;
    chosen.push(own);
    if (own.found && isPlaced(own.tier)) from = own.found.end;
  }
  return chosen;
}

function exactPlaces(query: Query, source: PreparedSource, after: number): Found[] {
  const plain = plainPlaces(query, source, after);
  return plain.length > 0 ? plain : markedPlaces(query, source, after);
}

function inexactPlaces(query: Query, source: PreparedSource, hint: number | undefined): Found[] {
  return query.fuzzy.size < leastWords ? [] : alteredPlaces(query, source, hint);
}

/** The best tier after the segment before, there the first place (or, for a hint, the nearest); else one before it. */
function choose(
  query: Query,
  found: readonly Found[],
  after: number,
  hint: number | undefined,
): Chosen {
  const behind = found.filter(({ start }) => start >= after);
  const pool = behind.length > 0 ? behind : found;
  const best = pool.reduce((rank, { tier }) => Math.min(rank, rankOf(tier)), Infinity);
  const equal = pool.filter(({ tier }) => rankOf(tier) === best);
  const place = hint === undefined ? firstOf(equal) : nearestTo(equal, hint);
  if (place === undefined) return { query, tier: 'not-found', places: 0 };
  const places = found.filter(({ tier }) => tier === place.tier).length;
  return { query, tier: tierOf(query, place, places, behind.length > 0), found: place, places };
}

function tierOf(query: Query, place: Found, places: number, isBehind: boolean): Tier {
  if (!isBehind && place.tier !== 'weak') return 'out-of-order';
  return query.fuzzy.size < leastWords && places > 1 ? 'too-short' : place.tier;
}

/** Of altered places the one that agrees best. */
function firstOf(found: readonly Found[]): Found | undefined {
  return found.toSorted((a, b) => b.similarity - a.similarity || a.start - b.start)[0];
}

function nearestTo(found: readonly Found[], hint: number): Found | undefined {
  return found.toSorted((a, b) => Math.abs(a.start - hint) - Math.abs(b.start - hint))[0];
}

function verdictOf(
  own: Chosen,
  all: readonly Chosen[],
  i: number,
  source: PreparedSource,
): SegmentVerdict {
  const { query, tier, found, places } = own;
  const { text } = query.segment;
  if (found === undefined) {
    return { text, tier, similarity: 0, places, differences: [], flags: [] };
  }
  const { start, end, similarity } = found;
  const differences = tier === 'out-of-order' ? [] : found.differences();
  const flags = isPlaced(tier) ? [...found.flags, ...contextOf(own, all, i, source)] : found.flags;
  return { text, tier, start, end, similarity, places, differences, flags };
}

function contextOf(own: Chosen, all: readonly Chosen[], i: number, source: PreparedSource): Flag[] {
  const { found, query, tier } = own;
  if (found === undefined) return [];
  const before = neighbour(all[i - 1]);
  const next = all[i + 1];
  const after = next?.tier === 'out-of-order' ? undefined : neighbour(next);
  const flags = edgeFlags(source, {
    start: found.start,
    end: found.end,
    segment: query.segment,
    isFirst: i === 0,
    isLast: i === all.length - 1,
    after: before && tier !== 'out-of-order' ? before.end : 0,
    before: after ? after.start : Infinity,
  });
  if (before === undefined || tier === 'out-of-order') return flags;
  return [...flags, ...gapFlags(source, before, { start: before.end, end: found.start })];
}

/** A neighbour that stands where it should. */
function neighbour(chosen: Chosen | undefined): Found | undefined {
  return chosen && isPlaced(chosen.tier) ? chosen.found : undefined;
}
