import type { Mark } from '../evidence/mark.ts';
import { effectiveLabels } from '../evidence/page-labels.ts';
import type { Source } from '../evidence/source.ts';

type Placed = Pick<Mark, 'note' | 'pageLabel' | 'firstPage' | 'lastPage'>;

/**
 * What stands for a marked area where its picture cannot be seen: the note on it, else where it is. `title` and `labels`
 * are its source's.
 */
export function areaWords(mark: Placed, title: string, labels?: Source['labels']): string {
  const { note, firstPage } = mark;
  if (note.trim() !== '') return note.trim();
  const called = effectiveLabels(labels, mark);
  const page = called === '' && firstPage === 0 ? '' : `page ${called || firstPage + 1} of `;
  return page === '' ? `Picture area of ${title}` : `Picture area on ${page}${title}`;
}
