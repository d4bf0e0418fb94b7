import type { Person } from '../evidence/person.ts';
import type { Quote } from '../evidence/quote.ts';
import type { Source } from '../evidence/source.ts';
import type { Tag } from '../evidence/tag.ts';
import type { QuoteVerdict } from '../verify/verdict.ts';
import type { Elsewhere } from './in-related.ts';
import type { QuotePiece } from './render-quote.ts';

/** What is known of a quote against its source now. Only `verified` says anything of the words. */
export type QuoteProof =
  | { readonly kind: 'verified'; readonly verdict: QuoteVerdict }
  /** The source has no text that could be read, or it is damaged or missing in the locker. */
  | { readonly kind: 'no-text' }
  /** The source's text was read anew, and a passage is no longer where it was. */
  | { readonly kind: 'orphan' };

/** A quote with everything a citation and an export need: printed, and verified word for word. */
export interface ComposedQuote {
  readonly quote: Quote;
  readonly source: Source;
  /** Of the marks it came from. */
  readonly tags: readonly Tag[];
  readonly madeBy: Person;
  /** Title of the section its first passage stands in, or empty. */
  readonly section: string;
  /** Number of the paragraph its first passage stands in, as printed, or empty. */
  readonly paragraph: string;
  readonly unverified: boolean;
  readonly pieces: readonly QuotePiece[];
  readonly proof: QuoteProof;
  /** Its words, or some of them, describe a picture of the document. */
  readonly picture?: true;
  /** In copies and editions of its source, where it was asked for. */
  readonly elsewhere?: Elsewhere;
}
