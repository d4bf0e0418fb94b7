// What is remembered outside the folder, and a purge: nothing of before it is recalled, and its rows and key go.
import { beforeEach, expect, test } from 'vitest';
import type { Bytes } from '../../../../shared/bytes.ts';
import { deriveLockerKeys, type LockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import type { PersonId, SourceId } from '../../../../shared/evidence/ids.ts';
import type { SegmentReading } from '../../../../shared/journal/segment.ts';
import type { Purged } from '../../../../shared/library/purged.ts';
import { epochName } from '../../../../shared/locker/folder.ts';
import { SegmentMemory, type ViewStore } from '../../../../shared/locker/segment-memory.ts';
import { fail } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { deviceA, there } from '../../../support/small-locker.ts';

const lockerId = 'ab'.repeat(16);
const nothing: Purged = { sources: new Map(), keys: new Set(), files: new Set() };
const oneSource: Purged = {
  ...nothing,
  sources: new Map([['1'.repeat(32) as SourceId, 'a'.repeat(32) as PersonId]]),
};
const reading: SegmentReading = {
  ...{ lockerId, device: deviceA, run: 'e'.repeat(32) },
  ...{ frames: [], accepted: { length: 80, head: '0f'.repeat(32) }, earlier: [], damage: [] },
  ...{ heads: new Map([[80, '0f'.repeat(32)]]), closed: true, torn: false },
};
const finished = { reading, digest: 'd1'.repeat(32) };

let keys: LockerKeys;
let folder: MemoryFolder;
let rows: Map<string, Bytes>;
let written: number;
let wipes: number;

const store: ViewStore = {
  read: (id) => Promise.resolve(rows.get(id)),
  write: (id, sealed) => {
    written++;
    return Promise.resolve(rows.set(id, sealed));
  },
  wipe: () => {
    wipes++;
    rows.clear();
    return Promise.resolve();
  },
};

function open(): Promise<SegmentMemory> {
  return SegmentMemory.open({ folder, keys, device: deviceA, store });
}

/** One that holds a reading and a note, made before any purge. */
async function openFilled(): Promise<SegmentMemory> {
  const memory = await open();
  await memory.remember([finished], nothing);
  expect(await memory.keepNote('place/a', 'page nine', nothing)).toBe(true);
  return memory;
}

beforeEach(async () => {
  keys = await deriveLockerKeys(new Uint8Array(32).fill(7), lockerId);
  folder = memoryFolder();
  rows = new Map();
  written = 0;
  wipes = 0;
});

test('with nothing to remember and nothing to forget, no key is made and no row touched', async () => {
  const memory = await open();
  await memory.remember([], nothing);
  expect(folder.files.has(epochName(deviceA))).toBe(false);
  expect(wipes).toBe(0);
  expect(memory.wasEmpty).toBe(false);
});

test('a reading is kept once, however often it is handed over', async () => {
  const memory = await open();
  await memory.remember([finished], nothing);
  await memory.remember([finished], nothing);
  expect(written).toBe(1);
  expect(await memory.recall(reading, finished.digest)).toEqual(reading);
});

test('what was remembered after the same purges is recalled', async () => {
  const memory = await openFilled();
  expect(await memory.forgetUnless(nothing)).toBe(false);
  expect(await memory.recall(reading, finished.digest)).toEqual(reading);
  expect(await memory.recallNote('place/a')).toBe('page nine');
});

test('after another purge nothing is recalled or kept until the rows and the key are new', async () => {
  const memory = await openFilled();
  const key = there(folder.files.get(epochName(deviceA)));
  expect(await memory.forgetUnless(oneSource)).toBe(true);
  expect(await memory.recall(reading, finished.digest)).toBeUndefined();
  expect(await memory.recallNote('place/a')).toBeUndefined();
  expect(await memory.keepNote('place/b', 'page ten', oneSource)).toBe(false);
  expect(folder.files.get(epochName(deviceA))).toEqual(key);

  await memory.remember([], oneSource); // the rows go, though there is nothing to put in their place
  expect(rows.size).toBe(0);
  expect(folder.files.get(epochName(deviceA))).not.toEqual(key);
  expect(await memory.keepNote('place/b', 'page ten', oneSource)).toBe(true);
  expect(await memory.recallNote('place/b')).toBe('page ten');
});

test('a reading that the purge left as it was is kept anew under the new key', async () => {
  const memory = await openFilled();
  await memory.forgetUnless(oneSource);
  await memory.remember([finished], oneSource);
  const again = await open();
  expect(await again.forgetUnless(oneSource)).toBe(false);
  expect(await again.recall(reading, finished.digest)).toEqual(reading);
});

test('a profile that was emptied is told, one whose rows went with a purge is not', async () => {
  await openFilled();
  const memory = await open();
  memory.missed();
  expect(memory.wasEmpty).toBe(true);
  await memory.forgetUnless(oneSource);
  expect(memory.wasEmpty).toBe(false);
});

test('where the folder takes no key, no note is said to be kept', async () => {
  folder.replace = () => Promise.resolve(fail('disk-full'));
  const memory = await open();
  expect(await memory.keepNote('place/a', 'page nine', nothing)).toBe(false);
  expect(rows.size).toBe(0);
});
