import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paddedSize } from '../../../../shared/locker/padding.ts';

test('small things all become 4 KiB', () => {
  for (const size of [0, 1, 4095, 4096]) expect(paddedSize(size)).toBe(4096);
  expect(paddedSize(4097)).toBe(4352);
});

test('a padded size holds the thing, is at most 12 % more, and stays as it is when it is padded again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4096, max: 2 ** 40 }), (size) => {
      const padded = paddedSize(size);
      expect(padded).toBeGreaterThanOrEqual(size);
      expect(padded).toBeLessThanOrEqual(size * 1.12);
      expect(paddedSize(padded)).toBe(padded);
    }),
  );
});
