// Stretches of a page's items → boxes on the page, one per line.
import { guessAdvances } from './advance.ts';
import { isBlank } from './blank.ts';
import { turn, type PdfPage, type TextItem } from './pdf-page.ts';

/** A box along its text's own direction: lower left corner and size in user space turned back by `angle` degrees. */
export interface Quad {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

const descent = 0.22;
const boxHeight = 1.1;

/** Boxes of the page's non-blank units from `start` to `end`, both squeezed; `into` takes them up, merging neighbours. */
export function addQuads(into: Quad[], page: PdfPage, start: number, end: number): void {
  for (let i = itemAt(page.items, start); i < page.items.length; i++) {
    const item = page.items[i];
    if (item === undefined || item.solid >= end) break;
    const quad = boxOf(page.index, item, start, end);
    if (quad) merge(into, quad, item.size);
  }
}

/** Corners in user space, counter-clockwise from the lower left. */
export function quadCorners(quad: Quad): readonly (readonly [number, number])[] {
  const { x, y, width, height, angle } = quad;
  return [
    turn(x, y, -angle),
    turn(x + width, y, -angle),
    turn(x + width, y + height, -angle),
    turn(x, y + height, -angle),
  ];
}

/** Index of the last item that starts at or before squeezed offset `solid`. */
function itemAt(items: readonly TextItem[], solid: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.solid ?? Infinity) <= solid) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function boxOf(page: number, item: TextItem, start: number, end: number): Quad | undefined {
  const advances = guessAdvances(item);
  let solid = item.solid;
  let x = 0;
  let from: number | undefined;
  let to = 0;
  for (let i = 0; i < item.str.length; i++) {
    const advance = advances[i] ?? 0;
    if (!isBlank(item.str.charCodeAt(i))) {
      if (solid >= start && solid < end) {
        from ??= x;
        to = x + advance;
      }
      solid++;
    }
    x += advance;
  }
  if (from === undefined) return undefined;
  return {
    page,
    x: item.rtl ? item.x + item.width - to : item.x + from,
    y: item.y - descent * item.size,
    width: to - from,
    height: boxHeight * item.size,
    angle: item.angle,
  };
}

function merge(quads: Quad[], next: Quad, size: number): void {
  const last = quads.at(-1);
  const touches =
    last?.page === next.page &&
    last.angle === next.angle &&
    Math.abs(last.y - next.y) < 0.4 * size &&
    next.x < last.x + last.width + size &&
    next.x + next.width > last.x - size;
  if (!touches) {
    quads.push(next);
    return;
  }
  const x = Math.min(last.x, next.x);
  const y = Math.min(last.y, next.y);
  const width = Math.max(last.x + last.width, next.x + next.width) - x;
  const height = Math.max(last.y + last.height, next.y + next.height) - y;
  quads[quads.length - 1] = { ...next, x, y, width, height };
}
