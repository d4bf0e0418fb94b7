import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseCost } from '../../../../renderer/vault/derive-key.ts';
import { isCost, leastCost, usualCost } from '../../../../shared/crypto/argon2.ts';

test('a usual machine gets the usual cost', () => {
  expect(chooseCost(250)).toEqual(usualCost);
});

test('a slow machine gets less memory, and never less than the least', () => {
  expect(chooseCost(480).memoryKiB).toBe(2 * leastCost.memoryKiB);
  expect(chooseCost(60_000)).toEqual(leastCost);
});

test('a fast machine makes more passes over the usual memory', () => {
  expect(chooseCost(120)).toEqual({ ...usualCost, passes: 2 * usualCost.passes });
});

test('whatever was measured, the cost is one that a slot may hold', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (tookMs) => {
      expect(isCost(chooseCost(tookMs), leastCost)).toBe(true);
    }),
  );
});
