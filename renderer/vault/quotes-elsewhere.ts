// Quotes held against the other copies and editions of their sources, and against everything else for a common origin.
import type { QuoteId } from '../../shared/evidence/ids.ts';
import type { Quote } from '../../shared/evidence/quote.ts';
import { RelatedSources } from '../../shared/evidence/relation.ts';
import { displayTitle, type Source } from '../../shared/evidence/source.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { CheckedSource } from '../../shared/quote/check-quote.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import { placeOfAll, verifyElsewhere } from '../../shared/quote/elsewhere.ts';
import type { Elsewhere, InRelated } from '../../shared/quote/in-related.ts';
import { printedQuote } from '../../shared/quote/render-quote.ts';
import type { VaultRequest } from './contract.ts';

interface QuoteTexts {
  readonly compose: (quotes: readonly QuoteId[]) => Promise<readonly ComposedQuote[]>;
  /** Undefined where there is no text, or it cannot be read. */
  readonly prepare: (source: Source) => Promise<CheckedSource | undefined>;
}

/** One answer for each quote that stands, in no order. */
export async function quotesElsewhere(
  state: LibraryState,
  { quotes, everywhere }: VaultRequest<'quotes:elsewhere'>,
  texts: QuoteTexts,
): Promise<readonly (Elsewhere & { readonly quote: QuoteId })[]> {
  const related = new RelatedSources(state.relations.values());
  const found: (Elsewhere & { readonly quote: QuoteId })[] = [];
  for (const composed of await texts.compose(quotes)) {
    const { quote, source } = composed;
    const beside = related
      .of(source.id)
      .flatMap((each) => standing(state, each.source).map((held) => ({ ...each, held })));
    const inRelated: InRelated[] = [];
    const holders: Elsewhere['sameOrigin'][number][] = [];
    for (const { held, relation } of beside) {
      const text = await texts.prepare(held);
      const told = { source: held.id, relation, title: displayTitle(held) };
      inRelated.push({ ...told, ...compare(composed, text) });
      const place = text && placeOfAll(passagesOf(quote), text.work.text);
      if (place !== undefined) holders.push({ source: held.id, title: told.title, ...place });
    }
    const others =
      everywhere === true ? othersThan(state, [source, ...beside.map((b) => b.held)]) : [];
    found.push({
      quote: quote.id,
      related: inRelated,
      sameOrigin: [...holders, ...(await holding(quote, others, texts))],
    });
  }
  return found;
}

function standing(state: LibraryState, id: Source['id']): readonly Source[] {
  const source = state.sources.get(id);
  return source?.removed === false ? [source] : [];
}

function othersThan(state: LibraryState, these: readonly Source[]): readonly Source[] {
  const known = new Set(these.map(({ id }) => id));
  return [...state.sources.values()].filter(({ id, removed }) => !removed && !known.has(id));
}

type Compared = Omit<InRelated, 'source' | 'relation' | 'title'>;

function compare({ pieces }: ComposedQuote, text: CheckedSource | undefined): Compared {
  if (text === undefined) return { hasText: false, differences: [] };
  const verdict = verifyElsewhere(printedQuote(pieces), text.prepared);
  const first = verdict?.segments.find(({ start }) => start !== undefined);
  const { start, end } = first ?? {};
  return {
    hasText: true,
    ...(verdict === undefined ? {} : { tier: verdict.verdict }),
    differences: verdict?.segments.flatMap(({ differences }) => differences) ?? [],
    ...(start === undefined || end === undefined ? {} : { start, end }),
  };
}

async function holding(
  quote: Quote,
  others: readonly Source[],
  { prepare }: QuoteTexts,
): Promise<Elsewhere['sameOrigin']> {
  const found: Elsewhere['sameOrigin'][number][] = [];
  for (const other of others) {
    const text = await prepare(other);
    const place = text && placeOfAll(passagesOf(quote), text.work.text);
    if (place !== undefined) found.push({ source: other.id, title: displayTitle(other), ...place });
  }
  return found;
}

function passagesOf({ passages }: Quote): readonly string[] {
  return passages.map(({ anchor }) => anchor.exact);
}
