// The campaigns' quick crypto gives the bytes WebCrypto gives, and refuses what WebCrypto refuses.
import { afterEach, expect, test } from 'vitest';
import { openMessage, sealMessage } from '../../../shared/crypto/cobblestone.ts';
import { sha256Hex } from '../../../shared/crypto/digest.ts';
import { derivePurpose } from '../../../shared/crypto/locker-keys.ts';
import { importSealKey } from '../../../shared/crypto/seal-key.ts';
import { quickenCrypto } from '../../fault/quick-crypto.ts';
import { Random } from '../../fault/random.ts';
import { seedCrypto } from '../../fault/seeded-crypto.ts';

const restoring: { restore: () => void }[] = [];
afterEach(() => {
  for (const each of restoring.splice(0)) each.restore();
});

async function everyOperation(): Promise<readonly unknown[]> {
  const random = new Random(3);
  restoring.push(seedCrypto(new Random(5)));
  const key = await importSealKey(random.bytes(32));
  const sealed = [];
  for (const length of [0, 1, 16_383, 16_384, 40_000]) {
    sealed.push(await sealMessage(key, 'context', random.bytes(length)));
  }
  const [first = new Uint8Array()] = sealed;
  return [
    ...sealed,
    await openMessage(key, 'context', first),
    await openMessage(key, 'another context', first),
    await openMessage(
      key,
      'context',
      first.map((byte, at) => byte ^ Number(at === 60)),
    ),
    key.hmac(random.bytes(100)),
    await sha256Hex(random.bytes(100)),
    await derivePurpose(random.bytes(32), 'f'.repeat(32), 'journal'),
  ];
}

test('quick crypto and WebCrypto agree', async () => {
  const slow = await everyOperation();
  restoring.push(quickenCrypto());
  expect(await everyOperation()).toEqual(slow);
  expect(slow.slice(6, 8)).toEqual([undefined, undefined]);
});

test('WebCrypto and true randomness are back afterwards', async () => {
  const { subtle } = crypto;
  quickenCrypto().restore();
  seedCrypto(new Random(1)).restore();
  expect(crypto.subtle).toBe(subtle);
  const twice = [await sealOne(), await sealOne()];
  expect(twice[0]).not.toEqual(twice[1]);
});

async function sealOne() {
  return sealMessage(await importSealKey(new Uint8Array(32)), 'context', new Uint8Array(3));
}
