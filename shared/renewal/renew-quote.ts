// A source has a new text: what becomes of a quote. It goes along where every passage says the same; else it stays as it was
// made, and a person decides.
import { reanchor, type Reanchored } from '../anchor/reanchor.ts';
import type { QuoteContent } from '../evidence/quote.ts';
import { placedDraft } from '../quote/check-quote.ts';
import { draftOf, type QuoteDraft } from '../quote/draft.ts';
import type { PreparedSource } from '../verify/prepare-source.ts';
import type { Difference } from '../verify/verdict.ts';

export type RenewedQuote =
  | { readonly how: 'exact' | 'moved'; readonly draft: QuoteDraft }
  /** No difference where only its passages stand in another order, or a bracket has no sure place. */
  | { readonly how: 'changed'; readonly differences: readonly Difference[] }
  | { readonly how: 'orphaned' };

export function renewQuote(content: QuoteContent, now: PreparedSource): RenewedQuote {
  const draft = placedDraft(content, now.source.text, newText);
  if (draft !== undefined) return { how: isWhereItWas(content, draft) ? 'exact' : 'moved', draft };
  const found = content.passages.map(({ anchor }) => reanchor(anchor, now));
  if (found.some(({ how }) => how === 'orphaned')) return { how: 'orphaned' };
  const differences = found.flatMap((each) => (each.how === 'changed' ? each.differences : []));
  const isSaid = found.every(({ how }) => how !== 'changed');
  return (isSaid ? withoutEdits(content, found) : undefined) ?? { how: 'changed', differences };
}

/** No working copy is called so: what `placedDraft` is given is never the text the quote was made on. */
const newText = '';

function isWhereItWas({ passages }: QuoteContent, draft: QuoteDraft): boolean {
  return passages.every(({ anchor }, i) => anchor.start === draft.passages[i]?.start);
}

/** Passages of other typography have other lengths: brackets and emphasis inside them have no sure place. */
function withoutEdits(
  content: QuoteContent,
  found: readonly Reanchored[],
): RenewedQuote | undefined {
  if (content.edits.length + content.emphasis.length > 0) return undefined;
  const draft = draftOf(content);
  const passages = draft.passages.flatMap((passage, i) => {
    const place = found[i];
    if (place === undefined || place.how === 'orphaned') return [];
    return [{ ...passage, start: place.start, end: place.end }];
  });
  const isInOrder = passages.every(({ start }, i) => (passages[i - 1]?.end ?? 0) <= start);
  return isInOrder ? { how: 'moved', draft: { ...draft, passages } } : undefined;
}
