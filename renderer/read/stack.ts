// Arithmetic of a column of boxes (pages of a PDF, chunks of a text) of known or estimated heights. Pixels throughout.

/** Tops of boxes laid one under the other. `tops` has one entry more than there are boxes: the end of the column. */
export interface Stack {
  readonly tops: Float64Array<ArrayBuffer>;
  readonly gap: number;
}

/** A place that survives a change of heights: a box, and how far down in it (0 to 1). */
export interface StackPlace {
  readonly index: number;
  readonly fraction: number;
}

/** Boxes from `first` to `last`, both included; empty when `last < first`. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export function stackBoxes(heights: ArrayLike<number>, gap: number): Stack {
  const tops = new Float64Array(heights.length + 1);
  for (let i = 0; i < heights.length; i++) {
    tops[i + 1] = (tops[i] ?? 0) + (heights[i] ?? 0) + gap;
  }
  return { tops, gap };
}

/** Index of the box at height `y`; the nearest one above or below the column. −1 where there are no boxes. */
export function boxAt({ tops }: Stack, y: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** The boxes that touch the window [top, bottom], and those within `margin` of it. */
export function visibleSpan(stack: Stack, top: number, bottom: number, margin: number): Span {
  const first = boxAt(stack, top - margin);
  return first < 0 ? { first: 0, last: -1 } : { first, last: boxAt(stack, bottom + margin) };
}

export function placeAt(stack: Stack, y: number): StackPlace {
  const index = Math.max(0, boxAt(stack, y));
  const top = stack.tops[index] ?? 0;
  const height = (stack.tops[index + 1] ?? top) - top - stack.gap;
  return { index, fraction: height > 0 ? Math.min(1, Math.max(0, (y - top) / height)) : 0 };
}

/** Where a place lies now. Inverse of `placeAt` for places inside a box. */
export function heightOf(stack: Stack, { index, fraction }: StackPlace): number {
  const last = Math.max(0, stack.tops.length - 2);
  const box = Math.min(index, last);
  const top = stack.tops[box] ?? 0;
  const height = Math.max(0, (stack.tops[box + 1] ?? top) - top - stack.gap);
  return top + fraction * height;
}
