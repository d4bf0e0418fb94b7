// What changes of composed quotes add up to.
import type { QuoteId } from '../evidence/ids.ts';
import { contentOf, type Quote } from '../evidence/quote.ts';
import type { Folds, LibraryDraft } from './library-draft.ts';

export const quoteFolds = {
  'quote-made': ({ quotes }, { payload: { quote: id, source, content }, at, person }) => {
    const made = { madeBy: person, madeAt: at, changedAt: at };
    quotes.set(id, { ...content, ...made, id, source, removed: false });
  },
  'quote-changed': (draft, { payload: { quote, content }, at }) => {
    changeQuote(draft, quote, at, content);
  },
  translated: ({ quotes }, { payload: { quote: id, translation }, at }) => {
    const held = quotes.get(id);
    if (held === undefined) return;
    const { source, madeBy, madeAt, removed } = held;
    quotes.set(id, {
      ...contentOf(held),
      ...{ id, source, madeBy, madeAt, removed, changedAt: at },
      ...(translation === null ? {} : { translation }),
    });
  },
  'quote-removed': (draft, { payload: { quote }, at }) => {
    changeQuote(draft, quote, at, { removed: true });
  },
  'quote-restored': (draft, { payload: { quote }, at }) => {
    changeQuote(draft, quote, at, { removed: false });
  },
} satisfies Partial<Folds>;

function changeQuote(
  { quotes }: LibraryDraft,
  id: QuoteId,
  at: number,
  difference: Partial<Quote & { removed: boolean }>,
): void {
  const quote = quotes.get(id);
  if (quote !== undefined) quotes.set(id, { ...quote, ...difference, changedAt: at });
}
