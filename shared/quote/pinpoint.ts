import type { QuotedMark } from './quoted-mark.ts';

/**
 * Where in the source the passage stands: “p. 9”, “pp. 9–10”; the section where a text has no pages; else empty.
 * Page labels are the printed ones, so a lawyer finds the page on paper.
 */
export function pinpoint({ mark, section }: Pick<QuotedMark, 'mark' | 'section'>): string {
  const label = mark.pageLabel.trim();
  if (label !== '') return `${mark.firstPage === mark.lastPage ? 'p.' : 'pp.'} ${label}`;
  const title = section.trim();
  return title === '' ? '' : `section ‘${title}’`;
}
