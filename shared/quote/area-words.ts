import type { Mark } from '../evidence/mark.ts';

/**
 * What stands for a marked area where its picture cannot be seen: the note on it, else where it is. `title` is its
 * source's.
 */
export function areaWords(
  { note, pageLabel, firstPage }: Pick<Mark, 'note' | 'pageLabel' | 'firstPage'>,
  title: string,
): string {
  if (note.trim() !== '') return note.trim();
  const page = pageLabel === '' && firstPage === 0 ? '' : `page ${pageLabel || firstPage + 1} of `;
  return page === '' ? `Picture area of ${title}` : `Picture area on ${page}${title}`;
}
