import type { Source } from './source.ts';

/** Whether the reader can show it: its text, or pages to look at and mark by area. */
export function canBeOpened({
  status,
  format,
  working,
}: Pick<Source, 'status' | 'format' | 'working'>): boolean {
  if (status === 'text') return true;
  return status === 'no-text' && working !== undefined && (format === 'pdf' || format === 'image');
}
