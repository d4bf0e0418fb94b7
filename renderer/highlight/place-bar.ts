// Where the selection bar goes: above the selection, never over it.

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const distance = 8;

/**
 * Top left corner of the bar, in the coordinates of the rectangles. Above the first line; under the last one where there
 * is no room above; at the foot of the window where there is none below either, which is the only place where it may
 * cover a part of a selection larger than the window. `undefined` when the selection is not in the window.
 */
export function placeBar(
  lines: readonly Rect[],
  window: Rect,
  bar: Size,
): { readonly left: number; readonly top: number } | undefined {
  const seen = lines.filter(({ top, bottom }) => bottom > window.top && top < window.bottom);
  const first = seen[0];
  if (first === undefined) return undefined;
  const top = Math.min(...seen.map((line) => line.top));
  const bottom = Math.max(...seen.map((line) => line.bottom));
  const above = top - distance - bar.height;
  const below = bottom + distance;
  const foot = window.bottom - distance - bar.height;
  const centre = (first.left + first.right - bar.width) / 2;
  return {
    left: Math.max(window.left + distance, Math.min(centre, window.right - distance - bar.width)),
    top: above >= window.top + distance ? above : Math.min(below, foot),
  };
}
