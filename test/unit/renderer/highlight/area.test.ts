import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  areaAround,
  areaBetween,
  areaHeard,
  dragArea,
  isDrawn,
  moveArea,
  sizeArea,
  type PageSize,
} from '../../../../renderer/highlight/area.ts';
import type { MarkedArea } from '../../../../shared/evidence/mark.ts';

const sides = fc.integer({ min: 20, max: 16_000 });
const sizes = fc.record({ page: fc.constant(2), width: sides, height: sides });
const length = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const points = fc.record({ x: length, y: length });
const ways = fc.constantFrom([-1, 0], [1, 0], [0, -1], [0, 1]) as fc.Arbitrary<
  readonly [number, number]
>;

function expectInside({ width, height }: PageSize, area: MarkedArea): void {
  const slack = 0.02; // what is rounded to hundredths
  expect(Math.min(area.x, area.y, area.width, area.height)).toBeGreaterThanOrEqual(0);
  expect(area.x + area.width).toBeLessThanOrEqual(width + slack);
  expect(area.y + area.height).toBeLessThanOrEqual(height + slack);
}

test('a drag in any direction, also over the edge, is a rectangle of the page', () => {
  fc.assert(
    fc.property(sizes, points, points, (size, a, b) => {
      expectInside(size, areaBetween(size, a, b));
      expect(areaBetween(size, a, b)).toEqual(areaBetween(size, b, a));
    }),
  );
});

test('however it is moved and sized by keys, it stays on the page and can be seen', () => {
  const steps = fc.array(fc.tuple(fc.boolean(), ways, fc.boolean()), { maxLength: 80 });
  fc.assert(
    fc.property(sizes, points, steps, (size, centre, moves) => {
      let area = areaAround(size, centre);
      for (const [moving, way, fine] of moves) {
        const by = fine ? 'fine' : 'coarse';
        area = moving ? moveArea(size, area, way, by) : sizeArea(size, area, way, by);
        expectInside(size, area);
        expect(Math.min(area.width, area.height)).toBeGreaterThan(0);
      }
    }),
  );
});

const edges = fc.constantFrom(-1 as const, 0 as const, 1 as const);

test('whatever side is dragged, however far, it stays on its page', () => {
  fc.assert(
    fc.property(sizes, points, points, edges, edges, (size, centre, by, x, y) => {
      const dragged = dragArea(size, areaAround(size, centre), [x, y], by);
      expectInside(size, dragged);
    }),
  );
});

test('a dragged corner takes its two sides along, the middle all of it', () => {
  const size = { page: 0, width: 600, height: 800 };
  const area = { page: 0, x: 100, y: 100, width: 200, height: 100 };
  const by = { x: 10, y: -20 };
  expect(dragArea(size, area, [1, 1], by)).toEqual({ ...area, width: 210, height: 80 });
  expect(dragArea(size, area, [-1, -1], by)).toEqual({
    ...area,
    ...{ x: 110, y: 80, width: 190, height: 120 },
  });
  expect(dragArea(size, area, [0, 1], by)).toEqual({ ...area, height: 80 });
  expect(dragArea(size, area, [0, 0], by)).toEqual({ ...area, x: 110, y: 80 });
  expect(dragArea(size, area, [0, 0], { x: 900, y: 0 }).x).toBe(400);
  // Past the other side it goes on there.
  expect(dragArea(size, area, [1, 0], { x: -250, y: 0 })).toEqual({ ...area, x: 50, width: 50 });
});

test('a click is no drawing', () => {
  const size = { page: 0, width: 600, height: 800 };
  expect(isDrawn(size, areaBetween(size, { x: 10, y: 10 }, { x: 11, y: 200 }))).toBe(false);
  expect(isDrawn(size, areaBetween(size, { x: 10, y: 10 }, { x: 40, y: 40 }))).toBe(true);
});

test('a screen reader hears where it is and how large', () => {
  const size = { page: 0, width: 600, height: 800 };
  const area = { page: 0, x: 60, y: 400, width: 300, height: 80 };
  expect(areaHeard(size, area)).toContain('10 % from the left, 50 % from the top, 50 % wide');
  expect(areaHeard(size, area)).toContain('Enter marks it.');
  expect(areaHeard(size, area, true)).toContain('Esc leaves it as it was.');
});
