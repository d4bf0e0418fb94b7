// New keys for everything, asked for step by step: proven, the new recovery key shown and typed back, run, stopped, gone on
// with, given up.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VaultEvent } from '../../../../renderer/vault/contract.ts';
import { Renewing } from '../../../../renderer/vault/renewing.ts';
import type { Bytes } from '../../../../shared/bytes.ts';
import { leastCost } from '../../../../shared/crypto/argon2.ts';
import { openLocker, type LockerSecret } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail } from '../../../../shared/result.ts';
import { FailingKdfWorker, KdfWorker } from '../../../support/kdf-worker.ts';
import { vaultHost } from '../../../support/locker-door.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  must,
  passphraseBytes,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { addSecond, theirs } from '../../../support/two-people.ts';
import { secretsLeft, secretsSeen, watchSecrets } from '../../../support/watched-secrets.ts';

vi.mock('../../../../shared/crypto/recovery-key.ts', async (original) => {
  const { watchedKeys } = await import('../../../support/watched-secrets.ts');
  return watchedKeys(original);
});

const { id: me } = testPerson;
let folder: MemoryFolder;
let locker: OpenLocker;
let oldRecoveryKey: string;
let events: VaultEvent[];
let renewing: Renewing;
/** Done when something is told. */
let onEvent: () => void;

beforeEach(async () => {
  vi.stubGlobal('Worker', KdfWorker);
  folder = memoryFolder();
  events = [];
  onEvent = () => undefined;
  const made = await createSmallLocker(await vaultHost(folder), leastCost);
  ({ locker, recoveryKey: oldRecoveryKey } = made);
  await importSource(locker, new TextEncoder().encode('The shelters were closed in autumn.'));
  renewing = renewingOf(locker);
  watchSecrets();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function renewingOf(of: OpenLocker): Renewing {
  return new Renewing(
    of,
    () => 0,
    (event) => {
      events.push(event);
      onEvent();
    },
  );
}

async function prepare(passphrase = passphraseBytes()): Promise<string> {
  return there(must(await renewing.prepare(passphrase, me)).recoveryKey ?? undefined);
}

async function opens(secret: LockerSecret): Promise<boolean> {
  return (await openLocker(await vaultHost(folder), secret)).ok;
}

/** As after locking. */
async function openAgain(): Promise<void> {
  const secret = { passphrase: passphraseBytes() };
  locker = must(await openLocker(await vaultHost(folder), secret));
  renewing = renewingOf(locker);
}

describe('a renewal of keys', () => {
  test('leaves the passphrase and the recovery key that was shown to open the locker', async () => {
    const shown = await prepare();
    expect(await renewing.isBegun()).toBe(false);
    must(await renewing.run(shown.toLowerCase(), me));
    expect(await opens({ passphrase: passphraseBytes() })).toBe(true);
    expect(await opens({ recoveryKey: shown })).toBe(true);
    expect(await opens({ recoveryKey: oldRecoveryKey })).toBe(false);
  });

  test('tells how far it is', async () => {
    must(await renewing.run(await prepare(), me));
    expect(events).toContainEqual({ kind: 'renewing', stage: 'sealing', done: 0, total: 1 });
    expect(events).toContainEqual({ kind: 'renewing', stage: 'verifying', done: 1, total: 1 });
  });

  test('needs a passphrase of the person who asks for it', async () => {
    must(await addSecond(locker, { cost: leastCost }));
    for (const passphrase of [theirs.passphrase, passphraseBytes('nothing that opens')]) {
      expect(await renewing.prepare(passphrase, me)).toEqual(fail('secret-wrong'));
    }
    expect(await renewing.run('', me)).toEqual(fail('recovery-unproven'));
  });

  test('writes nothing before the new recovery key was typed back', async () => {
    const before = new Map(folder.files);
    const shown = await prepare();
    for (const typed of ['', oldRecoveryKey, shown.slice(0, -1)]) {
      expect(await renewing.run(typed, me)).toEqual(fail('recovery-unproven'));
    }
    expect(folder.files).toEqual(before);
    must(await renewing.run(shown, me));
  });

  test('asked for anew shows another recovery key, and the one before counts no more', async () => {
    const first = await prepare();
    const again = await prepare();
    expect(await renewing.run(first, me)).toEqual(fail('recovery-unproven'));
    must(await renewing.run(again, me));
  });

  test('counts no more once it was asked for anew and the passphrase was refused', async () => {
    const shown = await prepare();
    expect(await renewing.prepare(theirs.passphrase, me)).toEqual(fail('secret-wrong'));
    expect(await renewing.run(shown, me)).toEqual(fail('recovery-unproven'));
  });

  test('is prepared anew for each run', async () => {
    const shown = await prepare();
    must(await renewing.run(shown, me));
    expect(await renewing.run(shown, me)).toEqual(fail('recovery-unproven'));
  });
});

describe('a renewal that is stopped', () => {
  async function stopHalfway(): Promise<string> {
    const shown = await prepare();
    onEvent = () => renewing.stop();
    expect(await renewing.run(shown, me)).toEqual(fail('cancelled'));
    onEvent = () => undefined;
    return shown;
  }

  test('leaves the locker as it was, and waits', async () => {
    await stopHalfway();
    await openAgain();
    expect(await renewing.isBegun()).toBe(true);
    expect(await opens({ recoveryKey: oldRecoveryKey })).toBe(true);
  });

  test('goes on with the recovery key it has, which nobody types again', async () => {
    const shown = await stopHalfway();
    await openAgain();
    expect(must(await renewing.prepare(passphraseBytes(), me))).toEqual({ recoveryKey: null });
    must(await renewing.run('', me));
    expect(await opens({ passphrase: passphraseBytes() })).toBe(true);
    expect(await opens({ recoveryKey: shown })).toBe(true);
    expect(await opens({ recoveryKey: oldRecoveryKey })).toBe(false);
  });

  test('is dropped, and the next one is a fresh one', async () => {
    await stopHalfway();
    await openAgain();
    must(await renewing.drop());
    expect(await renewing.isBegun()).toBe(false);
    must(await renewing.run(await prepare(), me));
  });

  test('says nothing about one that is begun later', async () => {
    renewing.stop();
    must(await renewing.run(await prepare(), me));
  });
});

describe('the passphrase and the new recovery key', () => {
  /** The passphrase as it is handed over, and every copy that was made of it. */
  function watched(): { readonly passphrase: Bytes; readonly copies: () => readonly Bytes[] } {
    const passphrase = passphraseBytes();
    const { results } = vi.spyOn(passphrase, 'slice').mock;
    return { passphrase, copies: () => results.flatMap(({ value }) => [value as Bytes]) };
  }

  function expectNothingLeft(copies: readonly Bytes[], keys = 1): void {
    expect(copies.length).toBeGreaterThan(0);
    for (const copy of copies) expect(copy).toEqual(new Uint8Array(copy.length));
    expect(secretsSeen()).toHaveLength(keys);
    expect(secretsLeft()).toEqual([]);
  }

  test('are in memory no longer when it is done', async () => {
    const { passphrase, copies } = watched();
    must(await renewing.run(await prepare(passphrase), me));
    expectNothingLeft(copies());
  });

  test('are in memory no longer when it failed', async () => {
    const { passphrase, copies } = watched();
    const shown = await prepare(passphrase);
    vi.stubGlobal('Worker', FailingKdfWorker);
    await expect(renewing.run(shown, me)).rejects.toThrow('the key derivation failed');
    expectNothingLeft(copies());
  });

  test('are in memory no longer when it is given up', async () => {
    const { passphrase, copies } = watched();
    const shown = await prepare(passphrase);
    renewing.forget();
    expectNothingLeft(copies());
    expect(await renewing.run(shown, me)).toEqual(fail('recovery-unproven'));
  });

  test('are in memory no longer when others took their place', async () => {
    const { passphrase, copies } = watched();
    await prepare(passphrase);
    await renewing.prepare(theirs.passphrase, me);
    expectNothingLeft(copies());
  });

  test('are those of the run, whoever locks the locker in between', async () => {
    const shown = await prepare();
    onEvent = () => renewing.forget();
    must(await renewing.run(shown, me));
    expect(await opens({ passphrase: passphraseBytes() })).toBe(true);
    expect(await opens({ recoveryKey: shown })).toBe(true);
  });
});
