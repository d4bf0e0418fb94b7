// The acts of the quote editor, as changes for the journal. A quote is of the same subject as the marks of its source.
import type { QuoteId, SourceId } from '../../shared/evidence/ids.ts';
import type { Quote, QuoteContent } from '../../shared/evidence/quote.ts';
import type { Translation } from '../../shared/evidence/translation.ts';
import { generalCase, type Act, type Subject } from '../../shared/journal/change.ts';

type QuoteRef = Pick<Quote, 'id' | 'source'>;

export function makeQuoteAct(quote: QuoteId, source: SourceId, content: QuoteContent): Act {
  const payload = { quote, source, content };
  return { subject: subjectOf({ source }), kind: 'quote-made', payload };
}

export function changeQuoteAct(quote: QuoteRef, content: QuoteContent): Act {
  return {
    subject: subjectOf(quote),
    kind: 'quote-changed',
    payload: { quote: quote.id, content },
  };
}

export function translateQuoteAct(quote: QuoteRef, translation: Translation | null): Act {
  const payload = { quote: quote.id, translation };
  return { subject: subjectOf(quote), kind: 'translated', payload };
}

export function removeQuoteAct(quote: QuoteRef): Act {
  return { subject: subjectOf(quote), kind: 'quote-removed', payload: { quote: quote.id } };
}

function subjectOf({ source }: Pick<QuoteRef, 'source'>): Subject {
  return `marks/${source}/${generalCase}`;
}
