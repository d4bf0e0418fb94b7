import fc from 'fast-check';
import sodium from 'libsodium-wrappers-sumo';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { calibrateCost, chooseCost, deriveKey } from '../../../../renderer/vault/derive-key.ts';
import { argon2id, isCost, leastCost, usualCost } from '../../../../shared/crypto/argon2.ts';
import { FailingKdfWorker, KdfWorker } from '../../../support/kdf-worker.ts';
import { cheapCost, passphraseBytes } from '../../../support/small-locker.ts';

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

describe('the worker', { timeout: 5_000 }, () => {
  const salt = new Uint8Array(16).fill(3);

  beforeEach(async () => {
    await sodium.ready;
    KdfWorker.started.length = 0;
    vi.stubGlobal('Worker', KdfWorker);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('is handed a copy of the passphrase that stays with nobody else, and answers with its key', async () => {
    const passphrase = passphraseBytes();
    const key = await deriveKey(passphrase, salt, usualCost);
    expect(key).toEqual(argon2id(sodium, passphraseBytes(), salt, cheapCost));
    expect(passphrase).toEqual(passphraseBytes());
    expect(KdfWorker.started).toMatchObject([
      {
        request: { passphrase: passphraseBytes(), salt, cost: usualCost, warmUp: false },
        isHandedOver: true,
      },
    ]);
  });

  test('ends with its key: another key is derived by another', async () => {
    await deriveKey(passphraseBytes(), salt, usualCost);
    await deriveKey(passphraseBytes(), salt, usualCost);
    expect(KdfWorker.started).toMatchObject([{ isEnded: true }, { isEnded: true }]);
  });

  test('that fails is told of and ends, too', async () => {
    vi.stubGlobal('Worker', FailingKdfWorker);
    const failed = 'the key derivation failed';
    await expect(deriveKey(passphraseBytes(), salt, usualCost)).rejects.toThrow(failed);
    await expect(calibrateCost()).rejects.toThrow(failed);
    expect(KdfWorker.started).toMatchObject([{ isEnded: true }, { isEnded: true }]);
  });

  test('measures the least cost once it is warm: the first derivation takes longer than those to come', async () => {
    expect(await calibrateCost()).toEqual(leastCost);
    expect(KdfWorker.started).toMatchObject([{ request: { cost: leastCost, warmUp: true } }]);
  });
});
