// The keys of a locker to come: one for every subject, the same ones for whoever goes on after a renewal that was cut off.
import { beforeEach, expect, test } from 'vitest';
import { toHex, utf8 } from '../../../../shared/bytes.ts';
import { deriveLockerKeys, type LockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import type { Change, Subject } from '../../../../shared/journal/change.ts';
import type { FolderEyes } from '../../../../shared/locker/check-folder.ts';
import {
  keysName,
  secondKeysName,
  type FolderName,
  type LockerFolder,
} from '../../../../shared/locker/folder.ts';
import { renewedName } from '../../../../shared/locker/renewal-begun.ts';
import { makeRing, type RenewedRing } from '../../../../shared/locker/renewed-ring.ts';
import { fail } from '../../../../shared/result.ts';
import { flip } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { putSlot } from '../../../support/put-slot.ts';
import { deviceA, markAct, must, there } from '../../../support/small-locker.ts';

const [before, next] = ['b'.repeat(32), 'a'.repeat(32)];
let folder: MemoryFolder;
let keys: LockerKeys;
let eyes: FolderEyes;
let pool: string;

beforeEach(async () => {
  folder = memoryFolder();
  keys = await deriveLockerKeys(new Uint8Array(32).fill(1), next);
  const oldKeys = await deriveLockerKeys(new Uint8Array(32).fill(2), before);
  eyes = { folder, keys: oldKeys, device: deviceA };
  pool = renewedName(oldKeys, next, 'pool/0');
  await putSlot(folder, next, { pending: true, follows: before });
});

const refusing = (error: ErrorCode) => () => Promise.resolve(fail(error));
const marked = (count: number) => changes(...Array.from({ length: count }, () => markOf()));
const markOf = () => markAct(randomId(), 'words');
const make = (wanted: readonly Change[], over: LockerFolder = folder) =>
  makeRing({ ...eyes, folder: over }, keys, wanted);
const subjectsOf = (wanted: readonly Change[]): Subject[] => [
  'library',
  ...wanted.map(({ subject }) => subject),
];
/** Something of every subject's key, to tell it by. */
const told = ({ keyOf }: RenewedRing, wanted: readonly Change[]) =>
  subjectsOf(wanted).map((subject) => toHex(must(keyOf(subject)).key.hmac(utf8('told'))));
const pools = () => Array.from(folder.files.keys()).filter((name) => name.startsWith('keys/'));

test('every subject has a key of its own, the library before it has any change', async () => {
  const wanted = marked(3);
  const ring = must(await make([...wanted, ...wanted]));
  expect(new Set(told(ring, wanted)).size).toBe(4);
  expect(ring.keyOf(markOf().subject)).toEqual(fail('key-missing'));
  expect(told(must(await make([])), [])).toHaveLength(1);
});

test.each([
  [256, ['pool/0']],
  [257, ['pool/0', 'pool/1']],
])('%i subjects have as many pools as they need, each twice', async (subjects, expected) => {
  const ring = must(await make(marked(subjects - 1)));
  const names = expected.map((name) => renewedName(eyes.keys, next, name));
  expect(Array.from(ring.pools)).toEqual(names);
  const both = names.flatMap((name) => [keysName(name), secondKeysName(name)]);
  expect(pools().sort()).toEqual(both.sort());
});

test('whoever goes on gives every subject the key it had, and writes none', async () => {
  const wanted = marked(3);
  const first = told(must(await make(wanted)), wanted);
  const lying = new Map(folder.files);
  expect(told(must(await make(wanted)), wanted)).toEqual(first);
  expect(folder.files).toEqual(lying);
});

test.each([
  ['gone', keysName],
  ['gone', secondKeysName],
  ['damaged', keysName],
  ['damaged', secondKeysName],
])('a file of a pool that is %s is made again from the other one', async (what, nameOf) => {
  const wanted = marked(2);
  const first = told(must(await make(wanted)), wanted);
  spoil(what, nameOf(pool));
  expect(told(must(await make(wanted)), wanted)).toEqual(first);
  for (const lost of [keysName(pool), secondKeysName(pool)]) {
    folder.files.delete(lost);
    expect(told(must(await make(wanted)), wanted)).toEqual(first);
  }
});

function spoil(what: string, name: FolderName): void {
  if (what === 'gone') folder.files.delete(name);
  else flip(folder.files.get(name));
}

test.each([
  ['damaged', 'damaged'],
  ['gone', 'damaged'],
  ['damaged', 'gone'],
  ['gone', 'gone'],
])('of a pool of which neither file opens both are made anew: %s, %s', async (first, second) => {
  const wanted = marked(2);
  const lost = told(must(await make(wanted)), wanted);
  spoil(first, keysName(pool));
  spoil(second, secondKeysName(pool));
  const made = told(must(await make(wanted)), wanted);
  expect(made.some((key) => lost.includes(key))).toBe(false);
  const [one, two] = [keysName(pool), secondKeysName(pool)].map((name) => folder.files.get(name));
  expect(one).toEqual(there(two));
  expect(told(must(await make(wanted)), wanted)).toEqual(made);
});

test.each([
  ['list', 'folder-unreadable', 'whole'],
  ['read', 'folder-unreadable', 'whole'],
  ['replace', 'disk-full', 'half'],
  ['retire', 'folder-read-only', 'damaged'],
  ['create', 'disk-full', 'absent'],
] as const)(
  'where the folder refuses to %s that is told as it is, and no key is lost',
  async (operation, error, state) => {
    if (state !== 'absent') must(await make([]));
    if (state === 'half' || state === 'damaged') flip(folder.files.get(keysName(pool)));
    if (state === 'damaged') flip(folder.files.get(secondKeysName(pool)));
    const lying = new Map(folder.files);
    expect(await make([], { ...folder, [operation]: refusing(error) })).toEqual(fail(error));
    expect(folder.files).toEqual(lying);
  },
);
