import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Door } from '../../../../renderer/vault/door.ts';
import { leastCost } from '../../../../shared/crypto/argon2.ts';
import { fail } from '../../../../shared/result.ts';
import { FailingKdfWorker, KdfWorker } from '../../../support/kdf-worker.ts';
import { doorTo, goodPassphrase, lengthOf, type, vaultHost } from '../../../support/locker-door.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { refuse } from '../../../support/refuse.ts';
import { createSmallLocker, must, testPerson } from '../../../support/small-locker.ts';
import { secretsLeft, secretsSeen, watchSecrets } from '../../../support/watched-secrets.ts';

vi.mock('../../../../shared/crypto/recovery-key.ts', async (original) => {
  const { watchedKeys } = await import('../../../support/watched-secrets.ts');
  return watchedKeys(original);
});

const passphrase = 'correct horse battery staple';
const wish = { name: 'A', colour: '#17616b' };
let folder: MemoryFolder;
let door: Door;
let recoveryKey: string;

beforeEach(async () => {
  vi.stubGlobal('Worker', KdfWorker);
  folder = memoryFolder();
  const made = await createSmallLocker(await vaultHost(folder), leastCost);
  must(await made.locker.close());
  ({ recoveryKey } = made);
  door = await doorTo(folder);
  watchSecrets();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the door', () => {
  test('opens to the passphrase, and says who is there', async () => {
    expect(must(await door.look())).toEqual({ kind: 'closed' });
    await type(door, 'passphrase', passphrase);
    expect(must(await door.unlock({ by: 'passphrase' }))).toMatchObject({
      person: testPerson,
      alarms: [],
      unclosed: [],
    });
    expect(must(await door.look())).toEqual({ kind: 'open', person: testPerson });
  });

  test('opens to the recovery key', async () => {
    await type(door, 'recovery', recoveryKey.toLowerCase());
    expect(must(await door.unlock({ by: 'recovery' }))).toMatchObject({ person: testPerson });
  });

  test('stays shut to another passphrase, and forgets what was typed', async () => {
    await type(door, 'passphrase', 'correct horse battery stable');
    expect(await door.unlock({ by: 'passphrase' })).toMatchObject({ error: 'secret-wrong' });
    expect(door.session).toMatchObject({ error: 'locker-closed' });
    expect(await lengthOf(door, 'passphrase')).toBe(0);
  });

  test('names whoever opens a locker that was cut off while it was made', async () => {
    for (const name of folder.files.keys()) {
      if (name.startsWith('journal/')) folder.files.delete(name);
    }
    await type(door, 'passphrase', passphrase);
    const { person } = must(await door.unlock({ by: 'passphrase' }));
    expect(must(door.session).readLibrary().people).toEqual([person]);
  });

  test('tells what was damaged while it was locked', async () => {
    for (const [name, bytes] of folder.files) {
      if (name.startsWith('journal/')) {
        folder.files.set(name, bytes.with(-50, (bytes.at(-50) ?? 0) ^ 1));
      }
    }
    await type(door, 'passphrase', passphrase);
    expect(must(await door.unlock({ by: 'passphrase' })).alarms).toHaveLength(1);
  });

  test('is shut again once the locker is closed, and what is typed is forgotten', async () => {
    await type(door, 'passphrase', passphrase);
    must(await door.unlock({ by: 'passphrase' }));
    await type(door, 'current', passphrase);
    must(await door.close());
    expect(door.session).toEqual(fail('locker-closed'));
    expect(door.keys).toEqual(fail('locker-closed'));
    expect(must(await door.look())).toEqual({ kind: 'closed' });
    expect(await lengthOf(door, 'current')).toBe(0);
  });
});

describe('the fields of secrets', () => {
  test('tell how much was typed, of a passphrase how good it is, and of its repetition whether it is the same', async () => {
    await type(door, 'passphrase', goodPassphrase);
    const field = (edited: 'passphrase' | 'repeat' | 'current' | 'recovery') =>
      door.editSecret({ field: edited, from: 0, to: 0, insert: 'm' });
    expect(await field('passphrase')).toMatchObject({ strength: { accepted: true } });
    expect(await field('repeat')).toEqual({ length: 1, matches: false });
    await type(door, 'repeat', `m${goodPassphrase}`);
    expect(await door.editSecret({ field: 'repeat', from: 0, to: 0, insert: '' })).toEqual({
      length: goodPassphrase.length + 1,
      matches: true,
    });
    expect(await field('current')).toEqual({ length: 1 });
    expect(await field('recovery')).toEqual({ length: 1 });
  });

  test('are empty once they were cleared', async () => {
    await type(door, 'passphrase', passphrase);
    door.clearSecrets();
    expect(await lengthOf(door, 'passphrase')).toBe(0);
  });
});

describe('a new locker', () => {
  beforeEach(async () => {
    folder = memoryFolder();
    door = await doorTo(folder);
  });

  /** A good passphrase typed twice, and the recovery key that is shown for it. */
  async function create(words = goodPassphrase): Promise<string> {
    await type(door, 'passphrase', words);
    await type(door, 'repeat', words);
    return must(await door.create(wish)).recoveryKey;
  }

  test('asks for a good passphrase typed twice', async () => {
    await type(door, 'passphrase', 'password');
    expect(await door.create(wish)).toMatchObject({ error: 'passphrase-weak' });
    await door.offerPassphrase();
    expect(await door.create(wish)).toMatchObject({ error: 'passphrases-differ' });
    expect(await door.proveRecovery()).toMatchObject({ error: 'locker-absent' });
  });

  test('shows no recovery key where nothing can be written', async () => {
    const full = { ...memoryFolder(), beginFile: () => Promise.resolve(fail('disk-full')) };
    door = await doorTo(full);
    const { words } = await door.offerPassphrase();
    await type(door, 'repeat', words);
    expect(await door.create(wish)).toMatchObject({ error: 'disk-full' });
  });

  test('is on the disk, and open, only once its recovery key was typed back', async () => {
    const shown = await create();
    expect(await lengthOf(door, 'passphrase')).toBe(0);
    expect(await lengthOf(door, 'repeat')).toBe(0);
    for (const typed of ['', `${shown.slice(0, -1)}?`, recoveryKey]) {
      await type(door, 'recovery', typed);
      expect(await door.proveRecovery()).toEqual(fail('recovery-unproven'));
    }
    expect(folder.files.size).toBe(0);
    expect(door.session).toEqual(fail('locker-closed'));

    await type(door, 'recovery', shown);
    expect(must(await door.proveRecovery())).toMatchObject({ person: wish, alarms: [] });
    expect(must(door.session).person).toMatchObject(wish);
    expect(await lengthOf(door, 'recovery')).toBe(0);
  });

  test('opens to the passphrase and to the recovery key it was made with', async () => {
    const shown = await create();
    await type(door, 'recovery', shown);
    must(await door.proveRecovery());
    must(await door.close());
    await type(door, 'passphrase', goodPassphrase);
    expect(must(await door.unlock({ by: 'passphrase' }))).toMatchObject({ person: wish });
    must(await door.close());
    await type(door, 'recovery', shown);
    expect(must(await door.unlock({ by: 'recovery' }))).toMatchObject({ person: wish });
  });

  test('is made once: there is nothing to prove when it is open', async () => {
    const shown = await create();
    await type(door, 'recovery', shown);
    must(await door.proveRecovery());
    await type(door, 'recovery', shown);
    expect(await door.proveRecovery()).toEqual(fail('locker-absent'));
  });

  test('that was begun anew has the passphrase and the recovery key of the second time', async () => {
    const first = await create();
    const again = await create('pebble window amber orchard violin cedar');
    await type(door, 'recovery', first);
    expect(await door.proveRecovery()).toEqual(fail('recovery-unproven'));
    await type(door, 'recovery', again);
    must(await door.proveRecovery());
    must(await door.close());
    await type(door, 'passphrase', 'pebble window amber orchard violin cedar');
    must(await door.unlock({ by: 'passphrase' }));
  });

  test('has the passphrase that was typed where beginning anew failed', async () => {
    const shown = await create();
    vi.stubGlobal('Worker', FailingKdfWorker);
    await expect(create('pebble window amber orchard violin cedar')).rejects.toThrow();
    vi.stubGlobal('Worker', KdfWorker);
    await type(door, 'recovery', shown);
    must(await door.proveRecovery());
    must(await door.close());
    await type(door, 'passphrase', goodPassphrase);
    must(await door.unlock({ by: 'passphrase' }));
  });

  test('that is locked while it is written opens to its passphrase all the same', async () => {
    await type(door, 'recovery', await create());
    const proving = door.proveRecovery();
    must(await door.close());
    await proving;
    const anew = await doorTo(folder);
    await type(anew, 'passphrase', goodPassphrase);
    must(await anew.unlock({ by: 'passphrase' }));
  });

  test('that the disk refused is told, and can be tried again', async () => {
    const shown = await create();
    await type(door, 'recovery', shown);
    const back = refuse(folder, { what: 'create' });
    expect(await door.proveRecovery()).toEqual(fail('disk-full'));
    back();
    must(await door.proveRecovery());
  });

  test('whose passphrase could not be stretched while it was written can be tried again', async () => {
    await type(door, 'recovery', await create());
    vi.stubGlobal('Worker', FailingKdfWorker);
    await expect(door.proveRecovery()).rejects.toThrow('the key derivation failed');
    vi.stubGlobal('Worker', KdfWorker);
    must(await door.proveRecovery());
    expect(secretsLeft()).toEqual([]);
  });

  describe('leaves neither passphrase nor recovery key in memory', () => {
    test('when it is open', async () => {
      await type(door, 'recovery', await create());
      must(await door.proveRecovery());
      expect(secretsSeen().length).toBeGreaterThan(0);
      expect(secretsLeft()).toEqual([]);
    });

    test('when nothing can be written', async () => {
      Object.assign(folder, { beginFile: () => Promise.resolve(fail('disk-full')) });
      await expect(create()).rejects.toThrow('disk-full');
      expect(secretsSeen()).toHaveLength(1);
      expect(secretsLeft()).toEqual([]);
    });

    test('when its cost cannot be measured', async () => {
      vi.stubGlobal('Worker', FailingKdfWorker);
      await expect(create()).rejects.toThrow('the key derivation failed');
      expect(secretsSeen()).toHaveLength(1);
      expect(secretsLeft()).toEqual([]);
    });

    test('when it is begun anew, but the new one', async () => {
      await create();
      const first = [...secretsSeen()];
      await create();
      expect(first).toHaveLength(2);
      for (const bytes of first) expect(bytes).toEqual(new Uint8Array(bytes.length));
    });

    test('when it is given up', async () => {
      await create();
      expect(secretsSeen()).toHaveLength(2);
      must(await door.close());
      expect(secretsLeft()).toEqual([]);
      expect(await door.proveRecovery()).toEqual(fail('locker-absent'));
    });
  });
});

describe('unlocking leaves no secret in memory', () => {
  const tries = [
    ['passphrase', 'passphrase', passphrase, true],
    ['wrong passphrase', 'passphrase', 'correct horse battery stable', false],
    ['recovery key', 'recovery', () => recoveryKey, true],
  ] as const;
  test.each(tries)('of a %s', async (_, by, typed, opens) => {
    await type(door, by, typeof typed === 'string' ? typed : typed());
    expect((await door.unlock({ by })).ok).toBe(opens);
    expect(await lengthOf(door, by)).toBe(0);
    expect(secretsSeen()).toHaveLength(1);
    expect(secretsLeft()).toEqual([]);
  });

  test('where stretching it fails', async () => {
    vi.stubGlobal('Worker', FailingKdfWorker);
    await type(door, 'passphrase', passphrase);
    await expect(door.unlock({ by: 'passphrase' })).rejects.toThrow('the key derivation failed');
    expect(await lengthOf(door, 'passphrase')).toBe(0);
    expect(secretsSeen()).toHaveLength(1);
    expect(secretsLeft()).toEqual([]);
  });
});
