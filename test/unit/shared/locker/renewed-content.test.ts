// Files sealed anew under the keys of a locker to come, over a folder in memory, also by whoever goes on after a renewal that was cut off.
import { beforeEach, expect, test, vi } from 'vitest';
import { utf8, type Bytes } from '../../../../shared/bytes.ts';
import { deriveLockerKeys, type LockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import { importSealKey } from '../../../../shared/crypto/seal-key.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { FileId } from '../../../../shared/evidence/ids.ts';
import { readFolder, type FolderEyes } from '../../../../shared/locker/check-folder.ts';
import { fileName, type FolderName, type LockerFolder } from '../../../../shared/locker/folder.ts';
import { KeyRing } from '../../../../shared/locker/key-ring.ts';
import type { LockerReading } from '../../../../shared/locker/read-locker.ts';
import { renewedName } from '../../../../shared/locker/renewal-begun.ts';
import { sealFiles, type RenewalSteps } from '../../../../shared/locker/renewed-content.ts';
import { makeRing, type RenewedRing } from '../../../../shared/locker/renewed-ring.ts';
import { sealFile, startOpeningFile } from '../../../../shared/locker/sealed-file.ts';
import type * as SealedFile from '../../../../shared/locker/sealed-file.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  must,
  streamOf,
  testHost,
  there,
} from '../../../support/small-locker.ts';

/** Stands for a fault of the memory between reading and sealing. */
const memory = vi.hoisted(() => ({ isFaulty: false }));
vi.mock('../../../../shared/locker/sealed-file.ts', async (original) => {
  const real = await original<typeof SealedFile>();
  const sealAs: typeof sealFile = (over, file, key, named, source) =>
    real.sealFile(over, file, key, named, memory.isFaulty ? streamOf(utf8('others')) : source);
  return { ...real, sealFile: sealAs };
});

const next = 'a'.repeat(32);
let folder: MemoryFolder;
let keys: LockerKeys;
const first = utf8('the first document');
/** Long enough that damage in its middle is found only by reading all of it. */
const long = new Uint8Array(200_000).map((_, at) => at % 251);
let eyes: FolderEyes;
let reading: LockerReading;
let ring: RenewedRing;
/** By the name of before, in the order they are sealed. */
let plain: ReadonlyMap<FileId, Bytes>;
let asked: (readonly [operation: string, name: FolderName])[];

beforeEach(async () => {
  memory.isFaulty = false;
  folder = memoryFolder();
  keys = await deriveLockerKeys(new Uint8Array(32).fill(1), next);
  const { locker } = await createSmallLocker(await testHost(folder));
  const [one, two] = [await importSource(locker, first), await importSource(locker, long)];
  must(await locker.close());
  eyes = { ...locker.eyes, folder };
  ({ reading } = must(await readFolder(eyes)));
  plain = new Map([
    [one.file, first],
    [two.file, long],
  ]);
  ring = must(await makeRing(eyes, keys, reading.union.changes));
  asked = [];
});

/** What may lie under the name of a file that is to be sealed. `spoil` answers what lies there instead of it. */
interface Prepared {
  readonly bytes?: Bytes;
  readonly isOther?: boolean;
  readonly spoil?: (sealed: Bytes) => Bytes;
}

const refusing = (error: ErrorCode) => () => Promise.resolve(fail(error));
const newName = (file: FileId) => renewedName(eyes.keys, next, `file/${file}`) as FileId;
const names = () => Array.from(plain.keys()) as [FileId, FileId];
const noting = (): LockerFolder => ({
  ...folder,
  beginFile: (name) => {
    asked.push(['begin', name]);
    return folder.beginFile(name);
  },
  remove: (name) => {
    asked.push(['remove', name]);
    return folder.remove(name);
  },
});
const seal = (steps: RenewalSteps = {}, over: LockerFolder = noting(), from = ring) =>
  sealFiles({ ...eyes, folder: over }, keys, from, reading, steps);
const fileKey = (file: FileId) => {
  const { subject } = there(reading.files.get(file));
  return { lockerId: next, key: must(ring.keyOf(subject)).key };
};
/** A file whose ends can be read, and all of it cannot. */
const withoutMiddle = (file: FolderName): LockerFolder => ({
  ...folder,
  read: (name, offset, length) =>
    name === file && length > 200_000
      ? refusing('folder-unreadable')()
      : folder.read(name, offset, length),
});
const flippedAt = (bytes: Bytes, at: number): Bytes => bytes.with(at, (bytes[at] ?? 0) ^ 1);
const lying = (file: FileId) => there(folder.files.get(fileName(file)));

/** Every file under its new name and key is what it was. */
async function expectSealed(): Promise<void> {
  for (const [file, bytes] of plain) {
    const name = newName(file);
    const opened = there(
      must(await startOpeningFile(folder, name, lying(name).length, fileKey(file))),
    );
    const { sizeBytes } = opened.meta;
    expect([opened.meta.name, sizeBytes]).toEqual(['report.txt', bytes.length]);
    const read = new Uint8Array(sizeBytes);
    expect(
      await opened.read((piece, offset) => {
        read.set(piece, offset);
      }),
    ).toEqual(ok(true));
    expect(read).toEqual(bytes);
  }
}

test('each is sealed anew, under a name that follows from the old one, and the old one stays', async () => {
  const olds = new Map(folder.files);
  const renamed = must(await seal());
  expect(renamed).toEqual(new Map(names().map((file) => [file, newName(file)])));
  await expectSealed();
  for (const [name, bytes] of olds) expect(folder.files.get(name)).toEqual(bytes);
  expect(folder.files.size).toBe(olds.size + 2);
});

test('progress tells how many are done, from none to all', async () => {
  const told: unknown[] = [];
  must(await seal({ progress: (...step) => told.push(step) }));
  expect(told).toEqual([
    ['sealing', 0, 2],
    ['sealing', 1, 2],
    ['sealing', 2, 2],
  ]);
});

test('whoever goes on takes over what was sealed, and seals what was not', async () => {
  expect(await seal({ cancelled: () => asked.length > 0 })).toEqual(fail('cancelled'));
  const [one, two] = names();
  expect(folder.files.has(fileName(newName(two)))).toBe(false);
  const prepared = lying(newName(one)).slice();
  asked = [];
  const told: unknown[] = [];
  const renamed = must(await seal({ progress: (...step) => told.push(step) }));
  expect(renamed.size).toBe(2);
  expect(asked).toEqual([['begin', fileName(newName(two))]]);
  expect(lying(newName(one))).toEqual(prepared);
  expect(told).toHaveLength(3);
  await expectSealed();
  asked = [];
  must(await seal());
  expect(asked).toEqual([]);
});

test.each([
  ['other bytes', { bytes: new Uint8Array(200_000) }],
  ['another key', { isOther: true }],
  ['damage at its end', { spoil: (bytes) => flippedAt(bytes, bytes.length - 40) }],
  ['damage in its middle', { spoil: (bytes) => flippedAt(bytes, 50_000) }],
  ['a torn end', { spoil: (bytes) => bytes.slice(0, -1) }],
  ['nothing', { spoil: () => new Uint8Array() }],
] satisfies [string, Prepared][])(
  'a prepared file with %s in it is never taken over, but sealed again',
  async (_, { bytes = long, isOther = false, spoil = (sealed) => sealed }: Prepared) => {
    const [, two] = names();
    const name = fileName(newName(two));
    const { lockerId, key } = fileKey(two);
    const under = { lockerId, key: isOther ? await importSealKey(new Uint8Array(32)) : key };
    const named = { name: 'report.txt', mediaType: 'text/plain' };
    must(await sealFile(folder, newName(two), under, named, streamOf(bytes)));
    must(await folder.commitFile(name));
    folder.files.set(name, spoil(lying(newName(two))));
    must(await seal());
    expect(asked.slice(-2)).toEqual([
      ['remove', name],
      ['begin', name],
    ]);
    await expectSealed();
  },
);

test('a prepared file that cannot be read to its end is sealed again', async () => {
  must(await seal());
  const [, two] = names();
  const name = fileName(newName(two));
  const old = lying(newName(two)).slice();
  must(await seal({}, withoutMiddle(name)));
  expect(lying(newName(two))).not.toEqual(old);
  await expectSealed();
});

test('an old file that is damaged, wherever, is told and not sealed', async () => {
  const [, two] = names();
  const whole = lying(two);
  folder.files.set(fileName(two), flippedAt(whole, 50_000));
  expect(await seal()).toEqual(fail('renewal-unclean'));
  folder.files.set(fileName(two), flippedAt(whole, 0));
  expect(await seal()).toEqual(fail('locker-damaged'));
  folder.files.delete(fileName(two));
  expect(await seal()).toEqual(fail('not-there'));
  expect(asked.map(([, name]) => name)).not.toContain(fileName(newName(two)));
  expect(folder.files.has(fileName(newName(two)))).toBe(false);
});

test('a file without a key, of before or of now, is told', async () => {
  const bare = { ...reading, ring: new KeyRing(folder, eyes.keys) };
  expect(await sealFiles(eyes, keys, ring, bare, {})).toEqual(fail('key-missing'));
  const none = must(await makeRing(eyes, keys, []));
  expect(await seal({}, folder, none)).toEqual(fail('key-missing'));
});

test('bytes that changed between reading and sealing do not take the old ones’ place', async () => {
  memory.isFaulty = true;
  expect(await seal()).toEqual(fail('internal'));
  for (const file of names()) expect(folder.files.has(fileName(newName(file)))).toBe(false);
  memory.isFaulty = false;
  must(await seal());
  await expectSealed();
});

test.each([
  ['list', 'folder-unreadable'],
  ['read', 'folder-unreadable'],
  ['remove', 'folder-read-only'],
  ['beginFile', 'disk-full'],
  ['writePart', 'disk-full'],
  ['commitFile', 'disk-full'],
] as const)(
  'where the folder refuses to %s that is told as it is, and can be done later',
  async (operation, error) => {
    const [one, two] = names();
    folder.files.set(fileName(newName(two)), utf8('no sealed file'));
    expect(await seal({}, { ...folder, [operation]: refusing(error) })).toEqual(fail(error));
    const isFirstThere = folder.files.has(fileName(newName(one)));
    expect(isFirstThere).toBe(operation === 'remove');
    must(await seal());
    await expectSealed();
  },
);

test('reading that fails on the way through an old file is told', async () => {
  const [, two] = names();
  expect(await seal({}, withoutMiddle(fileName(two)))).toEqual(fail('folder-unreadable'));
  expect(folder.files.has(fileName(newName(two)))).toBe(false);
});
