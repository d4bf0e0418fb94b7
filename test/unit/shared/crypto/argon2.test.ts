import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { expect, test } from 'vitest';
import { argon2id, isCost, leastCost, usualCost } from '../../../../shared/crypto/argon2.ts';

await sodium.ready;

test('libsodium and a second implementation derive the same key', () => {
  const salt = fc.uint8Array({ minLength: 16, maxLength: 16 });
  const memoryKiB = fc.integer({ min: 8, max: 256 });
  const passes = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(fc.uint8Array(), salt, memoryKiB, passes, (secret, saltBytes, m, t) => {
      const cost = { memoryKiB: m, passes: t };
      const derived = argon2id(sodium, Uint8Array.from(secret), Uint8Array.from(saltBytes), cost);
      const expected = nobleArgon2id(secret, saltBytes, { m, t, p: 1, dkLen: 32 });
      expect(Buffer.from(derived).equals(expected)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('costs below the floor or above the ceiling are refused', () => {
  expect(isCost(usualCost, leastCost)).toBe(true);
  expect(isCost(leastCost, leastCost)).toBe(true);
  expect(isCost({ memoryKiB: 1024 * 1024, passes: 16 }, leastCost)).toBe(true);
  const refused = [
    { memoryKiB: 64 * 1024 - 1, passes: 3 },
    { memoryKiB: 64 * 1024, passes: 2 },
    { memoryKiB: 1024 * 1024 + 1, passes: 3 },
    { memoryKiB: 64 * 1024, passes: 17 },
    { memoryKiB: 2 ** 60, passes: 3 },
    { memoryKiB: Number.NaN, passes: 3 },
    { memoryKiB: 65_536.5, passes: 3 },
  ];
  for (const cost of refused) expect(isCost(cost, leastCost)).toBe(false);
});
