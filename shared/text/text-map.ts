// Page ↔ working text. Selections become ranges of the working text, ranges become boxes on the page.
import { isBlank } from './blank.ts';
import type { PdfPage } from './pdf-page.ts';
import { addQuads, type Quad } from './quads.ts';
import { SolidIndex } from './solid-index.ts';
import type { WorkingText } from './working-text.ts';

/** A stretch of the working text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a page's text layer: index in pdf.js's items and UTF-16 offset in that item's string. */
export interface PagePoint {
  readonly page: number;
  readonly item: number;
  readonly offset: number;
}

interface SolidPoint {
  readonly page: number;
  readonly solid: number;
}

/** Pages that are loaded; only those can be measured and painted. */
export type PageLookup = (index: number) => PdfPage | undefined;

export class TextMap {
  readonly #work: Pick<WorkingText, 'text' | 'map' | 'pages'>;
  readonly #index: SolidIndex;
  /** Runs of each page by their place on it: not stored, since it follows from the map. */
  readonly #runsOfPage: readonly (readonly number[])[];

  constructor(work: Pick<WorkingText, 'text' | 'map' | 'pages'>) {
    this.#work = work;
    this.#index = new SolidIndex(work.text);
    const { page, s } = work.map;
    const runs: number[][] = work.pages.map(() => []);
    page.forEach((index, run) => runs[index]?.push(run));
    for (const own of runs) own.sort((a, b) => at(s, a) - at(s, b));
    this.#runsOfPage = runs;
  }

  /**
   * A selection as a range of the working text, shrunk to mapped characters; undefined when nothing mapped lies inside.
   * Where the page's order is not the text's, the range spans both ends: show it before it is kept.
   */
  toRange(pages: PageLookup, anchor: PagePoint, focus: PagePoint): TextRange | undefined {
    const one = squeeze(pages, anchor);
    const other = squeeze(pages, focus);
    if (one === undefined || other === undefined) return undefined;
    const [from, to] = isBefore(other, one) ? [other, one] : [one, other];
    const first = this.#firstMapped(from, to);
    const last = this.#lastMapped(from, to);
    if (first === undefined || last === undefined) return undefined;
    const start = this.#index.toOffset(Math.min(first, last));
    const end = this.#index.toOffset(Math.max(first, last)) + 1;
    return { start, end };
  }

  /** Boxes of a range on the pages that are loaded, one per line; folded characters whole. */
  toQuads(pages: PageLookup, { start, end }: TextRange): Quad[] {
    const { w, page, s, sn } = this.#work.map;
    const from = this.#index.toSolid(start);
    const to = this.#index.toSolid(end);
    const quads: Quad[] = [];
    for (let run = this.#runAt(from); run < page.length && at(w, run) < to; run++) {
      const loaded = pages(at(page, run));
      if (loaded === undefined) continue;
      const begin = at(s, run);
      const length = at(sn, run);
      const copied = this.#isCopy(run);
      const first = copied ? begin + Math.max(0, from - at(w, run)) : begin;
      const last = copied ? begin + Math.min(length, to - at(w, run)) : begin + length;
      addQuads(quads, loaded, first, last);
    }
    return quads;
  }

  /** First and last page (from 0) whose characters the range holds. */
  pagesOf({ start, end }: TextRange): { readonly first: number; readonly last: number } {
    const { w, page } = this.#work.map;
    const to = this.#index.toSolid(end);
    let run = this.#runAt(this.#index.toSolid(start));
    let first = at(page, run);
    let last = first;
    for (; run < page.length && at(w, run) < to; run++) {
      first = Math.min(first, at(page, run));
      last = Math.max(last, at(page, run));
    }
    return { first, last };
  }

  /** What the text has of the non-blank units from `start` to `end` of a page, both squeezed; in the page's order. */
  rangesOf(page: number, start: number, end: number): readonly TextRange[] {
    const { s, sn } = this.#work.map;
    const runs = this.#runsOfPage[page] ?? [];
    const ranges: TextRange[] = [];
    for (let next = this.#nextRun(runs, start); next < runs.length; next++) {
      const run = runs[next] ?? 0;
      if (at(s, run) >= end) break;
      const first = this.#workingPlace(run, Math.max(start, at(s, run)), 'start');
      const last = this.#workingPlace(run, Math.min(end, at(s, run) + at(sn, run)) - 1, 'end');
      ranges.push({ start: this.#index.toOffset(first), end: this.#index.toOffset(last) + 1 });
    }
    return ranges;
  }

  /** The same stretch in the decoded original of a text without pages. */
  toOriginal(original: SolidIndex, range: TextRange): TextRange | undefined {
    const { w, s, sn } = this.#work.map;
    const from = this.#index.toSolid(range.start);
    const to = this.#index.toSolid(range.end);
    if (to <= from) return undefined;
    const place = (solid: number): number => {
      const run = this.#runAt(solid);
      return at(s, run) + Math.min(solid - at(w, run), Math.max(0, at(sn, run) - 1));
    };
    const ends = [place(from), place(to - 1)].map((solid) => original.toOffset(solid));
    return { start: Math.min(...ends), end: Math.max(...ends) + 1 };
  }

  #isCopy(run: number): boolean {
    const { w, sn } = this.#work.map;
    return at(w, run + 1) - at(w, run) === at(sn, run);
  }

  /** The run that holds working offset `solid`. */
  #runAt(solid: number): number {
    const { w, page } = this.#work.map;
    let low = 0;
    let high = page.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(w, middle + 1) <= solid) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Working offset of the first mapped unit from `from` on, before `stop`. */
  #firstMapped(from: SolidPoint, stop: SolidPoint): number | undefined {
    for (let page = from.page; page <= stop.page; page++) {
      const runs = this.#runsOfPage[page] ?? [];
      const start = page === from.page ? from.solid : 0;
      const run = runs[this.#nextRun(runs, start)];
      if (run === undefined) continue;
      const place = Math.max(start, at(this.#work.map.s, run));
      if (page === stop.page && place >= stop.solid) return undefined;
      return this.#workingPlace(run, place, 'start');
    }
    return undefined;
  }

  /** Working offset of the last mapped unit before `stop`, from `from` on. */
  #lastMapped(from: SolidPoint, stop: SolidPoint): number | undefined {
    const { s, sn } = this.#work.map;
    for (let page = stop.page; page >= from.page; page--) {
      const runs = this.#runsOfPage[page] ?? [];
      const end = page === stop.page ? stop.solid : Infinity;
      const next = this.#nextRun(runs, end - 1);
      const holds = runs[next] !== undefined && at(s, runs[next]) < end;
      const run = runs[holds ? next : next - 1];
      if (run === undefined) continue;
      const place = Math.min(end, at(s, run) + at(sn, run)) - 1;
      if (page === from.page && place < from.solid) return undefined;
      return this.#workingPlace(run, place, 'end');
    }
    return undefined;
  }

  /** Index of the first of `runs` that ends after page place `solid`. */
  #nextRun(runs: readonly number[], solid: number): number {
    const { s, sn } = this.#work.map;
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = runs[middle] ?? 0;
      if (at(s, run) + at(sn, run) <= solid) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #workingPlace(run: number, place: number, side: 'start' | 'end'): number {
    const { w, s } = this.#work.map;
    if (this.#isCopy(run)) return at(w, run) + place - at(s, run);
    return side === 'start' ? at(w, run) : at(w, run + 1) - 1;
  }
}

function at(column: Uint32Array | Uint16Array, index: number): number {
  return column[index] ?? 0;
}

function isBefore(a: SolidPoint, b: SolidPoint): boolean {
  return a.page < b.page || (a.page === b.page && a.solid < b.solid);
}

function squeeze(pages: PageLookup, point: PagePoint): SolidPoint | undefined {
  const page = pages(point.page);
  if (page === undefined) return undefined;
  const item = page.items[firstItem(page, point.item)];
  if (item === undefined) return { page: point.page, solid: page.solid };
  let solid = item.solid;
  if (item.index === point.item) {
    const end = Math.min(point.offset, item.str.length);
    for (let i = 0; i < end; i++) if (!isBlank(item.str.charCodeAt(i))) solid++;
  }
  return { page: point.page, solid };
}

/** Place of the first kept item whose index is not before `index`: empty items are not kept. */
function firstItem(page: PdfPage, index: number): number {
  let low = 0;
  let high = page.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((page.items[middle]?.index ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
