import type { PreparedSource } from './prepare-source.ts';
import type { QuoteVerdict } from './verdict.ts';

/** Holds a quote against one source. `hint`: offset at which its first segment stood when last seen. */
export function verifyQuote(quote: string, source: PreparedSource, hint?: number): QuoteVerdict {
  throw new Error(`not built yet: ${quote.length} ${source.source.text.length} ${hint ?? ''}`);
}
