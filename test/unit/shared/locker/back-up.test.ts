// The vault's plan of a backup, over folders in memory: what is copied, in which order, and what is left alone.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { randomId, type SourceId } from '../../../../shared/evidence/ids.ts';
import { backUp, byRoom } from '../../../../shared/locker/back-up.ts';
import { fileName, slotName, type FolderName } from '../../../../shared/locker/folder.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail } from '../../../../shared/result.ts';
import { flip, memoryBackup, type MemoryBackup } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  must,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { addSecond, mine, second } from '../../../support/two-people.ts';

const rooms = ['keys/', 'epoch/', 'files/', 'journal/', 'slots/'];

let folder: MemoryFolder;
let locker: OpenLocker;
let backup: MemoryBackup;
let file: FolderName;
let source: SourceId;
let told: (readonly [string, number, number])[];
let isCancelled: () => boolean;

beforeEach(async () => {
  folder = memoryFolder();
  ({ locker } = await createSmallLocker(await testHost(folder)));
  const imported = await importSource(locker, new Uint8Array(3_000));
  file = fileName(imported.file);
  source = imported.source;
  backup = memoryBackup(folder);
  told = [];
  isCancelled = () => false;
});

const run = () =>
  backUp(locker, backup, {
    progress: (...each) => told.push(each),
    cancelled: () => isCancelled(),
  });
const storedNames = () => backup.stored.map(([name]) => name);
const inRoom = (room: string): FolderName =>
  there(Array.from(folder.files.keys()).find((name) => name.startsWith(room)));
const bytesOf = ({ files }: MemoryFolder): number =>
  Array.from(files.values()).reduce((sum, { length }) => sum + length, 0);
/** How often the copy was opened. */
const verified = () => told.filter(([stage, done]) => stage === 'verifying' && done === 0).length;

test('it tells what it does: compares, copies one after the other, opens the copy once', async () => {
  const made = must(await run());
  const count = folder.files.size;
  const bytes = bytesOf(folder);
  expect(made).toMatchObject({ copied: count, copiedBytes: bytes, files: count, bytes });
  expect(told.slice(0, count + 1)).toEqual([
    ['comparing', 0, 0],
    ...Array.from({ length: count }, (_, done) => ['copying', done, count]),
  ]);
  expect(told.slice(count + 1)).toEqual([
    ['verifying', 0, 1],
    ['verifying', 1, 1],
  ]);
});

test('keys and files come before the acts that speak of them, and slots last', () => {
  const name = fc.tuple(fc.constantFrom(...rooms), fc.stringMatching(/^[0-9a-f]{1,3}$/));
  fc.assert(
    fc.property(fc.uniqueArray(name.map((parts) => parts.join(''))), (names) => {
      const sorted = names.map((each) => ({ name: each as FolderName, sizeBytes: 0 })).sort(byRoom);
      const expected = rooms.flatMap((room) =>
        names.filter((each) => each.startsWith(room)).sort(),
      );
      expect(sorted.map((each) => each.name)).toEqual(expected);
    }),
  );
  const entry = { name: 'keys/a' as FolderName, sizeBytes: 1 };
  expect(byRoom(entry, entry)).toBe(0);
});

test('nobody’s file is not copied', async () => {
  const stray = fileName(randomId());
  folder.files.set(stray, new Uint8Array(100));
  must(await run());
  expect(storedNames()).not.toContain(stray);
});

test.each(['disk-full', 'backup-full', 'folder-unreadable'] as const)(
  'an item that fails with %s ends it',
  async (error) => {
    backup.refusing.set(file, error);
    expect(await run()).toEqual(fail(error));
    expect(verified()).toBe(0);
  },
);

test.each(['not-there', 'already-there'] as const)(
  'an item that is %s meanwhile is told by opening the copy',
  async (error) => {
    backup.refusing.set(file, error);
    const { report, copied } = must(await run());
    expect([...report.missing, ...report.notArrived]).toEqual([file]);
    expect(copied).toBe(folder.files.size - 1);
  },
);

describe('a second backup', () => {
  beforeEach(async () => {
    must(await run());
    backup.stored.length = 0;
    told = [];
  });

  test('of what did not change copies nothing and opens the copy once', async () => {
    must(await run());
    expect(backup.stored).toEqual([]);
    expect(verified()).toBe(1);
  });

  test('copies a file again that is cut off there, before the copy is opened', async () => {
    backup.copy.files.set(file, there(folder.files.get(file)).slice(0, 500));
    must(await run());
    expect(backup.stored).toEqual([[file, 'replace']]);
    expect(verified()).toBe(1);
  });

  test('never copies a file that is cut off here over a whole one', async () => {
    folder.files.set(file, there(folder.files.get(file)).slice(0, 500));
    expect(must(await run()).report).toMatchObject({ damage: [], missing: [] });
    expect(backup.stored).toEqual([]);
  });

  test.each(['slots/', 'keys/'])('copies what has another length there again: %s', async (room) => {
    const name = inRoom(room);
    const longer = new Uint8Array(there(folder.files.get(name)).length + 1);
    backup.copy.files.set(name, longer);
    must(await run());
    expect(backup.stored).toEqual([[name, 'replace']]);
    expect(verified()).toBe(1);
  });

  test('copies keys again that are others of the same length there, before the copy is opened', async () => {
    const name = inRoom('keys/');
    flip(backup.copy.files.get(name));
    must(await run());
    expect(backup.stored).toEqual([[name, 'replace']]);
    expect(verified()).toBe(1);
  });

  test('leaves a segment alone that is longer there', async () => {
    const name = inRoom('journal/');
    const bytes = there(folder.files.get(name));
    backup.copy.files.set(name, new Uint8Array([...bytes, 0, 0]));
    must(await run());
    expect(backup.stored).toEqual([]);
  });

  test('leaves what is damaged here and there as it is, and says so', async () => {
    for (const each of [folder, backup.copy]) flip(each.files.get(inRoom('slots/')));
    const { report } = must(await run());
    expect(report.damage).toEqual([{ name: inRoom('slots/'), why: 'slot' }]);
    expect(backup.stored).toEqual([]);
  });

  test('of what is damaged there and gone here says so', async () => {
    flip(backup.copy.files.get(file));
    folder.files.delete(file);
    const { report } = must(await run());
    expect(report.damage).toEqual([{ name: file, why: 'content' }]);
    expect(backup.stored).toEqual([]);
  });

  test('takes the files of a source out that was deleted for good', async () => {
    must(await locker.purge(source, testPerson.id));
    expect(folder.files.has(file)).toBe(false);
    expect(backup.copy.files.has(file)).toBe(true);
    const { files, bytes } = must(await run());
    expect(backup.dropped).toEqual([file]);
    expect(backup.copy.files.has(file)).toBe(false);
    expect({ files, bytes }).toEqual({
      files: backup.copy.files.size,
      bytes: bytesOf(backup.copy),
    });
  });

  test('takes the slot of a passphrase out that was taken away, and only where the copy is whole', async () => {
    must(await addSecond(locker));
    must(await run());
    const present = must(await locker.slots.list());
    const { id } = there(present.find(({ person }) => person === second.id));
    must(await locker.slots.remove(mine, id, testPerson.id));
    flip(backup.copy.files.get(file));
    backup.refusing.set(file, 'not-there');
    must(await run());
    expect(backup.dropped).toEqual([]);
    backup.refusing.clear();
    backup.refusing.set(slotName(id), 'backup-read-only');
    expect(await run()).toEqual(fail('backup-read-only'));
    backup.refusing.set(slotName(id), 'not-there');
    must(await run());
    backup.refusing.clear();
    must(await run());
    expect(backup.dropped).toEqual(Array(3).fill(slotName(id)));
    expect(backup.copy.files.has(slotName(id))).toBe(false);
  });
});

test.each(rooms.filter((room) => room !== 'epoch/'))(
  'what came across damaged is copied once more: %s',
  async (room) => {
    const name = inRoom(room);
    backup.spoiling.set(name, 1);
    expect(must(await run())).toMatchObject({ lackingActs: 0, report: { damage: [] } });
    expect(storedNames().filter((each) => each === name)).toHaveLength(2);
    expect(verified()).toBe(2);
  },
);

test('where it cannot be copied once more the backup has failed', async () => {
  backup.spoiling.set(file, 1);
  isCancelled = () => {
    if (told.at(-1)?.[0] === 'verifying') backup.refusing.set(file, 'backup-full');
    return false;
  };
  expect(await run()).toEqual(fail('backup-full'));
});

test('stopped between two items, it opens nothing', async () => {
  isCancelled = () => told.filter(([stage]) => stage === 'copying').length === 2;
  expect(await run()).toEqual(fail('cancelled'));
  expect(backup.stored).toHaveLength(2);
});
