// What was found, as the reader walks through it.
import type { FoundPlaces } from '../../shared/search/find-in-text.ts';
import type { TextMap, TextRange } from '../../shared/text/text-map.ts';

export function rangesOf({ starts, ends }: FoundPlaces): readonly TextRange[] {
  return Array.from(starts, (start, i) => ({ start, end: ends[i] ?? start }));
}

/** Index of the first place at `offset` or behind it; the first of all where there is none. −1 in an empty list. */
export function placeFrom(places: readonly TextRange[], offset: number): number {
  if (places.length === 0) return -1;
  const at = firstFrom(places, offset);
  return at === places.length ? 0 : at;
}

/** The next place or the one before, round the ends. */
export function placeBeside(count: number, at: number, direction: 1 | -1): number {
  return count === 0 ? -1 : (at + direction + count) % count;
}

/** Places that touch [start, end), of a sorted list without long ones. */
export function placesWithin(
  places: readonly TextRange[],
  { start, end }: TextRange,
): readonly TextRange[] {
  const from = firstFrom(places, start);
  const first = from > 0 && (places[from - 1]?.end ?? 0) > start ? from - 1 : from;
  return places.slice(first, firstFrom(places, end));
}

function firstFrom(places: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places that touch each page. */
export function groupByPage(
  places: readonly TextRange[],
  map: TextMap,
): ReadonlyMap<number, readonly TextRange[]> {
  const pages = new Map<number, TextRange[]>();
  for (const place of places) {
    const { first, last } = map.pagesOf(place);
    for (let page = first; page <= last; page++) {
      const onPage = pages.get(page);
      if (onPage === undefined) pages.set(page, [place]);
      else onPage.push(place);
    }
  }
  return pages;
}

/** “3 of 25”, “no match”, “1 of more than 10,000”; empty while nothing is looked for. */
export function countWords(count: number, at: number, isCut: boolean): string {
  if (count === 0) return 'not found';
  const all = `${isCut ? 'more than ' : ''}${count.toLocaleString()}`;
  return at < 0 ? all : `${(at + 1).toLocaleString()} of ${all}`;
}

export interface FoundExcerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

const around = 60;

/** A found place with the words around it, cut at blanks where there are any. */
export function excerptOf(text: string, { start, end }: TextRange): FoundExcerpt {
  const left = text.slice(Math.max(0, start - around), start);
  const right = text.slice(end, end + around);
  return {
    before: start > around ? `…${left.replace(/^\S{0,20}\s|^[\udc00-\udfff]/, '')}` : left,
    words: text.slice(start, end),
    after:
      end + around < text.length ? `${right.replace(/\s\S{0,20}$|[\ud800-\udbff]$/, '')}…` : right,
  };
}
