// What a backup gives back, over folders in memory: only what is damaged or gone here and whole there.
import { beforeEach, expect, test } from 'vitest';
import { backUp } from '../../../../shared/locker/back-up.ts';
import { bringBack } from '../../../../shared/locker/bring-back.ts';
import type { CheckSteps } from '../../../../shared/locker/check-folder.ts';
import { fileName, type FolderName } from '../../../../shared/locker/folder.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail } from '../../../../shared/result.ts';
import { flip, memoryBackup, type MemoryBackup } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  must,
  reopen,
  testHost,
  there,
} from '../../../support/small-locker.ts';

let folder: MemoryFolder;
let locker: OpenLocker;
let backup: MemoryBackup;
let files: FolderName[];

beforeEach(async () => {
  folder = memoryFolder();
  const { locker: first } = await createSmallLocker(await testHost(folder));
  files = [];
  for (const length of [3_000, 4_000]) {
    files.push(fileName((await importSource(first, new Uint8Array(length))).file));
  }
  must(await first.close());
  locker = await reopen(folder);
  backup = memoryBackup(folder);
  must(await backUp(locker, backup, { progress: () => undefined, cancelled: () => false }));
});

const run = (steps: CheckSteps = {}, own?: FolderName) =>
  bringBack(locker.eyes, own, backup, steps);
const inRoom = (room: string): FolderName =>
  there(Array.from(folder.files.keys()).find((name) => name.startsWith(room)));

test('where all is whole nothing is brought', async () => {
  expect(must(await run()).brought).toEqual([]);
  expect(backup.fetched).toEqual([]);
});

test('what is damaged or gone comes back, and nothing else', async () => {
  flip(folder.files.get(there(files[0])));
  folder.files.delete(there(files[1]));
  const { brought, report } = must(await run());
  expect(new Set(brought)).toEqual(new Set(files));
  expect(new Set(backup.fetched)).toEqual(new Set(files));
  expect(report).toMatchObject({ damage: [], missing: [] });
});

test.each(['slots/', 'keys/'])('so do the ways in and the keys: %s', async (room) => {
  const name = inRoom(room);
  flip(folder.files.get(name));
  const { brought, report } = must(await run());
  expect(brought).toEqual([name]);
  expect(report).toMatchObject({ damage: [], missing: [] });
});

test('what is damaged in the backup, too, is left alone', async () => {
  for (const each of [folder, backup.copy]) {
    flip(each.files.get(there(files[0])));
    flip(each.files.get(inRoom('slots/')));
  }
  const { brought, report } = must(await run());
  expect(brought).toEqual([]);
  expect(backup.fetched).toEqual([]);
  expect(report.damage).toHaveLength(2);
});

test('what comes across damaged is asked for once', async () => {
  const file = there(files[0]);
  flip(folder.files.get(file));
  backup.spoiling.set(file, 1);
  const { brought, report } = must(await run());
  expect(brought).toEqual([file]);
  expect(backup.fetched).toEqual([file]);
  expect(report.damage).toEqual([{ name: file, why: 'content' }]);
});

test('the segment that is being written is never replaced', async () => {
  const name = inRoom('journal/');
  flip(folder.files.get(name));
  expect(must(await run({}, name)).brought).toEqual([]);
  expect(must(await run()).brought).toEqual([name]);
});

test('an item that cannot be fetched ends it', async () => {
  const file = there(files[0]);
  folder.files.delete(file);
  backup.refusing.set(file, 'disk-full');
  expect(await run()).toEqual(fail('disk-full'));
});

test('stopped after the check, it brings nothing', async () => {
  folder.files.delete(there(files[0]));
  let isChecked = false;
  const steps: CheckSteps = {
    progress: (done, total) => {
      isChecked = done === total;
    },
    cancelled: () => isChecked,
  };
  expect(await run(steps)).toEqual(fail('cancelled'));
  expect(backup.fetched).toEqual([]);
});
