// What a renewal of keys takes over: a locker that is whole, and the same afterwards, act for act and byte for byte.
import { beforeEach, expect, test } from 'vitest';
import type { FileId } from '../../../../shared/evidence/ids.ts';
import type { Change } from '../../../../shared/journal/change.ts';
import type { FolderEyes } from '../../../../shared/locker/check-folder.ts';
import { epochName, fileName, slotName } from '../../../../shared/locker/folder.ts';
import {
  isUnchanged,
  readWholeLocker,
  verifyRenewed,
} from '../../../../shared/locker/whole-locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { flip } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceB,
  importSource,
  markAct,
  must,
  reopen,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

let folder: MemoryFolder;
let eyes: FolderEyes;
let changes: readonly Change[];
let files: readonly [FileId, FileId];

beforeEach(async () => {
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const [one, two] = [
    await importSource(locker, new Uint8Array(100)),
    await importSource(locker, new Uint8Array(200)),
  ];
  must(await locker.act([markAct(one.source, 'words')], testPerson.id));
  must(await locker.close());
  ({ eyes, changes } = locker);
  files = [one.file, two.file];
});

const verify = (wanted = changes) => verifyRenewed(eyes, wanted, {});

async function actElsewhere(): Promise<void> {
  const other = await reopen(folder, deviceB);
  await importSource(other, new Uint8Array(300));
  must(await other.close());
}

test('a whole locker is taken over and is the same; a key of views is nobody’s evidence', async () => {
  folder.files.set(epochName(deviceB), new Uint8Array(200).fill(1));
  expect(must(await readWholeLocker(eyes)).report.damage).toMatchObject([{ why: 'epoch' }]);
  expect(await verify()).toEqual(ok(null));
  expect(await isUnchanged(eyes, changes)).toEqual(ok(null));
});

test('one with any other damage is not', async () => {
  const [slot = ''] = Array.from(folder.files.keys()).filter((name) => name.startsWith('slots/'));
  flip(folder.files.get(slotName(slot.slice('slots/'.length))));
  expect(await readWholeLocker(eyes)).toEqual(fail('renewal-unclean'));
  expect(await isUnchanged(eyes, changes)).toEqual(fail('renewal-unclean'));
  expect(await verify()).toEqual(fail('internal'));
});

test('nor one of which a file is gone', async () => {
  folder.files.delete(fileName(files[0]));
  expect(await readWholeLocker(eyes)).toEqual(fail('renewal-unclean'));
  expect(await verify()).toEqual(fail('internal'));
});

test('the new one’s own session is closed, whatever sessions of the one before were not', async () => {
  const other = await reopen(folder, deviceB);
  await importSource(other, new Uint8Array(300));
  expect(must(await readWholeLocker(eyes)).report.unclosed).toHaveLength(1);
  expect(await verify(other.changes)).toEqual(fail('internal'));
  must(await other.close());
  expect(await verify(other.changes)).toEqual(ok(null));
});

test('the same acts in another order of their fields are the same; one act more or less is not', async () => {
  const turned = changes.map(
    (change) => Object.fromEntries(Object.entries(change).reverse()) as unknown as Change,
  );
  expect(await verify(turned)).toEqual(ok(null));
  expect(await isUnchanged(eyes, turned)).toEqual(ok(null));
  for (const other of [changes.slice(1), changes.slice(0, -1), []]) {
    expect(await verify(other)).toEqual(fail('internal'));
    expect(await isUnchanged(eyes, other)).toEqual(fail('renewal-unclean'));
  }
});

test('what arrived meanwhile is noticed', async () => {
  await actElsewhere();
  expect(await isUnchanged(eyes, changes)).toEqual(fail('renewal-unclean'));
  expect(await verify()).toEqual(fail('internal'));
});

test('a file of other bytes is noticed', async () => {
  flip(folder.files.get(fileName(files[1])));
  expect(await verify()).toEqual(fail('internal'));
});

test('it says how many files it has verified, and stops between two when asked to', async () => {
  const heard: unknown[] = [];
  const progress = (...step: readonly unknown[]): void => {
    heard.push(step);
  };
  expect(await verifyRenewed(eyes, changes, { progress })).toEqual(ok(null));
  expect(heard).toEqual([
    ['verifying', 0, 2],
    ['verifying', 1, 2],
    ['verifying', 2, 2],
  ]);
  heard.length = 0;
  const cancelled = (): boolean => heard.length === 1;
  expect(await verifyRenewed(eyes, changes, { progress, cancelled })).toEqual(fail('cancelled'));
  expect(heard).toEqual([['verifying', 0, 2]]);
});

test('what the folder refuses is told as it is', async () => {
  const list = () => Promise.resolve(fail('folder-unreadable'));
  const blind = { ...eyes, folder: { ...folder, list } };
  expect(await readWholeLocker(blind)).toEqual(fail('folder-unreadable'));
  expect(await verifyRenewed(blind, changes, {})).toEqual(fail('folder-unreadable'));
  expect(await isUnchanged(blind, changes)).toEqual(fail('folder-unreadable'));
  const read: MemoryFolder['read'] = (name, offset, bytes) =>
    name.startsWith('files/')
      ? Promise.resolve(fail('folder-unreadable'))
      : folder.read(name, offset, bytes);
  const half = { ...eyes, folder: { ...folder, read } };
  expect(await verifyRenewed(half, changes, {})).toEqual(fail('folder-unreadable'));
});
