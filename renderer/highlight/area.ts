// Rectangles of a page while they are drawn: in its own units, always inside it, never thinner than can be seen.
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import type { Point } from './mark-paths.ts';

/** A page's place and size. */
export interface PageSize {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** Of the page's shorter side. */
const step = 0.02;
const fineStep = 0.004;
const leastSide = 0.01;

export type AreaStep = 'coarse' | 'fine';

/** The rectangle between two corners. */
export function areaBetween(size: PageSize, a: Point, b: Point): MarkedArea {
  const [left, right] = [a.x, b.x].map((x) => clamp(x, 0, size.width)).sort(ascending);
  const [top, bottom] = [a.y, b.y].map((y) => clamp(y, 0, size.height)).sort(ascending);
  const [x, y] = [left ?? 0, top ?? 0];
  return rounded({ page: size.page, x, y, width: (right ?? 0) - x, height: (bottom ?? 0) - y });
}

/** Where drawing by keyboard begins: a third of the page around `centre`. */
export function areaAround(size: PageSize, centre: Point): MarkedArea {
  const [width, height] = [size.width / 3, Math.min(size.width, size.height) / 4];
  const x = clamp(centre.x - width / 2, 0, size.width - width);
  const y = clamp(centre.y - height / 2, 0, size.height - height);
  return rounded({ page: size.page, x, y, width, height });
}

export function moveArea(
  size: PageSize,
  area: MarkedArea,
  [right, down]: readonly [number, number],
  by: AreaStep,
): MarkedArea {
  const distance = distanceOf(size, by);
  return rounded({
    ...area,
    x: clamp(area.x + right * distance, 0, size.width - area.width),
    y: clamp(area.y + down * distance, 0, size.height - area.height),
  });
}

/** Moves its right and lower edge. */
export function sizeArea(
  size: PageSize,
  area: MarkedArea,
  [right, down]: readonly [number, number],
  by: AreaStep,
): MarkedArea {
  const distance = distanceOf(size, by);
  const least = leastSide * Math.min(size.width, size.height);
  return rounded({
    ...area,
    width: clamp(area.width + right * distance, least, size.width - area.x),
    height: clamp(area.height + down * distance, least, size.height - area.y),
  });
}

/** Which of its sides a drag takes along: −1 the left or upper one, 1 the right or lower one, both 0 for all of it. */
export type AreaEdge = readonly [x: -1 | 0 | 1, y: -1 | 0 | 1];

/** The area after one of its sides, a corner, or all of it was dragged so far; a side may be dragged past the other. */
export function dragArea(size: PageSize, area: MarkedArea, edge: AreaEdge, by: Point): MarkedArea {
  const [x, y] = edge;
  if (x === 0 && y === 0) {
    return rounded({
      ...area,
      x: clamp(area.x + by.x, 0, size.width - area.width),
      y: clamp(area.y + by.y, 0, size.height - area.height),
    });
  }
  const start = { x: area.x + (x < 0 ? by.x : 0), y: area.y + (y < 0 ? by.y : 0) };
  const end = {
    x: area.x + area.width + (x > 0 ? by.x : 0),
    y: area.y + area.height + (y > 0 ? by.y : 0),
  };
  return areaBetween(size, start, end);
}

/** Whether somebody drew it, and did not only click. */
export function isDrawn(size: PageSize, { width, height }: MarkedArea): boolean {
  return Math.min(width, height) >= leastSide * Math.min(size.width, size.height);
}

/** What a screen reader says of a rectangle that is being drawn or changed, in hundredths of the page. */
export function areaHeard(
  size: PageSize,
  { x, y, width, height }: MarkedArea,
  isChanged = false,
): string {
  const across = (length: number): number => Math.round((100 * length) / size.width);
  const down = (length: number): number => Math.round((100 * length) / size.height);
  return (
    `Area ${across(x)} % from the left, ${down(y)} % from the top, ` +
    `${across(width)} % wide, ${down(height)} % high. ${isChanged ? 'Enter keeps it, Esc leaves it as it was.' : 'Enter marks it.'}`
  );
}

function distanceOf({ width, height }: PageSize, by: AreaStep): number {
  return (by === 'fine' ? fineStep : step) * Math.min(width, height);
}

/** Hundredths of a unit are finer than a hand. */
function rounded({ page, ...lengths }: MarkedArea): MarkedArea {
  const round = (length: number): number => Math.round(100 * length) / 100;
  return {
    page,
    x: round(lengths.x),
    y: round(lengths.y),
    width: round(lengths.width),
    height: round(lengths.height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function ascending(a: number, b: number): number {
  return a - b;
}
