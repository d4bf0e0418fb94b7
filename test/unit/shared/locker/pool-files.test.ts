// Pools of keys: two files, either of which makes the other again, and out of which a key goes for good.
import { beforeEach, expect, test, vi } from 'vitest';
import { concat, type Bytes } from '../../../../shared/bytes.ts';
import { sealMessage } from '../../../../shared/crypto/cobblestone.ts';
import {
  contextOf,
  deriveLockerKeys,
  type LockerKeys,
} from '../../../../shared/crypto/locker-keys.ts';
import { keysName, secondKeysName, type FolderName } from '../../../../shared/locker/folder.ts';
import {
  keyBytes,
  mendPool,
  needsMending,
  readPools,
  writePool,
  type PoolReading,
} from '../../../../shared/locker/pool-files.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { flip } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { must, there } from '../../../support/small-locker.ts';

const { passed, watched } = await vi.hoisted(() => import('../../../support/watched-messages.ts'));
vi.mock('../../../../shared/crypto/cobblestone.ts', (original) => watched(original));

const lockerId = 'ab'.repeat(16);
const pool = 'c'.repeat(32);
const [first, second] = [keysName(pool), secondKeysName(pool)];
let keys: LockerKeys;
let folder: MemoryFolder;

beforeEach(async () => {
  keys = await deriveLockerKeys(new Uint8Array(32).fill(7), lockerId);
  folder = memoryFolder();
  passed.length = 0;
});

/** Keys that are told apart by their bytes; zeros where a place is empty. */
const rawOf = (...places: readonly number[]): Bytes =>
  concat(...places.map((digit) => new Uint8Array(keyBytes).fill(digit)));

async function lay(name: FolderName, raw: Bytes): Promise<void> {
  const message = await sealMessage(keys.keys, contextOf('keys', lockerId, pool), raw);
  folder.files.set(name, message);
}

async function read(from = folder): Promise<PoolReading> {
  const [reading, ...rest] = must(await readPools(from, must(await from.list()), keys));
  expect(rest).toEqual([]);
  return there(reading);
}

const placesOf = ({ copies }: PoolReading) =>
  copies.map(({ state, places }) => (state === 'open' ? Array.from(places) : state));

test('a pool is written twice, and either file alone holds all of it', async () => {
  must(await writePool(folder, keys, pool, rawOf(1, 2, 3)));
  expect(folder.files.get(first)).toEqual(folder.files.get(second));
  const whole = await read();
  expect(whole).toMatchObject({ pool, raw: rawOf(1, 2, 3) });
  expect(placesOf(whole)).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
  expect(needsMending(whole, [])).toBe(false);
});

test.each([
  ['gone', first, 'absent'],
  ['gone', second, 'absent'],
  ['damaged', first, 'sealed'],
  ['damaged', second, 'sealed'],
])('a file that is %s is made again from the other: %s', async (what, name, state) => {
  must(await writePool(folder, keys, pool, rawOf(1, 0, 3)));
  if (what === 'gone') folder.files.delete(name);
  else flip(folder.files.get(name));
  const reading = await read();
  expect(reading.raw).toEqual(rawOf(1, 0, 3));
  const copies = name === first ? [state, [0, 2]] : [[0, 2], state];
  expect(placesOf(reading)).toEqual(copies);
  expect(needsMending(reading, [])).toBe(true);
  must(await mendPool(folder, keys, pool, []));
  const mended = await read();
  expect(placesOf(mended)).toEqual([
    [0, 2],
    [0, 2],
  ]);
  expect(needsMending(mended, [])).toBe(false);
});

test('where neither opens nothing is mended and nothing written', async () => {
  must(await writePool(folder, keys, pool, rawOf(1)));
  for (const name of [first, second]) flip(folder.files.get(name));
  const before = new Map(folder.files);
  const reading = await read();
  expect([reading.raw, placesOf(reading)]).toEqual([undefined, ['sealed', 'sealed']]);
  expect(needsMending(reading, [0])).toBe(false);
  must(await mendPool(folder, keys, pool, [0]));
  expect(folder.files).toEqual(before);
});

test('what holds half a key is no pool', async () => {
  await lay(first, new Uint8Array(keyBytes + 1).fill(1));
  await lay(second, rawOf(2));
  expect(placesOf(await read())).toEqual(['sealed', [0]]);
});

test('keys that either file holds are read, of two pools of one length', async () => {
  await lay(first, rawOf(0, 2, 3));
  await lay(second, rawOf(1, 0, 9));
  expect((await read()).raw).toEqual(rawOf(1, 2, 3));
  await lay(second, rawOf(1, 0, 9, 4));
  expect((await read()).raw).toEqual(rawOf(0, 2, 3));
});

test('of two files only what is given to the reader stays in memory, and of mending nothing', async () => {
  await lay(first, rawOf(3, 0));
  await lay(second, rawOf(0, 2));
  passed.length = 0;
  await read();
  expect(passed).toEqual([rawOf(3, 2), rawOf(0, 0)]);
  await lay(first, rawOf(3, 2));
  await lay(second, rawOf(1, 2));
  passed.length = 0;
  must(await mendPool(folder, keys, pool, [0]));
  expect(passed).toHaveLength(4);
  for (const bytes of passed) expect(bytes).toEqual(rawOf(0, 0));
});

test('a purged key goes out of both files, the others stay, and then there is nothing left to do', async () => {
  must(await writePool(folder, keys, pool, rawOf(1, 2, 3)));
  const before = await read();
  expect([needsMending(before, [1]), needsMending(before, [])]).toEqual([true, false]);
  must(await mendPool(folder, keys, pool, [1]));
  const after = await read();
  expect(after.raw).toEqual(rawOf(1, 0, 3));
  expect(placesOf(after)).toEqual([
    [0, 2],
    [0, 2],
  ]);
  expect(needsMending(after, [1])).toBe(false);
  const replace = vi.fn(folder.replace.bind(folder));
  must(await mendPool({ ...folder, replace }, keys, pool, [1]));
  expect(replace).not.toHaveBeenCalled();
});

test('a key that is gone from a file does not come back into it', async () => {
  await lay(first, rawOf(0, 2));
  await lay(second, rawOf(1, 2));
  must(await mendPool(folder, keys, pool, []));
  expect(placesOf(await read())).toEqual([[1], [0, 1]]);
});

test('one file that cannot be read is no reason to leave the other closed; two are', async () => {
  must(await writePool(folder, keys, pool, rawOf(1)));
  const without = (...names: readonly FolderName[]): MemoryFolder => ({
    ...folder,
    read: (name, ...place) =>
      names.includes(name)
        ? Promise.resolve(fail('folder-unreadable'))
        : folder.read(name, ...place),
  });
  for (const [name, expected] of [
    [first, ['sealed', [0]]],
    [second, [[0], 'sealed']],
  ] as const) {
    const reading = await read(without(name));
    expect(placesOf(reading)).toEqual(expected);
    expect(reading.raw).toEqual(rawOf(1));
  }
  const none = without(first, second);
  expect(await readPools(none, must(await folder.list()), keys)).toEqual(fail('folder-unreadable'));
  expect(await mendPool(none, keys, pool, [])).toEqual(fail('folder-unreadable'));
});

test('a pool of any size is read whole', async () => {
  const many = rawOf(...Array.from({ length: 700 }, (_, index) => 1 + (index % 250)));
  must(await writePool(folder, keys, pool, many));
  expect((await read()).raw).toEqual(many);
});

test('what cannot be written is told, and no key of it stays in memory', async () => {
  must(await writePool(folder, keys, pool, rawOf(1, 2)));
  const replace = () => Promise.resolve(fail('disk-full'));
  passed.length = 0;
  expect(await mendPool({ ...folder, replace }, keys, pool, [0])).toEqual(fail('disk-full'));
  expect(passed.length).toBeGreaterThan(0);
  for (const bytes of passed) expect(bytes).toEqual(rawOf(0, 0));
  const create = (name: FolderName) =>
    Promise.resolve(name.endsWith('.2') ? fail('disk-full') : ok(null));
  expect(await writePool({ ...folder, create }, keys, pool, rawOf(1))).toEqual(fail('disk-full'));
});
