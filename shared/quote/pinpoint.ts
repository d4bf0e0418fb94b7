import type { ComposedQuote } from './composed-quote.ts';
import type { QuotedMark } from './quoted-mark.ts';

/**
 * Where in the source the passage stands: “p. 9”, “pp. 9–10”; the section where a text has no pages; else empty.
 * Page labels are the printed ones, so a lawyer finds the page on paper.
 */
export function pinpoint({ mark, section }: Pick<QuotedMark, 'mark' | 'section'>): string {
  const label = mark.pageLabel.trim();
  if (label !== '') return `${mark.firstPage === mark.lastPage ? 'p.' : 'pp.'} ${label}`;
  return sectionPinpoint(section);
}

/** Of all passages of a quote: “p. 9”, “pp. 9–10, 12”. */
export function quotePinpoint({
  quote,
  section,
}: Pick<ComposedQuote, 'quote' | 'section'>): string {
  const labels = quote.passages
    .map(({ pageLabel }) => pageLabel.trim())
    .filter((label) => label !== '');
  const [only, ...others] = [...new Set(labels)];
  if (only === undefined) return sectionPinpoint(section);
  const pages = new Set(quote.passages.flatMap(({ firstPage, lastPage }) => [firstPage, lastPage]));
  return `${pages.size === 1 ? 'p.' : 'pp.'} ${[only, ...others].join(', ')}`;
}

function sectionPinpoint(section: string): string {
  const title = section.trim();
  return title === '' ? '' : `section ‘${title}’`;
}
