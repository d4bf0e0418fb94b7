// The crypto room and a whole locker over Chromium's WebCrypto. Expected values come from a second implementation over
// node:crypto (test/support/second-reader.ts) and from published vectors.
import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, expect, test, vi } from 'vitest';
import { toHex, utf8 } from '../../../../shared/bytes.ts';
import { argon2id } from '../../../../shared/crypto/argon2.ts';
import { chunkBytes, openMessage, sealMessage } from '../../../../shared/crypto/cobblestone.ts';
import { sha256Hex, startSha256 } from '../../../../shared/crypto/digest.ts';
import { derivePurpose } from '../../../../shared/crypto/locker-keys.ts';
import { parseRecoveryKey, printRecoveryKey } from '../../../../shared/crypto/recovery-key.ts';
import { importSealKey } from '../../../../shared/crypto/seal-key.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  reopen,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

const counting = (length: number) => Uint8Array.from({ length }, (_, index) => index & 255);
const key = await importSealKey(counting(32));
const context = 'evidence-locker/v1/file/00/11';

/** SHA-256 of the message the second implementation makes of the first n bytes, under a salt of 0, 1, 2 … 23. */
const sealedDigests: readonly (readonly [number, string])[] = [
  [0, '9a1fbc6ff8a0bdefe4b56761c9f652735c40f065502fcf5415ddb573314c5e46'],
  [1, '006e2f07c49d28bb231a7d2ea8ab65b914b3eeef698df37960df1d4dd0faa9f2'],
  [16383, 'd4124366aa487c8e7e9c875803057800c5514cf5b9622a892b42413e8d32910c'],
  [16384, '035e8e4190d273288724b10a27653cc537b0a897081bb670b3a0c0c5ce07c63f'],
  [16385, '1fcade8a79ad84b159bbc5afe73da7dd979ddfd4349bb25dda0b45f77b7541eb'],
  [50000, '5d2fb166f930e8f1ba97fa16077fb9da7219a6e93f14b5f3c7ceeb0617faa7c1'],
];

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(sealedDigests)(
  'a message of %i bytes is, byte for byte, what the second implementation seals',
  async (length, digest) => {
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((salt) => {
      if (salt instanceof Uint8Array) salt.set(counting(salt.length));
      return salt;
    });
    const sealed = await sealMessage(key, context, counting(length));
    expect(await sha256Hex(sealed)).toBe(digest);
    expect(await openMessage(key, context, sealed)).toEqual(counting(length));
  },
);

test('an altered message does not open', async () => {
  const sealed = await sealMessage(key, context, counting(chunkBytes + 5));
  for (const at of [0, 24, 56, 56 + chunkBytes, sealed.length - 1]) {
    const altered = sealed.slice();
    altered[at] = (altered[at] ?? 0) ^ 128;
    expect(await openMessage(key, context, altered)).toBeUndefined();
  }
  expect(await openMessage(key, context, sealed.slice(0, 56 + chunkBytes + 16))).toBeUndefined();
});

test('HKDF, SHA-256 and Argon2id give the values other implementations give', async () => {
  const purpose = await derivePurpose(counting(32), 'ab'.repeat(16), 'journal');
  expect(toHex(purpose)).toBe('539ae9223c8037b006ce5a1a96e9b438d664a7e0d57bd4c8027c8491f5d57748');
  expect(await sha256Hex(utf8('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', // FIPS 180-4
  );
  const hash = await startSha256();
  hash.update('a');
  hash.update('bc');
  expect(hash.digest('hex')).toBe(await sha256Hex(utf8('abc')));
  await sodium.ready;
  const cost = { memoryKiB: 256, passes: 3 };
  const derived = argon2id(sodium, utf8('correct horse'), counting(16), cost);
  const options = { m: cost.memoryKiB, t: cost.passes, p: 1, dkLen: 32 };
  expect(derived).toEqual(nobleArgon2id(utf8('correct horse'), counting(16), options));
});

test('a recovery key comes back from its printed form', async () => {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  expect(await parseRecoveryKey((await printRecoveryKey(secret)).toLowerCase())).toEqual(secret);
});

test('a locker made, closed and opened again in the browser is whole', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source, file } = await importSource(locker, counting(500_000));
  must(await locker.act([markAct(source, 'some words')], testPerson.id));
  must(await locker.close());

  const again = await reopen(folder);
  expect(again.changes).toEqual(locker.changes);
  expect(must(await again.openFile(file)).bytes).toEqual(counting(500_000));
  expect(must(await again.check())).toMatchObject({ damage: [], missing: [], unclosed: [] });
});
