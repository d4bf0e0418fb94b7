// Quotes for tests, made of plain places in a text.
import { describeRange } from '../../shared/anchor/describe.ts';
import type { QuoteContent } from '../../shared/evidence/quote.ts';
import type { Translation } from '../../shared/evidence/translation.ts';
import type { AnyId, QuoteId, SourceId } from '../../shared/evidence/ids.ts';
import { checkedSource, checkQuote } from '../../shared/quote/check-quote.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import { draftOf } from '../../shared/quote/draft.ts';
import { source } from './quoted.ts';
import { generalCase, type Act } from '../../shared/journal/change.ts';

/** Of these stretches of `text`, and whatever else a test is about. */
export function contentOn(
  text: string,
  stretches: readonly (readonly [start: number, end: number])[],
  rest: Partial<QuoteContent> = {},
): QuoteContent {
  return {
    workingFile: 'f'.repeat(32),
    passages: stretches.map(([start, end]) => ({
      anchor: describeRange(text, start, end),
      ...{ firstPage: 0, lastPage: 0, pageLabel: '' },
    })),
    ...{ edits: [], emphasis: [], opensCut: false, endsCut: false },
    ...{ footnotesOmitted: false, note: '' },
    ...rest,
  };
}

export function quoteMade(source: SourceId, content: QuoteContent, quote: QuoteId = oneId): Act {
  const subject = `marks/${source}/${generalCase}` as const;
  return { subject, kind: 'quote-made', payload: { quote, source, content } };
}

/** All of a text as a quote of it, verified, with a translation. */
export function composedOn(text: string, translation: Translation): ComposedQuote {
  const stood = source(1);
  const workingFile = stood.working?.file ?? '';
  const content = contentOn(text, [[0, text.length]], { workingFile });
  const { pieces, verdict } = checkQuote(
    draftOf(content),
    checkedSource({ text, ranges: [], sections: [] }),
  );
  const made = { madeBy: oneId, madeAt: 0, changedAt: 0 };
  return {
    quote: { ...content, ...made, id: oneId, source: stood.id, translation },
    ...{ source: stood, tags: [], section: '', paragraph: '', unverified: false, pieces },
    madeBy: { id: oneId, name: 'R. Ito', colour: '#17616b' },
    proof: { kind: 'verified', verdict },
  };
}

const oneId = '9'.repeat(32) as AnyId;
