// Quotes for tests, made of plain places in a text.
import { describeRange } from '../../shared/anchor/describe.ts';
import type { QuoteContent } from '../../shared/evidence/quote.ts';
import type { AnyId, QuoteId, SourceId } from '../../shared/evidence/ids.ts';
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

const oneId = '9'.repeat(32) as AnyId;
