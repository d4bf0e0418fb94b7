// Reading a folder into which an older copy has brought purged keys back.
import { expect, test } from 'vitest';
import { readFolder } from '../../../../shared/locker/check-folder.ts';
import { copyOf, copyOver, memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  must,
  reopen,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

test('keys that a purge names do not stay in memory, though they lie in the folder again', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source } = await importSource(locker, new Uint8Array(100));
  must(await locker.close());
  const older = copyOf(folder);
  const purging = await reopen(folder);
  must(await purging.purge(source, testPerson.id));
  must(await purging.close());
  copyOver(older, folder);

  const { reading, report } = must(await readFolder(purging.eyes));

  expect(report.unpurged).not.toEqual([]);
  const keys = Array.from(reading.purged.keys);
  expect(keys).not.toEqual([]);
  expect(keys.map((key) => reading.ring.find(key))).toEqual(keys.map(() => undefined));
});
