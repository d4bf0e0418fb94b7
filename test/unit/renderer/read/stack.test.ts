import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boxAt,
  heightOf,
  placeAt,
  stackBoxes,
  visibleSpan,
} from '../../../../renderer/read/stack.ts';

const heights = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 200 });
const gap = fc.constantFrom(0, 16);

test('every height lies in the box that is found for it', () => {
  fc.assert(
    fc.property(heights, gap, fc.nat(), (boxes, between, at) => {
      const stack = stackBoxes(boxes, between);
      const end = stack.tops.at(-1) ?? 0;
      const y = at % end;
      const index = boxAt(stack, y);
      expect(stack.tops[index]).toBeLessThanOrEqual(y);
      expect(stack.tops[index + 1]).toBeGreaterThan(y);
    }),
  );
});

test('a window shows the boxes that touch it and no other', () => {
  fc.assert(
    fc.property(heights, fc.nat(), fc.integer({ min: 1, max: 3000 }), (boxes, at, size) => {
      const stack = stackBoxes(boxes, 0);
      const top = at % (stack.tops.at(-1) ?? 1);
      const { first, last } = visibleSpan(stack, top, top + size, 0);
      boxes.forEach((_, i) => {
        const touches = (stack.tops[i] ?? 0) <= top + size && (stack.tops[i + 1] ?? 0) > top;
        expect(i >= first && i <= last).toBe(touches);
      });
    }),
  );
});

test('a place is found again after every box has grown by the same factor', () => {
  fc.assert(
    fc.property(heights, fc.nat(), fc.constantFrom(0.5, 2, 3), (boxes, at, factor) => {
      const stack = stackBoxes(boxes, 0);
      const y = at % (stack.tops.at(-1) ?? 1);
      const grown = stackBoxes(
        boxes.map((height) => height * factor),
        0,
      );
      expect(heightOf(grown, placeAt(stack, y))).toBeCloseTo(y * factor, 6);
    }),
  );
});

test('an empty column has no boxes to show', () => {
  expect(visibleSpan(stackBoxes([], 0), 0, 100, 100)).toEqual({ first: 0, last: -1 });
});
