import type { MarkedArea } from '../evidence/mark.ts';
import type { TextPage } from '../text/working-text.ts';
import type { Reanchored } from './reanchor.ts';

/** Of points: sizes that differ by less are one, written with other digits. */
const sameSize = 0.5;

/**
 * Places a marked area in a new version of its source. It keeps its place on a page that is there as it was: of the same
 * size, with the same text. Where a page of that number holds the area but differs, a person decides: `changed`.
 */
export function reanchorArea(
  area: MarkedArea,
  before: readonly TextPage[],
  now: readonly TextPage[],
): Reanchored {
  const [old, page] = [before[area.page], now[area.page]];
  if (page === undefined || !isWithin(area, page)) return { how: 'orphaned' };
  const place = { start: page.start, end: page.start };
  return old !== undefined && isSamePage(old, page)
    ? { how: 'exact', ...place }
    : { how: 'changed', ...place, differences: [] };
}

function isWithin({ x, y, width, height }: MarkedArea, page: TextPage): boolean {
  return x + width <= page.width + sameSize && y + height <= page.height + sameSize;
}

function isSamePage(old: TextPage, page: TextPage): boolean {
  return (
    Math.abs(old.width - page.width) < sameSize &&
    Math.abs(old.height - page.height) < sameSize &&
    old.print === page.print
  );
}
