// Calls about quotes: of single marks, composed ones, and where else their words stand.
import type { QuoteId, MarkId } from '../../../shared/evidence/ids.ts';
import type { ComposedQuote } from '../../../shared/quote/composed-quote.ts';
import type { Elsewhere } from '../../../shared/quote/in-related.ts';
import type { QuotedMark } from '../../../shared/quote/quoted-mark.ts';

export interface QuoteCalls {
  /** Quotes in copies and editions of their sources; `everywhere`: in all other sources as well, for a common origin. */
  'quotes:elsewhere': {
    request: { readonly quotes: readonly QuoteId[]; readonly everywhere?: boolean };
    response: readonly (Elsewhere & { readonly quote: QuoteId })[];
  };
  /** The marks to quote: all, or those of the given ids, in document order, sources by title. */
  'quotes:read': {
    /** `verify`: each with its proof. */
    request: { readonly marks: readonly MarkId[] | null; readonly verify?: true };
    response: readonly QuotedMark[];
  };
  /** Composed quotes in the same order, each printed and verified: all, or those of the given ids. */
  'quotes:composed': {
    request: { readonly quotes: readonly QuoteId[] | null };
    response: readonly ComposedQuote[];
  };
}
