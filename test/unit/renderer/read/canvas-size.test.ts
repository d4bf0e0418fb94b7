import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canvasSize } from '../../../../renderer/read/canvas-size.ts';

test('no page, however large, asks for more than a canvas can hold', () => {
  const side = fc.integer({ min: 1, max: 2_000_000 });
  fc.assert(
    fc.property(side, side, fc.double({ min: 0.5, max: 8, noNaN: true }), (width, height, dpr) => {
      const size = canvasSize(width, height, dpr);
      expect(size.width).toBeGreaterThanOrEqual(1);
      expect(size.height).toBeGreaterThanOrEqual(1);
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(16_384);
      expect(size.width * size.height).toBeLessThanOrEqual(16_777_216);
    }),
  );
});

test('an ordinary page has the screen’s own sharpness, up to two pixels for one', () => {
  expect(canvasSize(816, 1056, 1)).toEqual({ width: 816, height: 1056, ratio: 1 });
  expect(canvasSize(816, 1056, 3).ratio).toBe(2);
});
