import type { TextPage } from '../../shared/text/working-text.ts';

/** Index of the page an offset stands on. */
export function pageAt(pages: readonly TextPage[], offset: number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pages[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** "iv (4 of 120)", or "4 of 120" where the label is the number; empty for a text without pages. */
export function pageBoxText(pages: readonly TextPage[], index: number): string {
  const label = pages[index]?.label ?? '';
  const position = `${index + 1} of ${pages.length}`;
  if (label === '') return pages.length > 1 ? position : '';
  return label === `${index + 1}` ? position : `${label} (${position})`;
}

/**
 * The page a person means: a label as printed, else a number counted from 1; a label wins, as "4" on a page headed iv is
 * not the fourth page. `undefined` when there is none such.
 */
export function findPage(pages: readonly TextPage[], typed: string): number | undefined {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return undefined;
  const labelled = pages.findIndex(({ label }) => label.toLowerCase() === wanted);
  if (labelled >= 0) return labelled;
  const number = /^\d+$/.test(wanted) ? Number(wanted) : NaN;
  return number >= 1 && number <= pages.length ? number - 1 : undefined;
}
