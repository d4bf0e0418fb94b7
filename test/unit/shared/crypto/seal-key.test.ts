import type * as HashWasm from 'hash-wasm';
import { createHmac } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { toHex, utf8 } from '../../../../shared/bytes.ts';
import { importSealKey } from '../../../../shared/crypto/seal-key.ts';

const hashed = vi.hoisted((): unknown[] => []);

vi.mock('hash-wasm', async (original) => {
  const real = await original<typeof HashWasm>();
  const createSHA512 = async () => {
    const hash = await real.createSHA512();
    const update = hash.update.bind(hash);
    hash.update = (data) => {
      hashed.push(data);
      return update(data);
    };
    return hash;
  };
  return { ...real, createSHA512 };
});

test('it is HMAC-SHA-512 as node:crypto has it, of keys of any length up to a block', async () => {
  for (const length of [1, 32, 64, 128]) {
    const raw = Uint8Array.from({ length }, (_, index) => 255 - index);
    const key = await importSealKey(raw);
    for (const input of ['', 'some words', 'w'.repeat(1_000)]) {
      const expected = createHmac('sha512', raw).update(input).digest('hex');
      expect(toHex(key.hmac(utf8(input)))).toBe(expected);
    }
  }
});

test('nothing that was hashed keeps the key', async () => {
  const key = await importSealKey(new Uint8Array(32).fill(7));
  const input = utf8('some words');
  hashed.length = 0;
  key.hmac(input);
  const [innerPad, message, outerPad, innerHash, ...rest] = hashed;
  expect(rest).toEqual([]);
  expect([message, innerHash]).toEqual([input, expect.any(Uint8Array)]);
  for (const pad of [innerPad, outerPad]) expect(pad).toEqual(new Uint8Array(128));
});
