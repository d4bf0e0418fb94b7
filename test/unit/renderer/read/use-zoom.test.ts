import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepZoom } from '../../../../renderer/read/use-zoom.ts';

test('a step goes the way it was asked to, and stops at the ends', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 4, noNaN: true }), (factor) => {
      const larger = stepZoom(factor, 1);
      const smaller = stepZoom(factor, -1);
      expect(larger).toBeGreaterThanOrEqual(factor);
      expect(smaller).toBeLessThanOrEqual(factor);
    }),
  );
  expect(stepZoom(4, 1)).toBe(4);
  expect(stepZoom(0.5, -1)).toBe(0.5);
});

test('from a fitted factor the next step is a round one', () => {
  expect(stepZoom(1.083, 1)).toBe(1.1);
  expect(stepZoom(1.083, -1)).toBe(1);
});
