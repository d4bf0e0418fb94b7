// Where things stand on the pages that are loaded now: marks and overlays as boxes, selections as ranges.
import type { MarkId } from '../../shared/evidence/ids.ts';
import { rangesOf, type Mark } from '../../shared/evidence/mark.ts';
import type { PagePoint, TextMap, TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { Box, PlacedMark } from '../highlight/mark-paths.ts';
import { boxOfQuad, hollowPage, quadsOfQuote, type LivePage } from './live-page.ts';

export interface LoadedPages {
  readonly work: WorkingText;
  readonly map: TextMap;
  readonly live: ReadonlyMap<number, LivePage>;
}

export interface PlacedMarks {
  readonly byPage: ReadonlyMap<number, readonly PlacedMark[]>;
  /** Marks of loaded pages whose text is not there, or there more than once where the stored map cannot be trusted. */
  readonly unplaced: ReadonlySet<MarkId>;
}

/** Measuring a thousand marks again for one that is new would cost the frame it should appear in. */
const measured = new WeakMap<LivePage, Map<string, readonly Box[]>>();

export function placeMarks(
  pages: LoadedPages,
  marks: readonly Mark[],
  lanes: ReadonlyMap<MarkId, number>,
): PlacedMarks {
  const byPage = new Map<number, PlacedMark[]>();
  const unplaced = new Set<MarkId>();
  for (const mark of marks) {
    const { id, colour, kind, firstPage, lastPage } = mark;
    const ranges = rangesOf(mark);
    if (ranges.length === 0) continue; // framed, not painted (AreaMarks.tsx)
    for (let page = firstPage; page <= lastPage; page++) {
      const live = pages.live.get(page);
      if (live === undefined) continue;
      const boxes = ranges.flatMap((range) => markBoxes(pages, live, range));
      if (boxes.length === 0) {
        // A mark may well have no character on a page between its first and last.
        if (!live.fits || firstPage === lastPage) unplaced.add(id);
        continue;
      }
      const placed = { id, colour, kind, lane: lanes.get(id) ?? 0, boxes };
      const others = byPage.get(page);
      if (others === undefined) byPage.set(page, [placed]);
      else others.push(placed);
    }
  }
  return { byPage, unplaced };
}

/** Boxes of a range on one page; none while it is not loaded, or where the stored map does not fit it. */
export function rangeBoxes(
  { map, live }: LoadedPages,
  page: number,
  range: TextRange,
): readonly Box[] {
  const loaded = live.get(page);
  if (loaded?.fits !== true) return [];
  const only = (index: number) => (index === page ? loaded.page : undefined);
  return map.toQuads(only, range).map((quad) => boxOfQuad(quad, loaded.transform));
}

/** The working text between two points; `undefined` where there is none, or where a page's text is not the stored one. */
export function rangeBetween(
  { work, map, live }: LoadedPages,
  from: PagePoint,
  to: PagePoint,
): TextRange | undefined {
  const lookup = (index: number) => {
    const loaded = live.get(index);
    if (loaded !== undefined) return loaded.fits ? loaded.page : undefined;
    const stored = work.pages[index];
    return stored === undefined ? undefined : hollowPage(index, stored.print);
  };
  return map.toRange(lookup, from, to);
}

function markBoxes(pages: LoadedPages, live: LivePage, anchor: Mark['anchor']): readonly Box[] {
  const known = measured.get(live) ?? new Map<string, readonly Box[]>();
  measured.set(live, known);
  const key = `${anchor.start} ${anchor.end}`;
  const old = known.get(key);
  if (old !== undefined) return old;
  const boxes = live.fits
    ? rangeBoxes(pages, live.page.index, anchor)
    : quadsOfQuote(live.page, anchor.exact).map((quad) => boxOfQuad(quad, live.transform));
  known.set(key, boxes);
  return boxes;
}
