// An older copy of a locker whose keys were renewed more than once since: nothing of it opens, and nothing of it stays.
import { expect, test } from 'vitest';
import { renewKeys } from '../../../../shared/locker/renew-keys.ts';
import { copyOf, copyOver, memoryFolder } from '../../../support/memory-folder.ts';
import {
  cheapCost,
  createSmallLocker,
  importSource,
  must,
  passphraseBytes,
  reopen,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

test('a copy from before the first of two renewals is cleared away at the next opening', async () => {
  const folder = memoryFolder();
  const host = await testHost(folder);
  const { locker } = await createSmallLocker(host);
  await importSource(locker, new Uint8Array(3_000).fill(7));
  must(await locker.close());
  const older = copyOf(folder);
  const stretching = { argon2: host.argon2, least: cheapCost };
  for (let times = 0; times < 2; times++) {
    const renewal = {
      ...{ passphrase: passphraseBytes(), cost: cheapCost, recovery: new Uint8Array(32).fill(7) },
      ...{ person: testPerson.id, stretching, now: () => 0 },
    };
    must(await renewKeys(await reopen(folder), renewal, {}));
  }
  const newest = await reopen(folder);
  must(await newest.close());
  const names = Array.from(folder.files.keys()).sort();

  copyOver(older, folder);
  const again = await reopen(folder);

  expect(again.lockerId).toBe(newest.lockerId);
  const { damage, missing, stray } = must(await again.check());
  expect({ damage, missing, stray }).toEqual({ damage: [], missing: [], stray: [] });
  expect(Array.from(folder.files.keys()).sort()).toEqual(names);
});
