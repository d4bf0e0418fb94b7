// What must hold for every working text of every page, made up or real: used by the unit and the corpus suites.
import { isBlank } from '../../shared/text/blank.ts';
import type { PdfPage } from '../../shared/text/pdf-page.ts';
import type { PdfText } from '../../shared/text/pdf-text.ts';
import { SolidIndex } from '../../shared/text/solid-index.ts';
import type { PagePoint, TextRange } from '../../shared/text/text-map.ts';
import type { OffsetMap } from '../../shared/text/working-text.ts';

/** A page's non-blank units in the order of its items. */
export function squeezed(page: PdfPage): string {
  return page.items.map(({ str }) => squeeze(str)).join('');
}

export function squeeze(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charAt(i))
    .filter((unit) => !isBlank(unit.charCodeAt(0)))
    .join('');
}

const mirrorImages: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
};

/** Breaches of the map's laws, in words; none for a right map. */
export function mapBreaches(
  { text, map }: { readonly text: string; readonly map: OffsetMap },
  pages: readonly string[],
): string[] {
  const breaches: string[] = [];
  const solid = squeeze(text);
  const runs = map.page.length;
  if (map.w.length !== runs + 1) breaches.push('w has no end');
  if (map.w[0] !== 0 || map.w[runs] !== solid.length) breaches.push('w does not cover the text');
  const seen = pages.map((page) => new Uint8Array(page.length));
  for (let run = 0; run < runs; run++) {
    const [w = 0, next = 0] = map.w.subarray(run, run + 2);
    const [page = 0, s = 0, sn = 0] = [map.page[run], map.s[run], map.sn[run]];
    if (next <= w) breaches.push(`run ${run} is empty`);
    const taken = seen[page]?.subarray(s, s + sn);
    if (taken?.length !== sn) breaches.push(`run ${run} leaves page ${page}`);
    if (taken?.some((count) => count > 0)) breaches.push(`run ${run} takes units twice`);
    taken?.fill(1);
    const here = solid.slice(w, next);
    const there = pages[page]?.slice(s, s + sn) ?? '';
    if (next - w === sn && here !== there && !isFold(there, here) && mirror(here) !== there) {
      breaches.push(`run ${run} says ${JSON.stringify(here)} for ${JSON.stringify(there)}`);
    }
    if (next - w !== sn && !isFold(there, here)) breaches.push(`run ${run} is no fold`);
  }
  seen.forEach((taken, page) => {
    const lost = Array.from(taken, (count, i) => (count === 0 ? pages[page]?.[i] : '')).join('');
    if (/[^-\u2010\u00ad]/.test(lost)) breaches.push(`page ${page} loses ${JSON.stringify(lost)}`);
  });
  return breaches;
}

function mirror(text: string): string {
  return text.replace(/[()[\]{}]/g, (bracket) => mirrorImages[bracket] ?? bracket);
}

function isFold(from: string, to: string): boolean {
  return squeeze(from.normalize('NFKC')) === to;
}

/** Breaches of what else is promised of a PDF's text. */
export function textBreaches(work: Omit<PdfText, 'map'>): string[] {
  const breaches: string[] = [];
  let last = 0;
  for (const { start, end, kind } of work.ranges) {
    if (start < last || end <= start || end > work.text.length) {
      breaches.push(`${kind} ${start}–${end} is out of order`);
    }
    last = end;
  }
  const starts = work.pageStarts;
  if (starts.some((start, i) => start < (starts[i - 1] ?? 0))) breaches.push('page starts fall');
  if (work.joins.some(({ at }) => at > work.text.length)) breaches.push('a join is outside');
  if (/ {2}| \n|\n /.test(work.text)) breaches.push('blanks are doubled');
  return breaches;
}

/** The ends of a working range as points of the text layer, as a selection that covers it would give them. */
export function pointsOf(
  { text, map }: { readonly text: string; readonly map: OffsetMap },
  pages: readonly PdfPage[],
  { start, end }: TextRange,
): readonly [PagePoint, PagePoint] {
  const index = new SolidIndex(text);
  const from = placeOf(map, index.toSolid(start), false);
  const to = placeOf(map, index.toSolid(end) - 1, true);
  return [pointAt(pages, from.page, from.s, false), pointAt(pages, to.page, to.s, true)];
}

/** The range with the folded characters at its ends taken whole, as every selection takes them. */
export function widenToFolds(
  { text, map }: { readonly text: string; readonly map: OffsetMap },
  { start, end }: TextRange,
): TextRange {
  const index = new SolidIndex(text);
  const edges = (solid: number): readonly [number, number] => {
    const run = map.w.findLastIndex((w) => w <= solid);
    const [w = 0, next = 0] = map.w.subarray(run, run + 2);
    return next - w === map.sn[run] ? [solid, solid] : [w, next - 1];
  };
  const [first] = edges(index.toSolid(start));
  const [, last] = edges(index.toSolid(end) - 1);
  return { start: index.toOffset(first), end: index.toOffset(last) + 1 };
}

/** Place on the page of a working unit; of a fold its first, or with `last` its last. */
function placeOf(map: OffsetMap, solid: number, last: boolean): { page: number; s: number } {
  const run = map.w.findLastIndex((w) => w <= solid);
  const [w = 0, next = 0] = map.w.subarray(run, run + 2);
  const [page = 0, s = 0, sn = 0] = [map.page[run], map.s[run], map.sn[run]];
  if (next - w === sn) return { page, s: s + solid - w };
  return { page, s: last ? s + sn - 1 : s };
}

function pointAt(pages: readonly PdfPage[], page: number, s: number, after: boolean): PagePoint {
  const items = pages[page]?.items ?? [];
  const item = items.findLast(({ solid }) => solid <= s);
  let left = s - (item?.solid ?? 0);
  let offset = 0;
  for (const unit of item?.str ?? '') {
    if (!isBlank(unit.charCodeAt(0))) left -= unit.length;
    if (left < 0)
      return { page, item: item?.index ?? 0, offset: after ? offset + unit.length : offset };
    offset += unit.length;
  }
  return { page, item: item?.index ?? 0, offset };
}
