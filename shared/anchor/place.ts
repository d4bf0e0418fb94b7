import type { MarkPlacement } from '../evidence/mark.ts';
import type { TextMap, TextRange } from '../text/text-map.ts';
import type { WorkingText } from '../text/working-text.ts';
import { describeRange } from './describe.ts';

/** What is kept of a place in a working text: its words with their context, and its pages. */
export function placeOn(
  work: Pick<WorkingText, 'text' | 'pages'>,
  map: Pick<TextMap, 'pagesOf'>,
  range: TextRange,
): Omit<MarkPlacement, 'workingFile'> {
  const { first: firstPage, last: lastPage } = map.pagesOf(range);
  const labels = [firstPage, lastPage].map((page) => work.pages[page]?.label ?? '');
  return {
    anchor: describeRange(work.text, range.start, range.end),
    ...{ firstPage, lastPage },
    pageLabel: [...new Set(labels)].join('–'),
  };
}
