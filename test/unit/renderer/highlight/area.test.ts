import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  areaAround,
  areaBetween,
  areaHeard,
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

test('a click is no drawing', () => {
  const size = { page: 0, width: 600, height: 800 };
  expect(isDrawn(size, areaBetween(size, { x: 10, y: 10 }, { x: 11, y: 200 }))).toBe(false);
  expect(isDrawn(size, areaBetween(size, { x: 10, y: 10 }, { x: 40, y: 40 }))).toBe(true);
});

test('a screen reader hears where it is and how large', () => {
  const size = { page: 0, width: 600, height: 800 };
  const area = { page: 0, x: 60, y: 400, width: 300, height: 80 };
  expect(areaHeard(size, area)).toContain('10 % from the left, 50 % from the top, 50 % wide');
});
