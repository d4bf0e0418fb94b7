import { beforeEach, describe, expect, test } from 'vitest';
import { Door } from '../../../../renderer/vault/door.ts';
import { Pace } from '../../../../renderer/vault/pace.ts';
import { fail } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { stillHost } from '../../../support/still-host.ts';
import { createSmallLocker, must, testHost, testPerson } from '../../../support/small-locker.ts';

const stillPace = { now: () => 0, keep: () => undefined };
let folder: MemoryFolder;
let door: Door;

beforeEach(async () => {
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  must(await locker.close());
  door = new Door(
    { ...stillHost, ...(await testHost(folder)) },
    () => undefined,
    new Pace(stillPace),
  );
});

async function type(insert: string): Promise<void> {
  await door.editSecret({ field: 'passphrase', from: 0, to: 99, insert });
}

describe('the door', () => {
  test('opens to the passphrase, and says who is there', async () => {
    expect(must(await door.look())).toEqual({ kind: 'closed' });
    await type('correct horse battery staple');
    expect(must(await door.unlock({ by: 'passphrase' }))).toMatchObject({
      person: testPerson,
      alarms: [],
      unclosed: [],
    });
    expect(must(await door.look())).toEqual({ kind: 'open', person: testPerson });
  });

  test('stays shut to another passphrase, and forgets what was typed', async () => {
    await type('correct horse battery stable');
    expect(await door.unlock({ by: 'passphrase' })).toMatchObject({ error: 'secret-wrong' });
    expect(door.session).toMatchObject({ error: 'locker-closed' });
    await type('');
    expect(await door.unlock({ by: 'passphrase' })).toMatchObject({ error: 'secret-wrong' });
  });

  test('names whoever opens a locker that was cut off while it was made', async () => {
    for (const name of folder.files.keys()) {
      if (name.startsWith('journal/')) folder.files.delete(name);
    }
    await type('correct horse battery staple');
    const { person } = must(await door.unlock({ by: 'passphrase' }));
    expect(must(door.session).readLibrary().people).toEqual([person]);
  });

  test('asks for a good passphrase typed twice before it makes a locker', async () => {
    await type('password');
    const wish = { name: 'A', colour: '#17616b' };
    expect(await door.create(wish)).toMatchObject({ error: 'passphrase-weak' });
    await door.offerPassphrase();
    expect(await door.create(wish)).toMatchObject({ error: 'passphrases-differ' });
    expect(await door.proveRecovery()).toMatchObject({ error: 'locker-absent' });
  });

  test('shows no recovery key where nothing can be written', async () => {
    const full = { ...memoryFolder(), beginFile: () => Promise.resolve(fail('disk-full')) };
    const host = { ...stillHost, ...(await testHost(full)) };
    const anew = new Door(host, () => undefined, new Pace(stillPace));
    const { words } = await anew.offerPassphrase();
    await anew.editSecret({ field: 'repeat', from: 0, to: 99, insert: words });
    const made = await anew.create({ name: 'A', colour: '#17616b' });
    expect(made).toMatchObject({ error: 'disk-full' });
  });

  test('tells what was damaged while it was locked', async () => {
    for (const [name, bytes] of folder.files) {
      if (name.startsWith('journal/')) {
        folder.files.set(name, bytes.with(-50, (bytes.at(-50) ?? 0) ^ 1));
      }
    }
    await type('correct horse battery staple');
    expect(must(await door.unlock({ by: 'passphrase' })).alarms).toHaveLength(1);
  });
});
