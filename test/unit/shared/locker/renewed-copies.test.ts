// Copies of a locker whose keys were renewed since: nothing of them opens, and none stands in anybody's way.
import { beforeEach, expect, test } from 'vitest';
import { fail } from '../../../../shared/result.ts';
import {
  copyOf,
  copyOver,
  memoryFolder,
  type MemoryFolder,
} from '../../../support/memory-folder.ts';
import { renew, stoppedIn } from '../../../support/small-renewal.ts';
import {
  createSmallLocker,
  importSource,
  must,
  reopen,
  testHost,
} from '../../../support/small-locker.ts';

let folder: MemoryFolder;

beforeEach(async () => {
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  await importSource(locker, new Uint8Array(3_000).fill(7));
  must(await locker.close());
});

test('one from before the first of two renewals is cleared away at the next opening', async () => {
  const older = copyOf(folder);
  must(await renew(folder));
  must(await renew(folder));
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

test('one in which a renewal was begun is no damage beside the locker where it was ended, which can be renewed again', async () => {
  const theirs = copyOf(folder);
  expect(await renew(theirs, stoppedIn('verifying', 1))).toEqual(fail('cancelled'));
  must(await renew(folder));
  const { lockerId } = await reopen(folder);

  copyOver(theirs, folder);
  const merged = await reopen(folder);

  expect(merged.lockerId).toBe(lockerId);
  const { damage, missing, unexplained, stray } = must(await merged.check());
  expect({ damage, missing }).toEqual({ damage: [], missing: [] });
  expect(unexplained.map(({ what }) => what)).toContain('slot-unknown');
  expect(stray).not.toEqual([]);
  must(await merged.close());
  must(await renew(folder));
  expect((await reopen(folder)).state.sources.size).toBe(1);
});
