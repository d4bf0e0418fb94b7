import { hkdfSync, createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { toHex } from '../../../../shared/bytes.ts';
import {
  sha256,
  sha256Hex,
  sha256OfSealed,
  startSha256,
} from '../../../../shared/crypto/digest.ts';
import {
  blindedId,
  deriveLockerKeys,
  derivePurpose,
  deriveSealKey,
} from '../../../../shared/crypto/locker-keys.ts';

const lockerId = 'ab'.repeat(16);
afterEach(() => {
  vi.restoreAllMocks();
});

const master = () => Uint8Array.from({ length: 32 }, (_, index) => index * 3);

test('purposes are HKDF-SHA-512 as node:crypto has it', async () => {
  for (const purpose of ['slot', 'keys', 'journal', 'epoch', 'blind'] as const) {
    const info = `evidence-locker/v1/${purpose}`;
    const expected = Buffer.from(hkdfSync('sha512', master(), lockerId, info, 32)).toString('hex');
    expect(toHex(await derivePurpose(master(), lockerId, purpose))).toBe(expected);
  }
});

test('the master key is gone once the keys are derived, and no key can be read back', async () => {
  const secret = master();
  const keys = await deriveLockerKeys(secret, lockerId);
  expect(secret).toEqual(new Uint8Array(32));
  for (const key of [keys.keys, keys.journal, keys.epoch, keys.blind]) {
    expect(Reflect.ownKeys(key)).toEqual([]);
    expect(Reflect.ownKeys(structuredClone(key))).toEqual([]);
    expect(inspect(key, { showHidden: true, depth: null })).toBe('HmacKey {}');
  }
});

test('what a key is made from is zeroed once it is a key', async () => {
  const derived: ArrayBuffer[] = [];
  const derive = crypto.subtle.deriveBits.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'deriveBits').mockImplementation(async (...args) => {
    const bits = await derive(...args);
    derived.push(bits);
    return bits;
  });

  await deriveSealKey(master(), lockerId, 'journal');

  expect(derived.map((bits) => toHex(new Uint8Array(bits)))).toEqual(['00'.repeat(32)]);
});

test('row ids are an HMAC-SHA-512 of the name', async () => {
  const keys = await deriveLockerKeys(master(), lockerId);
  const key = Buffer.from(hkdfSync('sha512', master(), lockerId, 'evidence-locker/v1/blind', 32));
  const expected = createHmac('sha512', key).update('view/library').digest('hex').slice(0, 32);
  expect(blindedId(keys, 'view/library')).toBe(expected);
});

test('a digest taken in pieces is the digest of the whole', async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index & 255);
  const hash = await startSha256();
  for (let at = 0; at < bytes.length; at += 7_777) hash.update(bytes.slice(at, at + 7_777));
  expect(hash.digest('hex')).toBe(await sha256Hex(bytes));
});

test('sealed bytes are hashed without a thread up to 2 KiB, by WebCrypto above, to the same end', async () => {
  const digest = vi.spyOn(crypto.subtle, 'digest');
  for (const [length, times] of [
    [0, 0],
    [2_048, 0],
    [2_049, 1],
  ] as const) {
    digest.mockClear();
    const bytes = new Uint8Array(length).fill(9);
    const hash = await sha256OfSealed(bytes);
    expect(digest, String(length)).toHaveBeenCalledTimes(times);
    expect(hash).toEqual(await sha256(bytes));
  }
});
