// What a renewal says of the locker before, so that all of it can be deleted and nothing of the new one is.
import { beforeEach, expect, test } from 'vitest';
import { deriveLockerKeys, type LockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import type { FileId } from '../../../../shared/evidence/ids.ts';
import {
  fileName,
  keysName,
  secondKeysName,
  type LockerFolder,
} from '../../../../shared/locker/folder.ts';
import { readLeft } from '../../../../shared/locker/renewed-left.ts';
import { fail } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { putSegment } from '../../../support/put-segment.ts';
import { deviceA, must } from '../../../support/small-locker.ts';

const id = (digit: string) => digit.repeat(32);
const [before, next, other] = [id('b'), id('a'), id('c')];
let keys: LockerKeys;
let folder: MemoryFolder;

beforeEach(async () => {
  keys = await deriveLockerKeys(new Uint8Array(32).fill(1), before);
  folder = memoryFolder();
});

const left = (
  files: ReadonlyMap<FileId, FileId> = new Map(),
  own: readonly string[] = [],
  over: LockerFolder = folder,
) => readLeft({ folder: over, keys, device: deviceA }, files, new Set(own));

test('of a folder with nothing in it only the locker before is named', async () => {
  expect(must(await left())).toEqual({ from: before, segments: [], pools: [], files: [] });
});

test('segments of the locker before are named with their lengths, those of any other are not', async () => {
  const olds = [putSegment(folder, before, id('1')), putSegment(folder, before, id('3'))];
  putSegment(folder, next, id('2'));
  putSegment(folder, other, id('4'));
  expect(must(await left()).segments).toEqual(olds);
});

test('both files of a pool are named, but for those of the new locker’s pools', async () => {
  for (const pool of [id('1'), id('2'), id('3')]) {
    folder.files.set(keysName(pool), new Uint8Array(50));
    folder.files.set(secondKeysName(pool), new Uint8Array(50));
  }
  folder.files.set(keysName(id('4')), new Uint8Array(50));
  expect(must(await left(new Map(), [id('2'), id('3')])).pools).toEqual([
    id('1'),
    `${id('1')}.2`,
    id('4'),
  ]);
});

test('files that were taken over are named as they were called before, and no others', async () => {
  const [one, two] = [id('1') as FileId, id('2') as FileId];
  for (const name of [one, two, id('3'), id('4'), id('5')]) {
    folder.files.set(fileName(name), new Uint8Array(50));
  }
  const files = new Map([
    [one, id('3') as FileId],
    [two, id('4') as FileId],
  ]);
  expect(must(await left(files)).files).toEqual([one, two]);
});

test('a folder that cannot be listed, or a segment that cannot be read, is told of as it is', async () => {
  putSegment(folder, before, id('1'));
  const list = () => Promise.resolve(fail('folder-unreadable'));
  expect(await left(new Map(), [], { ...folder, list })).toEqual(fail('folder-unreadable'));
  const read = () => Promise.resolve(fail('not-there'));
  expect(await left(new Map(), [], { ...folder, read })).toEqual(fail('not-there'));
});
