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

/** Marks of words by the pages they touch; a page without any has no entry. */
export function marksByPage(marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const byPage = new Map<number, Mark[]>();
  for (const mark of marks) {
    if (mark.kind === 'area') continue; // framed, not painted (AreaMarks.tsx)
    for (let page = mark.firstPage; page <= mark.lastPage; page++) {
      const others = byPage.get(page);
      if (others === undefined) byPage.set(page, [mark]);
      else others.push(mark);
    }
  }
  return byPage;
}

interface PlacedPage {
  readonly of: readonly Mark[];
  readonly lanes: ReadonlyMap<MarkId, number>;
  readonly placed: readonly PlacedMark[];
  readonly unplaced: readonly MarkId[];
}

/** A page that comes must not draw those anew that are there. */
const placedPages = new WeakMap<LivePage, PlacedPage>();
/** Measuring a thousand marks again for one that is new would cost the frame it should appear in. */
const measured = new WeakMap<LivePage, Map<string, readonly Box[]>>();

/** `byPage`: of the whole document, which may have ten thousand; only what is loaded is looked at. */
export function placeMarks(
  pages: LoadedPages,
  byPage: ReadonlyMap<number, readonly Mark[]>,
  lanes: ReadonlyMap<MarkId, number>,
): PlacedMarks {
  const found = new Map<number, readonly PlacedMark[]>();
  const unplaced = new Set<MarkId>();
  for (const [index, live] of pages.live) {
    const of = byPage.get(index);
    if (of === undefined) continue;
    const known = placedPages.get(live);
    const isSame = known?.of === of && known.lanes === lanes;
    const page = isSame ? known : { of, lanes, ...placeOnPage(pages, live, of, lanes) };
    placedPages.set(live, page);
    if (page.placed.length > 0) found.set(index, page.placed);
    for (const id of page.unplaced) unplaced.add(id);
  }
  return { byPage: found, unplaced };
}

function placeOnPage(
  pages: LoadedPages,
  live: LivePage,
  marks: readonly Mark[],
  lanes: ReadonlyMap<MarkId, number>,
): Pick<PlacedPage, 'placed' | 'unplaced'> {
  const placed: PlacedMark[] = [];
  const unplaced: MarkId[] = [];
  for (const mark of marks) {
    const { id, colour, kind, firstPage, lastPage } = mark;
    const boxes = rangesOf(mark).flatMap((range) => markBoxes(pages, live, range));
    if (boxes.length > 0) placed.push({ id, colour, kind, lane: lanes.get(id) ?? 0, boxes });
    // A mark may well have no character on a page between its first and last.
    else if (!live.fits || firstPage === lastPage) unplaced.push(id);
  }
  return { placed, unplaced };
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
