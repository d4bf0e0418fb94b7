// What is painted of marks, as SVG path data: one path for all marks of a colour, because a path for each was measured
// to cost frames from a few hundred marks on. Coordinates are those of the layer: points of a page, pixels of a text.
import type { MarkColour, MarkKind } from '../../shared/evidence/mark.ts';
import type { MarkId } from '../../shared/evidence/ids.ts';
import { markColours } from '../../shared/evidence/mark.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A run of characters on one line, as the four corners of its box: along the text from the start of its foot, then back
 * over its head. A turned page turns the corners, so the foot stays the text's foot.
 */
export type Box = readonly [footStart: Point, footEnd: Point, headEnd: Point, headStart: Point];

export interface PlacedMark {
  readonly id: MarkId;
  readonly colour: MarkColour;
  readonly kind: MarkKind;
  /** Marks that overlap have different lanes, so that their edges stay apart. */
  readonly lane: number;
  readonly boxes: readonly Box[];
}

export interface ColourPaths {
  readonly colour: MarkColour;
  readonly fill: string;
  readonly edge: string;
  /** Of underlines, which fill nothing. */
  readonly line: string;
}

/** Paths by colour, in the order of the colours; a colour without marks has none. `laneGap` is the distance of edges. */
export function colourPaths(marks: readonly PlacedMark[], laneGap: number): readonly ColourPaths[] {
  return markColours.flatMap((colour) => {
    const own = marks.filter((mark) => mark.colour === colour);
    if (own.length === 0) return [];
    const lines = own.filter(({ kind }) => kind === 'underline');
    const filled = own.filter(({ kind }) => kind !== 'underline');
    const feet = (some: readonly PlacedMark[]): string =>
      some.map(({ boxes, lane }) => edgePath(boxes, lane * laneGap)).join('');
    const fill = filled.map(({ boxes }) => fillPath(boxes)).join('');
    return [{ colour, fill, edge: feet(filled), line: feet(lines) }];
  });
}

export function fillPath(boxes: readonly Box[]): string {
  return boxes.map(([a, b, c, d]) => `M${write(a)}L${write(b)}L${write(c)}L${write(d)}Z`).join('');
}

/** The feet of the boxes, moved outwards by `drop`. */
export function edgePath(boxes: readonly Box[], drop: number): string {
  return boxes
    .map((box) => {
      const [a, b, , d] = box;
      const height = Math.hypot(a.x - d.x, a.y - d.y);
      const by = height > 0 ? drop / height : 0;
      const move = { x: (a.x - d.x) * by, y: (a.y - d.y) * by };
      return `M${write(add(a, move))}L${write(add(b, move))}`;
    })
    .join('');
}

/** Whether a point lies in a box; boxes are convex. */
export function isInside([a, b, c, d]: Box, point: Point): boolean {
  const sides = [cross(a, b, point), cross(b, c, point), cross(c, d, point), cross(d, a, point)];
  return sides.every((side) => side >= 0) || sides.every((side) => side <= 0);
}

/** The one after `last`, so that clicking again reaches every mark of an overlap; the first where `last` is none of them. */
export function nextMark(
  found: readonly PlacedMark[],
  last: MarkId | undefined,
): PlacedMark | undefined {
  return found[(found.findIndex(({ id }) => id === last) + 1) % Math.max(1, found.length)];
}

/** The marks under a point, the shortest first: the one a click on an overlap most likely means. */
export function marksAt(marks: readonly PlacedMark[], point: Point): readonly PlacedMark[] {
  return marks
    .filter(({ boxes }) => boxes.some((box) => isInside(box, point)))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

export function boxFromRect(left: number, top: number, width: number, height: number): Box {
  const right = left + width;
  const bottom = top + height;
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ];
}

function lengthOf({ boxes }: PlacedMark): number {
  return boxes.reduce((sum, [a, b]) => sum + Math.hypot(b.x - a.x, b.y - a.y), 0);
}

function cross(a: Point, b: Point, p: Point): number {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

function add(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

function write({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
}
