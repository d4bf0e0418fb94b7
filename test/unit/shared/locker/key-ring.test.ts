// Which key serves whom, and that it is on the disk before it seals anything.
import { beforeEach, expect, test } from 'vitest';
import { concat, type Bytes } from '../../../../shared/bytes.ts';
import { deriveLockerKeys, type LockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import type { Subject } from '../../../../shared/journal/change.ts';
import { keysName, secondKeysName, type FolderName } from '../../../../shared/locker/folder.ts';
import { KeyRing } from '../../../../shared/locker/key-ring.ts';
import { readPools } from '../../../../shared/locker/pool-files.ts';
import { fail } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { must, there } from '../../../support/small-locker.ts';

const subject = (number: number) => `source/${String(number).padStart(32, '0')}` as Subject;
let keys: LockerKeys;
let folder: MemoryFolder;
let ring: KeyRing;
/** Called before a file of a pool is created. */
let creating: (name: FolderName) => boolean;

beforeEach(async () => {
  keys = await deriveLockerKeys(new Uint8Array(32).fill(7), 'ab'.repeat(16));
  folder = memoryFolder();
  creating = () => true;
  const create = (name: FolderName, bytes: Bytes) =>
    creating(name) ? folder.create(name, bytes) : Promise.resolve(fail('disk-full'));
  ring = new KeyRing({ ...folder, create }, keys);
});

const keyOf = async (number: number) => must(await ring.keyFor(subject(number))).name;
const poolOf = (key: string) => key.slice(0, 32);

test('a subject has one key, on the disk before it is used, and no other subject has it', async () => {
  const one = await keyOf(1);
  expect(folder.files.has(keysName(poolOf(one)))).toBe(true);
  expect(folder.files.has(secondKeysName(poolOf(one)))).toBe(true);
  expect(await keyOf(1)).toBe(one);
  expect(await keyOf(2)).not.toBe(one);
  expect(ring.subjects).toEqual([subject(1), subject(2)]);
  expect(ring.keysOf(subject(1))).toEqual([{ name: one, key: ring.find(one) }]);
  expect(ring.find(one)).toBeDefined();
});

test('the first pool of a session is small, those after it are large', async () => {
  for (let number = 0; number < 33; number++) await keyOf(number);
  const pools = must(await readPools(folder, must(await folder.list()), keys));
  expect(pools.map(({ raw }) => there(raw).length / 32).sort((a, b) => a - b)).toEqual([32, 256]);
});

test('subjects that come at once have a key each, of one pool', async () => {
  const names = await Promise.all([1, 2, 3].map(keyOf));
  expect(new Set(names).size).toBe(3);
  expect(new Set(names.map(poolOf)).size).toBe(1);
});

test('a pool that cannot be written is told, and made at the next asking', async () => {
  creating = () => false;
  expect(await ring.keyFor(subject(1))).toEqual(fail('disk-full'));
  expect(ring.keysOf(subject(1))).toEqual([]);
  creating = () => true;
  expect(folder.files.has(keysName(poolOf(await keyOf(1))))).toBe(true);
});

test('a pool is known as this run’s while it is being written', async () => {
  const known: boolean[] = [];
  creating = (name) => {
    known.push(ring.hasMade(name));
    return true;
  };
  const pool = poolOf(await keyOf(1));
  expect(known).toEqual([true, true]);
  expect(ring.hasMade(keysName(pool))).toBe(true);
  expect(ring.hasMade(secondKeysName(pool))).toBe(true);
  expect(ring.hasMade(keysName('f'.repeat(32)))).toBe(false);
});

test('keys of an earlier run are taken without the empty places, zeroed where they lay, and given to nobody anew', async () => {
  const pool = 'c'.repeat(32);
  const raw = concat(...[1, 0, 3].map((digit) => new Uint8Array(32).fill(digit)));
  expect(await ring.take(pool, raw)).toEqual([`${pool}-0`, `${pool}-2`]);
  expect(raw).toEqual(new Uint8Array(96));
  expect([0, 1, 2].map((place) => ring.find(`${pool}-${String(place)}`) !== undefined)).toEqual([
    ...[true, false, true],
  ]);
  expect(ring.find(`${pool}-0`)).not.toBe(ring.find(`${pool}-2`));
  expect(poolOf(await keyOf(1))).not.toBe(pool);
  ring.bind(`${pool}-2`, subject(2));
  expect(await keyOf(2)).toBe(`${pool}-2`);
});

test('a key that was forgotten opens nothing; its name stays known, and its subject gets another', async () => {
  const one = await keyOf(1);
  ring.forget([one]);
  expect(ring.find(one)).toBeUndefined();
  expect(ring.keysOf(subject(1))).toEqual([]);
  expect(ring.namesOf(subject(1))).toEqual([one]);
  const next = await keyOf(1);
  expect(next).not.toBe(one);
  expect(ring.namesOf(subject(1))).toEqual([one, next]);
});
