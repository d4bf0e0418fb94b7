import type { Mark, MarkColour } from '../../shared/evidence/mark.ts';
import type { TextPage } from '../../shared/text/working-text.ts';

/** A mark beside a small page: how far down it begins and how far it goes, 0 to 1. */
interface HeatBar {
  readonly colour: MarkColour;
  readonly from: number;
  readonly to: number;
}

export interface PageHeat {
  readonly marks: number;
  readonly bars: readonly HeatBar[];
}

/** More would be a solid line anyway. */
const mostBars = 40;
const leastHeight = 0.02;

/**
 * What is marked on each page. Where on the page is read off the share of its text that lies before: near enough for a
 * strip two pixels wide, and known without opening the page.
 */
export function pageHeat(
  pages: readonly TextPage[],
  marks: readonly Pick<Mark, 'anchor' | 'colour' | 'firstPage' | 'lastPage'>[],
): ReadonlyMap<number, PageHeat> {
  const heat = new Map<number, { marks: number; readonly bars: HeatBar[] }>();
  for (const { anchor, colour, firstPage, lastPage } of marks) {
    for (let page = firstPage; page <= Math.min(lastPage, pages.length - 1); page++) {
      const onPage = heat.get(page) ?? { marks: 0, bars: [] };
      heat.set(page, onPage);
      onPage.marks++;
      if (onPage.bars.length >= mostBars) continue;
      const start = pages[page]?.start ?? 0;
      const end = pages[page + 1]?.start ?? Math.max(start, anchor.end);
      const share = (offset: number): number =>
        end > start ? Math.max(0, Math.min(1, (offset - start) / (end - start))) : 0;
      const from = Math.min(1 - leastHeight, share(anchor.start));
      onPage.bars.push({ colour, from, to: Math.max(from + leastHeight, share(anchor.end)) });
    }
  }
  return heat;
}
