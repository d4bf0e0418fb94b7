// What a page is called, wherever it is printed: a person's own labels go before the document's, and those before nothing.
import { romanNumeral } from '../text/roman-numeral.ts';
import type { Mark } from './mark.ts';
import type { PageLabelRange } from './source.ts';

type Labels = readonly PageLabelRange[] | undefined;
type Pages = Pick<Mark, 'firstPage' | 'lastPage' | 'pageLabel'>;

/** Of the page with this index; `own` is what the document says. `labels` ascend. */
export function effectiveLabel(labels: Labels, page: number, own: string): string {
  const range = labels?.findLast(({ from }) => from <= page);
  if (range === undefined) return own;
  return range.prefix + numeral(range.style, range.first + page - range.from);
}

/** Of the pages a passage touches: “9”, “9–10”. The label it was stored with holds only where nobody set another. */
export function effectiveLabels(labels: Labels, { firstPage, lastPage, pageLabel }: Pages): string {
  if (labels?.some(({ from }) => from <= lastPage) !== true) return pageLabel;
  const stored = pageLabel.split('–');
  const first = effectiveLabel(labels, firstPage, stored[0] ?? '');
  const last = effectiveLabel(labels, lastPage, stored.at(-1) ?? '');
  return [...new Set([first, last].filter((label) => label !== ''))].join('–');
}

/** The ranges with one more, or one that begins at the same page replaced. */
export function withRange(
  labels: readonly PageLabelRange[],
  range: PageLabelRange,
): readonly PageLabelRange[] {
  return [...labels.filter(({ from }) => from !== range.from), range].sort(
    (a, b) => a.from - b.from,
  );
}

/** Repeated letters grow with the number: past this they would fill the line. */
const mostLetters = 26 * 8;

function numeral(style: PageLabelRange['style'], number: number): string {
  switch (style) {
    case 'decimal':
      return `${number}`;
    case 'roman':
      return romanNumeral(number);
    case 'ROMAN':
      return romanNumeral(number).toUpperCase();
    case 'letters':
      return letters(number);
    case 'LETTERS':
      return letters(number).toUpperCase();
    case 'none':
      return '';
  }
}

/** a to z, then aa, bb: as PDF has it (ISO 32000-2, 12.4.2). */
function letters(number: number): string {
  if (number < 1 || number > mostLetters) return `${number}`;
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}
