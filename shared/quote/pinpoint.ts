import { effectiveLabels } from '../evidence/page-labels.ts';
import type { Source } from '../evidence/source.ts';
import type { Whereabouts } from '../text/landmarks.ts';
import type { ComposedQuote } from './composed-quote.ts';
import type { QuotedMark } from './quoted-mark.ts';

/** Without its source a passage's pages are called as they were when it was marked. */
interface WithLabels {
  readonly source?: Pick<Source, 'labels'>;
}

type Pages = Pick<QuotedMark['mark'], 'firstPage' | 'lastPage' | 'pageLabel'>;

/**
 * Where in the source the passage stands: “p. 9”, “pp. 9–10”, “p. iv (PDF p. 6)” where the printed label is not what a reader of
 * PDFs counts; then the number printed before its paragraph; the section where neither is there; else empty.
 */
export function pinpoint({
  mark,
  source,
  section,
  paragraph,
  picture,
}: Pick<QuotedMark, 'section' | 'paragraph' | 'picture'> &
  WithLabels & { readonly mark: Pages }): string {
  return pinpointOf([mark], source, { section, paragraph, ...(picture && { picture }) });
}

/** Of all passages of a quote: “p. 9”, “pp. 9–10, 12”. */
export function quotePinpoint({
  quote,
  source,
  section,
  paragraph,
  picture,
}: Pick<ComposedQuote, 'quote' | 'source' | 'section' | 'paragraph' | 'picture'>): string {
  return pinpointOf(quote.passages, source, { section, paragraph, ...(picture && { picture }) });
}

function pinpointOf(
  passages: readonly Pages[],
  source: WithLabels['source'],
  { section, paragraph, picture }: Whereabouts,
): string {
  const called = passages.map((each): Pages => ({
    firstPage: each.firstPage,
    lastPage: each.lastPage,
    pageLabel: effectiveLabels(source?.labels, each),
  }));
  const places = [pagesOf(called), paragraph === '' ? '' : `para. ${paragraph}`];
  const told = places.filter((place) => place !== '').join(', ');
  const title = section.trim();
  const where = told !== '' || title === '' ? told : `section ‘${title}’`;
  return [where, picture === true ? described : ''].filter((place) => place !== '').join(', ');
}

/** Said wherever a passage is cited: it would pass for words of the document. */
const described = 'description of a picture';

function pagesOf(passages: readonly Pages[]): string {
  const labelled = passages.filter(({ pageLabel }) => pageLabel.trim() !== '');
  const labels = unique(labelled.map(({ pageLabel }) => pageLabel.trim()));
  if (labels.length === 0) return '';
  const pages = new Set(labelled.flatMap(({ firstPage, lastPage }) => [firstPage, lastPage]));
  const sign = pages.size === 1 ? 'p.' : 'pp.';
  const counted = unique(labelled.map(countedPages));
  const asPrinted = `${sign} ${labels.join(', ')}`;
  const differs = labelled.some((each) => countedPages(each) !== each.pageLabel.trim());
  return differs ? `${asPrinted} (PDF ${sign} ${counted.join(', ')})` : asPrinted;
}

/** As a reader of PDFs counts them: from 1. */
function countedPages({ firstPage, lastPage }: Pages): string {
  return firstPage === lastPage ? `${firstPage + 1}` : `${firstPage + 1}–${lastPage + 1}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
