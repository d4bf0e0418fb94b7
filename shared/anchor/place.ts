import type { MarkedArea, MarkPlacement } from '../evidence/mark.ts';
import type { TextMap, TextRange } from '../text/text-map.ts';
import type { WorkingText } from '../text/working-text.ts';
import { describeRange } from './describe.ts';

/** What is kept of the place of an area: its page. Prefix and suffix would be words, and an area has none. */
export function areaPlaceOn(
  { pages }: Pick<WorkingText, 'pages'>,
  { page }: Pick<MarkedArea, 'page'>,
): Omit<MarkPlacement, 'workingFile'> {
  const { start, label } = pages[page] ?? { start: 0, label: '' };
  const anchor = { start, end: start, exact: '', prefix: '', suffix: '' };
  return { anchor, firstPage: page, lastPage: page, pageLabel: label };
}

/** What is kept of a place in a working text: its words with their context, and its pages. `more` are ranges after the first. */
export function placeOn(
  work: Pick<WorkingText, 'text' | 'pages'>,
  map: Pick<TextMap, 'pagesOf'>,
  range: TextRange,
  more: readonly TextRange[] = [],
): Omit<MarkPlacement, 'workingFile'> {
  const firstPage = map.pagesOf(range).first;
  const lastPage = map.pagesOf(more.at(-1) ?? range).last;
  const labels = [firstPage, lastPage].map((page) => work.pages[page]?.label ?? '');
  return {
    anchor: describeRange(work.text, range.start, range.end),
    ...(more.length === 0
      ? {}
      : { more: more.map(({ start, end }) => describeRange(work.text, start, end)) }),
    ...{ firstPage, lastPage },
    pageLabel: [...new Set(labels)].join('–'),
  };
}
