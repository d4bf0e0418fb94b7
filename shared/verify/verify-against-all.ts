import { prepareSource, type PreparedSource } from './prepare-source.ts';
import { prepareQuery } from './query.ts';
import { readQuote } from './quote-segments.ts';
import { rankOf, type QuoteVerdict } from './verdict.ts';
import { verifyQueries } from './verify-quote.ts';

export interface BestVerdict {
  /** Index of the source that agrees best; absent where no segment is found in any. */
  readonly best?: number;
  readonly verdict: QuoteVerdict;
  /** The other sources in which the quote is altered or better, by index. */
  readonly others: readonly { readonly index: number; readonly verdict: QuoteVerdict }[];
}

/**
 * Holds a quote against every source. The best has the smallest verdict, then the smaller sum of segment ranks, then the
 * higher mean similarity; of equal ones `preferred` (the cited source's index) wins, else the first.
 */
export function verifyAgainstAll(
  quote: string,
  sources: readonly PreparedSource[],
  preferred?: number,
): BestVerdict {
  const queries = readQuote(quote).map(prepareQuery);
  let best: number | undefined;
  let bestScore: readonly number[] = [];
  let verdict = verifyQueries(queries, nowhere);
  const good: { readonly index: number; readonly verdict: QuoteVerdict }[] = [];
  sources.forEach((source, index) => {
    const own = verifyQueries(queries, source);
    if (!own.segments.some(({ start }) => start !== undefined)) return;
    if (rankOf(own.verdict) <= rankOf('altered')) good.push({ index, verdict: own });
    const score = scoreOf(own);
    const order = best === undefined ? -1 : compare(score, bestScore);
    if (order > 0 || (order === 0 && index !== preferred)) return;
    [best, bestScore, verdict] = [index, score, own];
  });
  const others = good.filter(({ index }) => index !== best);
  return best === undefined ? { verdict, others } : { best, verdict, others };
}

/** Where nothing is found. */
const nowhere = prepareSource({ text: '', skipped: [], sections: [] });

/** Smaller is better. */
function scoreOf({ verdict, segments }: QuoteVerdict): number[] {
  const ranks = segments.reduce((sum, { tier }) => sum + rankOf(tier), 0);
  const similarity = segments.reduce((sum, segment) => sum + segment.similarity, 0);
  return [rankOf(verdict), ranks, -similarity / Math.max(1, segments.length)];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
