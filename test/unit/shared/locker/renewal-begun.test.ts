// A renewal of keys that was begun and stopped: who can go on with it, and how it is dropped.
import { beforeEach, expect, test } from 'vitest';
import { dropRenewal, isRenewalBegun } from '../../../../shared/locker/renew-keys.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { copyOf, memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { refuse, type Refusal } from '../../../support/refuse.ts';
import { look, renew, slotToCome, stoppedIn } from '../../../support/small-renewal.ts';
import {
  createSmallLocker,
  importSource,
  must,
  reopen,
  testHost,
} from '../../../support/small-locker.ts';

let folder: MemoryFolder;
let before: string;

/** Slots, keys, files and a journal of the locker to come are there. */
beforeEach(async () => {
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  for (let count = 0; count < 3; count++) await importSource(locker, new Uint8Array(100));
  before = locker.lockerId;
  must(await locker.close());
  expect(await renew(folder, stoppedIn('verifying', 1))).toEqual(fail('cancelled'));
  expect(rooms()).toEqual({ slots: 4, keys: 4, files: 6, journal: 3 });
});

function rooms(): Record<string, number> {
  const names = Array.from(folder.files.keys(), (name) => name.split('/', 1)[0] ?? '');
  const count = (room: string) => names.filter((name) => name === room).length;
  return Object.fromEntries(['slots', 'keys', 'files', 'journal'].map((r) => [r, count(r)]));
}

async function drop() {
  return dropRenewal((await reopen(folder)).eyes);
}

/** Nothing of it is left, and the locker of before is whole. */
async function expectDropped(): Promise<void> {
  expect(rooms()).toEqual({ slots: 2, keys: 2, files: 3, journal: 2 }); // the act that began it has a segment
  const old = await reopen(folder);
  expect(old.lockerId).toBe(before);
  expect(await isRenewalBegun(old.eyes)).toEqual(ok(false));
  const report = must(await old.check());
  expect(report).toMatchObject({ damage: [], missing: [], stray: [], unclosed: [] });
}

test('all that was prepared goes, and nothing else', async () => {
  expect(await drop()).toEqual(ok(null));
  await expectDropped();
});

test('of one that was stopped on the way only what is there is deleted', async () => {
  expect(await drop()).toEqual(ok(null));
  expect(await renew(folder, stoppedIn('sealing', 1))).toEqual(fail('cancelled'));
  expect(rooms()).toEqual({ slots: 4, keys: 4, files: 5, journal: 3 });
  expect(await drop()).toEqual(ok(null));
  expect(rooms()).toEqual({ slots: 2, keys: 2, files: 3, journal: 3 });
});

test.each<[string, Refusal]>([
  ['a segment', { what: 'retire', inside: 'journal/' }],
  ['the file of a pool', { what: 'retire', inside: 'keys/' }],
  ['a file', { what: 'remove', inside: 'files/' }],
  ['a slot', { what: 'remove', inside: 'slots/' }],
])('%s that cannot be deleted is told, and all of it can be dropped later', async (_, refusal) => {
  const back = refuse(folder, { ...refusal, times: 1, error: 'folder-read-only' });
  expect(await drop()).toEqual(fail('folder-read-only'));
  expect(await isRenewalBegun((await reopen(folder)).eyes)).toEqual(ok(true));
  back();
  expect(await drop()).toEqual(ok(null));
  await expectDropped();
});

test('half dropped, and its content back from a copy, it can still be dropped', async () => {
  const copy = copyOf(folder);
  const back = refuse(folder, { what: 'remove', inside: 'slots/', nth: 2 });
  expect(await drop()).toEqual(fail('disk-full'));
  back();
  for (const [name, bytes] of copy.files) {
    if (!name.startsWith('slots/')) folder.files.set(name, bytes);
  }
  expect(await drop()).toEqual(ok(null));
  await expectDropped();
});

test('without the slot of its recovery key nobody goes on with it', async () => {
  expect(await look(folder)).toBe('begun');
  folder.files.delete(slotToCome(folder, before, 'recovery'));
  expect(await look(folder)).toBe('fresh');
});
