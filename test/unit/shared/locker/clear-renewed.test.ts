// What is left of a locker whose keys were renewed, and what an older copy brings back of it: only what the journal names goes, and
// what may still be needed stays.
import { beforeEach, expect, test, vi } from 'vitest';
import { deriveLockerKeys, type LockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import type { FileId } from '../../../../shared/evidence/ids.ts';
import type { ChangePayloads } from '../../../../shared/journal/change.ts';
import { clearRenewed } from '../../../../shared/locker/clear-renewed.ts';
import { renewEpoch } from '../../../../shared/locker/epoch.ts';
import {
  epochName,
  fileName,
  keysName,
  secondKeysName,
  type FolderName,
  type LockerFolder,
} from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { putSegment } from '../../../support/put-segment.ts';
import { putSlot } from '../../../support/put-slot.ts';
import { deviceA, deviceB, must } from '../../../support/small-locker.ts';

type Renewed = ChangePayloads['keys-renewed'];

const id = (digit: string) => digit.repeat(32);
const [before, own, other, next] = [id('b'), id('a'), id('c'), id('e')];
const some = new Uint8Array(50);
let keys: LockerKeys;
let folder: MemoryFolder;
/** The slot of the locker that took the place of the one before. */
let kept: FolderName;

beforeEach(async () => {
  keys = await deriveLockerKeys(new Uint8Array(32).fill(1), own);
  folder = memoryFolder();
  kept = await putSlot(folder, own, { follows: before });
});

function renewal(named: Partial<Renewed>) {
  const payload = { from: before, phrase: '', segments: [], pools: [], files: [], ...named };
  return changes({ subject: 'library', kind: 'keys-renewed', payload });
}

const clear = (named: Partial<Renewed> = {}, over: LockerFolder = folder) =>
  clearRenewed({ folder: over, keys, device: deviceA }, renewal(named));
const names = () => Array.from(folder.files.keys()).sort();

async function putEpoch(made: LockerKeys, device: typeof deviceA): Promise<FolderName> {
  const none = { sources: new Map(), keys: new Set<string>(), files: new Set<FileId>() };
  must(await renewEpoch(folder, made, device, none));
  return epochName(device);
}

const keysBefore = () => deriveLockerKeys(new Uint8Array(32).fill(2), before);

test.each([
  ['any of the locker before', before, {}],
  ['one that this locker was prepared with', own, { pending: true, follows: before }],
  ['one that this locker waited with, whatever it follows', own, { pending: true }],
  ['one of another attempt to renew', other, { pending: true, follows: before }],
] as const)('of the slots %s goes', async (_, lockerId, marks) => {
  await putSlot(folder, lockerId, marks);
  expect(await clear()).toEqual(ok(null));
  expect(names()).toEqual([kept]);
});

test.each([
  ['another one of this locker', own, { follows: before }],
  ['one that waits to follow this locker', next, { pending: true, follows: own }],
  ['one of a locker that took the same one’s place elsewhere', other, { follows: before }],
  ['one of a locker the journal does not tell of', other, {}],
  ['one that waits to follow a locker the journal does not tell of', other, { pending: true }],
] as const)('of the slots %s stays', async (_, lockerId, marks) => {
  const slot = await putSlot(folder, lockerId, marks);
  expect(await clear()).toEqual(ok(null));
  expect(names()).toEqual([kept, slot].sort());
});

test('where a slot cannot be deleted nothing else is touched, for somebody could still open that locker', async () => {
  await putSlot(folder, before);
  const segments = [putSegment(folder, before, id('1'))];
  folder.files.set(keysName(id('2')), some);
  folder.files.set(fileName(id('3')), some);
  await putEpoch(await keysBefore(), deviceB);
  const there = names();
  const named = { segments, pools: [id('2')], files: [id('3') as FileId] };
  const remove = () => Promise.resolve(fail('folder-read-only'));
  expect(await clear(named, { ...folder, remove })).toEqual(fail('folder-read-only'));
  expect(names()).toEqual(there);
});

test('a segment goes where the journal names it and it was taken over to its end', async () => {
  const taken = putSegment(folder, before, id('1'));
  const shorter = putSegment(folder, before, id('2'));
  const grown = putSegment(folder, before, id('3'));
  const unnamed = putSegment(folder, before, id('4'));
  const named = [taken, { ...shorter, length: shorter.length + 1 }];
  expect(await clear({ segments: [...named, { ...grown, length: grown.length - 1 }] })).toEqual(
    ok(null),
  );
  expect(names()).toEqual([grown.name, unnamed.name, kept]);
});

test('a segment of another locker stays, whatever the journal names', async () => {
  await putSlot(folder, next, { pending: true, follows: own });
  const segments = [putSegment(folder, own, id('1')), putSegment(folder, next, id('2'))];
  const there = names();
  expect(await clear({ segments })).toEqual(ok(null));
  expect(names()).toEqual(there);
});

test('pools and files that the journal names go, and no others; what is gone is not deleted again', async () => {
  const pool = id('1');
  const stays = [keysName(id('2')), secondKeysName(id('2')), fileName(id('4')), kept].sort();
  const goes = [keysName(pool), secondKeysName(pool), fileName(id('3'))];
  for (const name of [...stays.filter((each) => each !== kept), ...goes]) {
    folder.files.set(name, some);
  }
  const named = { pools: [pool, `${pool}.2`], files: [id('3') as FileId] };
  expect(await clear(named)).toEqual(ok(null));
  expect(names()).toEqual(stays);
  const [remove, retire] = [vi.spyOn(folder, 'remove'), vi.spyOn(folder, 'retire')];
  expect(await clear(named)).toEqual(ok(null));
  expect([...remove.mock.calls, ...retire.mock.calls]).toEqual([]);
});

test('a key of views goes where it does not open under the new keys', async () => {
  const mine = await putEpoch(keys, deviceA);
  await putEpoch(await keysBefore(), deviceB);
  expect(await clear()).toEqual(ok(null));
  expect(names()).toEqual([mine, kept]);
});

test('what else refuses to go stays, and the rest goes', async () => {
  const pool = keysName(id('1'));
  folder.files.set(pool, some);
  folder.files.set(fileName(id('2')), some);
  const retire = () => Promise.resolve(fail('folder-read-only'));
  const named = { pools: [id('1')], files: [id('2') as FileId] };
  expect(await clear(named, { ...folder, retire })).toEqual(ok(null));
  expect(names()).toEqual([pool, kept]);
});

test('a folder that cannot be listed, or read, is told of as it is, and nothing is deleted', async () => {
  await putSlot(folder, before);
  const segments = [putSegment(folder, before, id('1'))];
  const there = names();
  const unreadable = () => Promise.resolve(fail('folder-unreadable'));
  for (const over of [
    { ...folder, list: unreadable },
    { ...folder, read: unreadable },
  ]) {
    expect(await clear({ segments }, over)).toEqual(fail('folder-unreadable'));
    expect(names()).toEqual(there);
  }
});
