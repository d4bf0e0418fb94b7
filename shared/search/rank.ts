// The last step: Fuse scores the best candidates, on windows small enough to be fast.
import Fuse from 'fuse.js';
import type { MatchField } from './answer.ts';

export type Windows = Readonly<Record<MatchField, string>>;

export interface Ranked {
  /** Index of the candidate. */
  readonly at: number;
  /** 0 to 1. */
  readonly score: number;
}

/** Longer than this, a window costs more time than it gains in order. */
export const windowLength = 140;
const longestPattern = 64;
const bestPossible = 1 / 8 + 0.15 + 0.06;

/**
 * Reorders candidates that come best first: their place counts, then whether the query stands in them word for word,
 * then Fuse's score. All of it folded text.
 */
export function rankByFuse(query: string, candidates: readonly Windows[]): readonly Ranked[] {
  const pattern = query.slice(0, longestPattern);
  const scores = candidates.map((windows, at) => placeScore(at) + literalScore(windows, pattern));
  const fuse = new Fuse(candidates, {
    keys: ['text', 'note', 'tag', 'title'] satisfies MatchField[],
    threshold: 0.35,
    ignoreLocation: true,
    includeScore: true,
    shouldSort: false,
  });
  for (const { refIndex, score = 1 } of fuse.search(pattern)) {
    scores[refIndex] = (scores[refIndex] ?? 0) + (1 - score) * 0.06;
  }
  return scores
    .map((score, at) => ({ at, score: score / bestPossible }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
}

/** Reciprocal rank, as in rank fusion: the first few places matter, the rest hardly. */
function placeScore(at: number): number {
  return 1 / (8 + at);
}

function literalScore(windows: Windows, pattern: string): number {
  return Object.values(windows).some((window) => window.includes(pattern)) ? 0.15 : 0;
}
