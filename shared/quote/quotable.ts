// What an export carries: marked passages as they stand, and quotes composed of them.
import type { MarkId, QuoteId } from '../evidence/ids.ts';
import { displayTitle } from '../evidence/source.ts';
import type { ComposedQuote } from './composed-quote.ts';
import { pinpoint, quotePinpoint } from './pinpoint.ts';
import type { QuotedMark } from './quoted-mark.ts';

export type Quotable = QuotedMark | ComposedQuote;

export function isComposed(one: Quotable): one is ComposedQuote {
  return 'quote' in one;
}

export function quotableId(one: Quotable): MarkId | QuoteId {
  return isComposed(one) ? one.quote.id : one.mark.id;
}

export function pinpointOf(one: Quotable): string {
  return isComposed(one) ? quotePinpoint(one) : pinpoint(one);
}

/** Sources by title; within each in the order of the source, a quote before the marks it begins with. */
export function inSourceOrder(all: readonly Quotable[]): readonly Quotable[] {
  return all.toSorted(
    (a, b) =>
      displayTitle(a.source).localeCompare(displayTitle(b.source)) ||
      (a.source.id < b.source.id ? -1 : Number(a.source.id !== b.source.id)) ||
      startOf(a) - startOf(b) ||
      Number(isComposed(b)) - Number(isComposed(a)),
  );
}

function startOf(one: Quotable): number {
  return isComposed(one) ? (one.quote.passages[0]?.anchor.start ?? 0) : one.mark.anchor.start;
}

/** Marks that a quote was made of. */
export function marksInQuotes(composed: readonly ComposedQuote[]): ReadonlySet<MarkId> {
  return new Set(composed.flatMap(({ quote }) => quote.passages.flatMap(({ mark }) => mark ?? [])));
}
