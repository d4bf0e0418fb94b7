// Items → lines. The stream's own order is trusted: cutting pages by their white space was measured and lost more than
// it won. Lengths are multiples of the letter size unless they say otherwise.
import { logicalOrder } from './bidi.ts';
import type { PdfPage, TextItem } from './pdf-page.ts';
import { leftToRight, rightToLeft } from './scripts.ts';

export interface Line {
  readonly page: number;
  /** In reading order. */
  readonly items: readonly TextItem[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly rtl: boolean;
  /** Holds right-to-left text, so its spaces are settled already. */
  readonly bidi: boolean;
  /** Runs in the page's main direction. */
  readonly main: boolean;
  readonly angle: number;
  /** The run of lines below each other in which it stands: its number, extent and usual line distance. */
  readonly column: Column;
}

interface Column {
  readonly left: number;
  readonly right: number;
  readonly lead: number;
}

interface Piece {
  readonly items: TextItem[];
  readonly angle: number;
  order: number;
  x0: number;
  x1: number;
  y: number;
  size: number;
}

const sameBaseline = 0.45;
/** For small letters the stream writes right behind a word: exponents, indices. */
const raisedBaseline = 1.1;
const cellGap = 1.6;
const backStep = 0.6;
/** What is this many times larger is no letter of the same line: a drawing's watermark under its captions. */
const otherScale = 8;
/** No page of a real document has so many pieces on one baseline; hostile ones must not cost their square. */
const neighboursLooked = 200;

/** The lines of a page in reading order; text at other angles comes last. Nothing is left out but blank items. */
export function layoutLines(page: PdfPage): Line[] {
  const pieces = mergeTouching(streamPieces(page.items));
  const main = mainAngle(pieces);
  const ordered = pieces.sort(
    (a, b) => Number(b.angle === main) - Number(a.angle === main) || a.order - b.order,
  );
  return inColumns(ordered.map((piece) => toLine(page.index, piece, piece.angle === main)));
}

function mainAngle(pieces: readonly Piece[]): number {
  const weight = new Map<number, number>();
  for (const { angle, items } of pieces) {
    weight.set(angle, (weight.get(angle) ?? 0) + items.length);
  }
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Neighbours of the stream on one baseline, with no more than a table's gap between them. */
function streamPieces(items: readonly TextItem[]): Piece[] {
  const pieces: Piece[] = [];
  let current: Piece | undefined;
  for (const item of items) {
    const blank = item.str.trim() === '';
    if (current && goesOn(current, item)) {
      current.items.push(item);
      if (!blank) grow(current, item);
    } else if (!blank) {
      current = {
        items: [item],
        order: item.index,
        angle: item.angle,
        x0: item.x,
        x1: item.x + item.width,
        y: item.y,
        size: item.size,
      };
      pieces.push(current);
    }
  }
  return pieces;
}

function goesOn(piece: Piece, item: TextItem): boolean {
  if (piece.angle !== item.angle) return false;
  if (Math.max(piece.size, item.size) > otherScale * Math.min(piece.size, item.size)) return false;
  const end = item.x + item.width;
  const after = (item.x - piece.x1) / piece.size;
  const last = piece.items.at(-1);
  const next = item.index === (last?.index ?? 0) + 1;
  const clings = next && Math.abs(after) < 0.3 && item.size < 0.85 * piece.size;
  const shift = Math.abs(item.y - piece.y) / Math.max(piece.size, item.size);
  if (shift >= (clings ? raisedBaseline : sameBaseline)) return false;
  const before = (piece.x0 - end) / piece.size;
  return (
    (after < cellGap && after > -backStep) ||
    (before < cellGap && before > -backStep) ||
    (item.x >= piece.x0 && end <= piece.x1) ||
    (next && last !== undefined && stepsOn(last, item))
  );
}

/** A single letter whose font tells too great a width: the next one starts behind its start all the same. */
function stepsOn(last: TextItem, item: TextItem): boolean {
  const step = item.x - last.x;
  const level = item.size === last.size && Math.abs(item.y - last.y) < 0.1 * last.size;
  const letter = /^\S{1,2}$/.test(last.str);
  return level && letter && step > -0.1 * last.size && step < last.width;
}

function grow(piece: Piece, item: TextItem): void {
  if (item.size > piece.size) {
    piece.size = item.size;
    piece.y = item.y;
  }
  piece.x0 = Math.min(piece.x0, item.x);
  piece.x1 = Math.max(piece.x1, item.x + item.width);
}

/** Joins pieces that touch on one baseline although the stream separates them: stretched lines, marks, reordered runs. */
function mergeTouching(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.angle - b.angle || b.y - a.y || a.x0 - b.x0);
  const gone = new Set<Piece>();
  sorted.forEach((a, i) => {
    if (gone.has(a)) return;
    for (let j = i + 1; j <= i + neighboursLooked; j++) {
      const b = sorted[j];
      if (b?.angle !== a.angle || a.y - b.y > 0.3 * a.size) break;
      if (gone.has(b) || !touches(sorted, i, a, b)) continue;
      for (const item of b.items) a.items.push(item);
      a.order = Math.min(a.order, b.order);
      a.x0 = Math.min(a.x0, b.x0);
      a.x1 = Math.max(a.x1, b.x1);
      gone.add(b);
    }
  });
  return pieces.filter((piece) => !gone.has(piece));
}

function touches(sorted: readonly Piece[], index: number, a: Piece, b: Piece): boolean {
  if (Math.abs(a.size - b.size) > 0.4 * a.size) return false;
  const gap = Math.max(b.x0 - a.x1, a.x0 - b.x1) / a.size;
  return gap >= -0.5 && (gap <= 0.5 || (gap <= 6 && writtenAcross(sorted, index, a, b)));
}

/** A wide gap is a stretched space of a justified line, not a gutter, when the line just above or below writes across it. */
function writtenAcross(sorted: readonly Piece[], index: number, a: Piece, b: Piece): boolean {
  const left = Math.min(a.x1, b.x1) - 2 * a.size;
  const right = Math.max(a.x0, b.x0) + 2 * a.size;
  for (const step of [-1, 1]) {
    for (let looked = 1; looked <= 12; looked++) {
      const c = sorted[index + step * looked];
      if (c?.angle !== a.angle) break;
      const fall = Math.abs(c.y - a.y) / a.size;
      if (fall > 1.7) break;
      const across = c.x0 < left && c.x1 > right && c.x0 > a.x0 - a.size;
      if (fall > 0.6 && across && Math.abs(c.size - a.size) < 0.5 && c.items.length < 60)
        return true;
    }
  }
  return false;
}

type BareLine = Omit<Line, 'column'>;

function toLine(page: number, piece: Piece, main: boolean): BareLine {
  let right = 0;
  let left = 0;
  for (const { str } of piece.items) {
    if (rightToLeft.test(str)) right += str.length;
    else if (leftToRight.test(str)) left += str.length;
  }
  const rtl = right > left;
  const items = right > 0 ? logicalOrder(piece.items, rtl) : leftToRightOrder(piece.items);
  const text = items
    .map(({ str }) => str)
    .join('')
    .trim();
  const { x0, x1, y, size, angle } = piece;
  return { page, items, text, x0, x1, y, size, rtl, bidi: right > 0, main, angle };
}

/** By place where the stream steps back; a blank stays behind the item it follows, since its own place is often wrong. */
function leftToRightOrder(items: readonly TextItem[]): readonly TextItem[] {
  const stepsBack = items.some((item, i) => item.x < (items[i - 1]?.x ?? -Infinity) - 0.01);
  if (!stepsBack) return items;
  const groups: TextItem[][] = [];
  for (const item of items) {
    if (item.str.trim() === '') groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups.sort(([a], [b]) => (a?.x ?? 0) - (b?.x ?? 0)).flat();
}

/** Gives each line the extent and the usual leading of the run of lines, each below the one before, it stands in. */
function inColumns(lines: readonly BareLine[]): Line[] {
  const out: Line[] = [];
  let group: BareLine[] = [];
  const close = () => {
    const column = measure(group);
    for (const line of group) out.push({ ...line, column });
    group = [];
  };
  for (const line of lines) {
    const above = group.at(-1);
    if (above && !standsBelow(above, line)) close();
    group.push(line);
  }
  close();
  return out;
}

function standsBelow(above: BareLine, line: BareLine): boolean {
  const fall = above.y - line.y;
  const overlap = Math.min(above.x1, line.x1) - Math.max(above.x0, line.x0);
  const narrower = Math.min(above.x1 - above.x0, line.x1 - line.x0);
  return fall > 0 && fall <= 4 * above.size && overlap >= 0.5 * narrower;
}

function measure(group: readonly BareLine[]): Column {
  let left = Infinity;
  let right = -Infinity;
  const leads: number[] = [];
  group.forEach((line, i) => {
    left = Math.min(left, line.x0);
    right = Math.max(right, line.x1);
    const above = group[i - 1];
    if (above) leads.push(above.y - line.y);
  });
  leads.sort((a, b) => a - b);
  return { left, right, lead: leads[leads.length >> 1] ?? 1.3 * (group[0]?.size ?? 0) };
}
