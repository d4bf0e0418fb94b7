import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { concat, type Bytes } from '../../../../shared/bytes.ts';
import {
  chunkBytes,
  headBytes,
  openedSize,
  openMessage,
  sealedChunkBytes,
  sealMessage,
  startOpening,
  startSealing,
} from '../../../../shared/crypto/cobblestone.ts';
import { importSealKey } from '../../../../shared/crypto/seal-key.ts';
import { openCobblestone, sealCobblestone } from '../../../support/second-reader.ts';

const rawKey = Uint8Array.from({ length: 32 }, (_, index) => index);
const context = 'evidence-locker/v1/file/00/11';
const key = await importSealKey(rawKey);

function patterned(length: number): Bytes {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 255);
}

/** Lengths around the borders of chunks, where such formats break. */
const length = fc.oneof(
  fc.nat(200),
  fc.constantFrom(...[0, 1, 2, 3].flatMap((n) => [-1, 0, 1].map((d) => n * chunkBytes + d))),
  fc.nat(5 * chunkBytes),
);
const size = length.map((bytes) => Math.max(0, bytes));

test('a second implementation opens what this one sealed, and the other way round', async () => {
  await fc.assert(
    fc.asyncProperty(size, fc.uint8Array({ minLength: 24, maxLength: 24 }), async (bytes, salt) => {
      const plain = patterned(bytes);
      const sealed = await sealMessage(key, context, plain);
      expect(openedSize(sealed.length)).toBe(bytes);
      const reopened = openCobblestone(Buffer.from(rawKey), context, Buffer.from(sealed));
      expect(reopened.equals(plain)).toBe(true);
      const theirs = sealCobblestone(
        Buffer.from(rawKey),
        Buffer.from(salt),
        context,
        Buffer.from(plain),
      );
      expect(await openMessage(key, context, Uint8Array.from(theirs))).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});

test('no message ends within a tag, and none is shorter than its head and one tag', () => {
  const least = headBytes + 16;
  expect([openedSize(least), openedSize(least + sealedChunkBytes)]).toEqual([0, chunkBytes]);
  const whole = headBytes + sealedChunkBytes;
  for (const bytes of [0, headBytes, least - 1, whole, whole + 1, whole + 15]) {
    expect(openedSize(bytes), String(bytes)).toBeUndefined();
  }
});

test('every bit of a message counts', async () => {
  const sealed = await sealMessage(key, context, patterned(40));
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const altered = sealed.slice();
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(await openMessage(key, context, altered), `bit ${String(bit)}`).toBeUndefined();
  }
});

test('a message cut, lengthened, or with chunks left out, repeated or exchanged does not open', async () => {
  const sealed = await sealMessage(key, context, patterned(2 * chunkBytes + 100));
  const head = sealed.slice(0, headBytes);
  const [a, b, c] = [0, 1, 2].map((index) =>
    sealed.slice(headBytes + index * sealedChunkBytes, headBytes + (index + 1) * sealedChunkBytes),
  ) as [Bytes, Bytes, Bytes];
  const refused = [
    concat(head, a, b),
    concat(head, a, c),
    concat(head, b, a, c),
    concat(head, a, b, b, c),
    concat(head, a, b, c, c),
    concat(sealed, Uint8Array.of(0)),
    head,
    head.slice(0, 20),
    new Uint8Array(),
  ];
  for (const message of refused) expect(await openMessage(key, context, message)).toBeUndefined();
  for (let cut = 1; cut < sealed.length; cut += 997) {
    expect(await openMessage(key, context, sealed.slice(0, cut))).toBeUndefined();
  }
});

test('a message opens under its own key and context only', async () => {
  const sealed = await sealMessage(key, context, patterned(10));
  const otherKey = await importSealKey(patterned(32));
  expect(await openMessage(otherKey, context, sealed)).toBeUndefined();
  expect(await openMessage(key, `${context}0`, sealed)).toBeUndefined();
});

test('sealed in pieces of any size, a message is the same message', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(size, { maxLength: 6 }), async (sizes) => {
      const pieces = sizes.map(patterned);
      const sealer = await startSealing(key, context);
      const sealed = [sealer.head];
      for (const piece of pieces) sealed.push(await sealer.push(piece));
      sealed.push(await sealer.end());
      expect(await openMessage(key, context, concat(...sealed))).toEqual(concat(...pieces));
    }),
    { numRuns: 40 },
  );
});

test('any run of chunks opens by itself', async () => {
  const plain = patterned(5 * chunkBytes + 77);
  const sealed = await sealMessage(key, context, plain);
  const opener = await startOpening(key, context, sealed.slice(0, headBytes));
  const body = sealed.slice(headBytes);
  await fc.assert(
    fc.asyncProperty(fc.nat(5), fc.nat(5), async (first, count) => {
      const from = first * sealedChunkBytes;
      const opened = await opener?.open(first, body.slice(from, from + count * sealedChunkBytes));
      expect(opened).toEqual(plain.slice(first * chunkBytes, (first + count) * chunkBytes));
    }),
  );
  expect(await opener?.open(0, body.slice(sealedChunkBytes))).toBeUndefined();
});

test('equal plaintexts give unlike messages', async () => {
  const plain = patterned(100);
  const [one, other] = [
    await sealMessage(key, context, plain),
    await sealMessage(key, context, plain),
  ];
  expect(one).not.toEqual(other);
});

test('a chunk opens under its own number and no other, however large', async () => {
  const sealed = await sealMessage(key, context, patterned(40));
  const opener = await startOpening(key, context, sealed.subarray(0, headBytes));
  const chunk = sealed.subarray(headBytes);
  expect(await opener?.open(0, chunk)).toEqual(patterned(40));
  for (const number of [1, 255, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 39]) {
    expect(await opener?.open(number, chunk), String(number)).toBeUndefined();
  }
});

test('a message’s key can be read by nobody, and what it was made from is zeroed', async () => {
  const importing = vi.spyOn(crypto.subtle, 'importKey');
  const hmac = vi.spyOn(key, 'hmac');
  const sealed = await sealMessage(key, context, patterned(40));
  expect(await openMessage(key, context, sealed)).toEqual(patterned(40));
  const imported = importing.mock.calls as unknown as readonly (readonly [
    ...[format: string, raw: Bytes, algorithm: string, extractable: boolean],
    usages: readonly string[],
  ])[];
  expect(imported).toHaveLength(2);
  for (const [, raw, , extractable, usages] of imported) {
    expect(raw).toEqual(new Uint8Array(32));
    expect(extractable).toBe(false);
    expect(usages).toHaveLength(1);
  }
  // The second input of each began with the first block, which is the key.
  expect(hmac).toHaveBeenCalledTimes(4);
  for (const [input] of hmac.mock.calls) expect(input.every((byte) => byte === 0)).toBe(true);
  vi.restoreAllMocks();
});
