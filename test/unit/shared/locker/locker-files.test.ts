// The sealed files of an open locker on their way: held until an act names them, then in their place, or gone.
import { beforeEach, expect, test } from 'vitest';
import { utf8, type Bytes } from '../../../../shared/bytes.ts';
import { deriveLockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import type { FileId } from '../../../../shared/evidence/ids.ts';
import type { Subject } from '../../../../shared/journal/change.ts';
import { fileName, type LockerFolder } from '../../../../shared/locker/folder.ts';
import { KeyRing } from '../../../../shared/locker/key-ring.ts';
import { LockerFiles } from '../../../../shared/locker/locker-files.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { must, streamOf } from '../../../support/small-locker.ts';

const lockerId = 'ab'.repeat(16);
const report: Subject = `source/${'1'.repeat(32)}` as Subject;
const letter: Subject = `source/${'2'.repeat(32)}` as Subject;
const named = { name: 'report.txt', mediaType: 'text/plain' };

let folder: MemoryFolder;
/** What was asked of the folder to put a file into its place or to take it away, in order. */
let asked: string[];
let isFull: boolean;
let isClosed: boolean;
let files: LockerFiles;

beforeEach(async () => {
  folder = memoryFolder();
  asked = [];
  isFull = false;
  isClosed = false;
  const noting: LockerFolder = {
    ...folder,
    commitFile: (name) => {
      asked.push(`commit ${name}`);
      return isFull ? Promise.resolve(fail('disk-full')) : folder.commitFile(name);
    },
    discardFile: (name) => {
      asked.push(`discard ${name}`);
      return folder.discardFile(name);
    },
    remove: (name) => {
      asked.push(`remove ${name}`);
      return folder.remove(name);
    },
  };
  const keys = await deriveLockerKeys(new Uint8Array(32).fill(7), lockerId);
  const ring = new KeyRing(noting, keys);
  const host = { folder: noting, lockerId, ring, isClosed: () => isClosed };
  files = new LockerFiles(host, new Map(), []);
});

async function seal(subject: Subject, text: string): Promise<FileId> {
  return must(await files.seal(subject, named, streamOf(utf8(text)))).file;
}

const isThere = (file: FileId): boolean => folder.files.has(fileName(file));
const read = async (file: FileId): Promise<Bytes> => must(await files.open(file)).bytes;

test('a file appears when an act names it, and closing then leaves it alone', async () => {
  const file = await seal(report, 'some words');
  expect([files.isHeld(file), isThere(file)]).toEqual([true, false]);
  must(await files.commit([file]));
  expect([files.isHeld(file), isThere(file)]).toEqual([false, true]);
  expect(await read(file)).toEqual(utf8('some words'));
  await files.dropHeld();
  expect(asked).toEqual([`commit ${fileName(file)}`]);
});

test('what the disk refuses is told; the file stays held, is put there later or goes with closing', async () => {
  const first = await seal(report, 'one');
  const second = await seal(report, 'two');
  isFull = true;
  expect(await files.commit([first, second])).toEqual(fail('disk-full'));
  expect(asked).toEqual([`commit ${fileName(first)}`]);
  expect([files.isHeld(first), files.isHeld(second)]).toEqual([true, true]);
  isFull = false;
  must(await files.commit([first]));
  await files.dropHeld();
  expect(asked.slice(2)).toEqual([`discard ${fileName(second)}`]);
  expect([isThere(first), files.isHeld(second)]).toEqual([true, false]);
});

test('files of an act that never came are taken away again', async () => {
  const file = await seal(report, 'some words');
  must(await files.commit([file]));
  await files.takeBack([file]);
  expect(isThere(file)).toBe(false);
});

test('a discarded file is of no subject any more, wherever it was', async () => {
  const held = await seal(report, 'held');
  const placed = await seal(report, 'placed');
  const other = await seal(letter, 'other');
  must(await files.commit([placed, other]));
  expect(files.of([report])).toEqual([held, placed]);
  asked = [];
  expect(await files.discard(held)).toEqual(ok(null));
  expect(await files.discard(placed)).toEqual(ok(null));
  expect(asked).toEqual([`discard ${fileName(held)}`, `remove ${fileName(placed)}`]);
  expect(files.of([report, letter])).toEqual([other]);
  expect(files.isOfThisSession(fileName(placed))).toBe(false);
  expect(await files.open(placed)).toEqual(fail('not-there'));
});

test('a file that was sealed when the locker had closed is not kept', async () => {
  isClosed = true;
  const file = await seal(report, 'too late');
  expect(asked).toEqual([`discard ${fileName(file)}`]);
  expect(files.isHeld(file)).toBe(false);
});

test('files of a source that is being purged open no more', async () => {
  const file = await seal(report, 'some words');
  must(await files.commit([file]));
  files.forget([file]);
  expect(files.of([report])).toEqual([]);
  expect(await files.open(file)).toEqual(fail('not-there'));
  expect(await files.isWhole(file)).toEqual(fail('not-there'));
});
