// A locker restored from a backup: whole before it takes its place, beside what lay there before; what was given up does
// nothing more. The backup is made up of names alone: main opens nothing of it.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Restore } from '../../../../electron/safekeeping/restore.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import {
  diskHolding,
  inFolder,
  lyingIn,
  putOn,
  type Lying,
} from '../../../support/disk-holding.ts';
import type { FaultyDisk } from '../../../support/faulty-disk.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';
import { must } from '../../../support/small-locker.ts';

const id = (number: number): string => number.toString(16).padStart(32, '0');
const filled = (length: number, byte = 7) => new Uint8Array(length).fill(byte);
const files = (count: number): Lying =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`files/${id(at)}`, filled(3, at)]));

const segment = `journal/${id(13)}/${id(1)}.seg`;
/** In the order of its names, which is that of copying. */
const backup: Lying = {
  [`files/${id(1)}`]: filled(30),
  [segment]: filled(50),
  [`keys/${id(1)}`]: filled(70),
  [`slots/${id(1)}`]: filled(20),
  [`slots/${id(2)}`]: filled(21),
};
const [first = '', second = '', ...later] = Object.keys(backup);
const last = later.at(-1) ?? '';
const onStick = '/stick/Notes.backup';
const atHome = '/home/Notes.locker';
const growing = `${atHome}.restoring`;

let lying: FaultyDisk;
let disk: NotingDisk;
let restore: Restore;
let chosen: string | undefined;
const onRestored = vi.fn();

/** A backup, and what else lies on the disk. */
function begin(stick: Lying, elsewhere: Lying = {}): void {
  lying = diskHolding({ ...inFolder(onStick, stick), ...elsewhere }, '/home', '/stick');
  disk = new NotingDisk('/home', lying);
  restore = new Restore(atHome, () => Promise.resolve(chosen), onRestored, disk);
}

async function restoreAll(): Promise<Result<unknown>> {
  let answer = await restore.begin();
  while (answer.ok && answer.value.done < answer.value.total) answer = await restore.step();
  return answer;
}

/** What lies at home apart from what is named. */
const atHomeBut = (...places: readonly string[]) =>
  lying
    .paths()
    .filter((name) => name.startsWith('/home/'))
    .filter((name) => !places.some((place) => name.startsWith(`${place}/`)));

const asides = (): readonly string[] => [
  ...new Set(atHomeBut(atHome, growing).map((name) => name.split('/').slice(0, 3).join('/'))),
];

/** Refuses an operation with a code as long as that is asked for. */
function refuse(operation: string, name: string, code: string, still = () => true): void {
  disk.refuse = (...noted) =>
    noted[0] === operation && noted[1] === name && still() ? code : undefined;
}

/** Gives the restore up at an operation; answers what came of that. */
function discardAt(operation: string, name: string): () => Promise<unknown> | undefined {
  let discarded: Promise<unknown> | undefined;
  disk.refuse = (...noted) => {
    if (noted[0] === operation && noted[1] === name) discarded ??= restore.discard();
    return undefined;
  };
  return () => discarded;
}

beforeEach(() => {
  chosen = '/stick';
  onRestored.mockReset();
});

test('what the backup holds lies in its place, on the disk before anybody is told, who is told once', async () => {
  begin(backup);
  let before: readonly string[] = [];
  onRestored.mockImplementation(() => {
    before = disk.noted();
  });
  expect(await restoreAll()).toEqual(ok({ done: 5, total: 5 }));
  expect(before.slice(-2)).toEqual(['rename to Notes.locker', 'sync names .']);
  expect(onRestored).toHaveBeenCalledOnce();
  expect(await lyingIn(lying, atHome)).toEqual(backup);
  expect(atHomeBut(atHome)).toEqual([]);
  expect(await restore.step()).toEqual(fail('backup-absent'));
});

test('the backup is read only, also what another computer has begun in it', async () => {
  const stick = { ...backup, [`files/${id(2)}.tmp`]: filled(9), 'letter.txt': filled(4) };
  begin(stick);
  must(await restoreAll());
  expect(await lyingIn(lying, onStick)).toEqual(stick);
  expect(await lyingIn(lying, atHome)).toEqual(backup);
});

test('a locker whose name may not have reached the disk is not called restored', async () => {
  begin(backup);
  refuse('sync names', '.', 'EIO');
  expect(await restoreAll()).toEqual(fail('folder-unreadable'));
  expect(onRestored).not.toHaveBeenCalled();
});

describe('the place', () => {
  const cutOff: Lying = {
    [`slots/${id(9)}`]: filled(20, 1),
    [`keys/${id(9)}`]: filled(70, 2),
    [`keys/${id(8)}.tmp`]: filled(8, 3),
    'letter.txt': filled(4, 4),
  };

  test.each([
    ['two ways in', { [`slots/${id(8)}`]: filled(20), [`slots/${id(9)}`]: filled(20) }],
    ['one way in and acts', { [`slots/${id(8)}`]: filled(20), [segment]: filled(50) }],
    ['a file', { [`files/${id(8)}`]: filled(20) }],
  ])('is not free where %s lie in it: nobody is asked, and nothing changes', async (_what, own) => {
    begin(backup, inFolder(atHome, own));
    expect(await restoreAll()).toEqual(fail('restore-not-empty'));
    expect(await lyingIn(lying, atHome)).toEqual(own);
    expect(await restore.step()).toEqual(fail('backup-absent'));
  });

  test('is only looked at before a backup is chosen', async () => {
    begin(backup, inFolder(atHome, cutOff));
    chosen = undefined;
    expect(await restoreAll()).toEqual(fail('cancelled'));
    expect(await lyingIn(lying, atHome)).toEqual(cutOff);
  });

  test.each(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY'])(
    'keeps under another name what a creation that was cut off left there, which the disk calls %s',
    async (code) => {
      begin(backup, inFolder(atHome, cutOff));
      const still = () => lying.paths().includes(`${atHome}/letter.txt`);
      refuse('rename to', 'Notes.locker', code, still);
      must(await restoreAll());
      expect(await lyingIn(lying, atHome)).toEqual(backup);
      const [aside = '', ...more] = asides();
      expect(more).toEqual([]);
      expect(aside).toMatch(/^\/home\/Notes\.locker\.before-restore-\d+$/);
      expect(await lyingIn(lying, aside)).toEqual(cutOff);
    },
  );

  test.each([
    ['EROFS', 'folder-read-only'],
    ['EIO', 'folder-unreadable'],
  ] as const)(
    'keeps its name where the disk refuses with %s, which is told',
    async (code, error) => {
      begin(backup, inFolder(atHome, cutOff));
      refuse('rename to', 'Notes.locker', code);
      expect(await restoreAll()).toEqual(fail(error));
      expect(await lyingIn(lying, atHome)).toEqual(cutOff);
      expect(asides()).toEqual([]);
      expect(onRestored).not.toHaveBeenCalled();
    },
  );

  test('is taken once a virus scanner lets go of what was copied', async () => {
    begin(backup);
    let held = 3;
    refuse('rename to', 'Notes.locker', 'EPERM', () => held-- > 0);
    must(await restoreAll());
    expect(await lyingIn(lying, atHome)).toEqual(backup);
  });

  test('that can be neither taken nor freed is told as it is', async () => {
    begin(backup, inFolder(atHome, cutOff));
    disk.refuse = (operation, name) =>
      operation === 'rename to' && name.startsWith('Notes.locker.before-') ? 'EROFS' : undefined;
    expect(await restoreAll()).toEqual(fail('folder-read-only'));
    expect(await lyingIn(lying, atHome)).toEqual(cutOff);
  });
});

describe('a backup', () => {
  test.each(['slots/', 'keys/', 'journal/'])('with nothing in %s is not restored', async (room) => {
    const isOf = (name: string) => name.startsWith(room);
    const without = Object.entries(backup).filter(([name]) => !isOf(name));
    begin(Object.fromEntries(without));
    expect(await restoreAll()).toEqual(
      fail(room === 'slots/' ? 'backup-absent' : 'backup-incomplete'),
    );
    const emptied = Object.entries(backup).map(
      ([name, bytes]) => [name, isOf(name) ? filled(0) : bytes] as const,
    );
    begin(Object.fromEntries(emptied));
    expect(await restoreAll()).toEqual(fail('backup-incomplete'));
    expect(atHomeBut()).toEqual([]);
  });

  test('of which a file is shorter than it was is not copied on', async () => {
    begin({ ...files(150), ...backup });
    must(await restore.begin());
    await putOn(lying, `${onStick}/files/${id(5)}`, filled(2));
    expect(await restore.step()).toEqual(fail('backup-unreadable'));
  });

  test.each(['goes', 'becomes shorter'])(
    'of which a copy %s before all are there does not take the place',
    async (what) => {
      begin({ ...files(150), ...backup });
      must(await restore.begin());
      must(await restore.step());
      const copy = `${growing}/files/${id(5)}`;
      if (what === 'goes') await lying.remove(copy);
      else await putOn(lying, copy, filled(2));
      expect(await restore.step()).toEqual(fail('backup-unreadable'));
      expect(atHomeBut(growing)).toEqual([]);
      expect(onRestored).not.toHaveBeenCalled();
    },
  );
});

describe('a step', () => {
  test('copies 100 files and tells how many there are; the place is taken with the last one', async () => {
    const many = { ...files(250), ...backup };
    const total = Object.keys(many).length;
    begin(many);
    expect(await restore.begin()).toEqual(ok({ done: 0, total }));
    for (const done of [100, 200]) {
      expect(await restore.step()).toEqual(ok({ done, total }));
      expect(atHomeBut(growing)).toEqual([]);
    }
    expect(await restore.step()).toEqual(ok({ done: total, total }));
    expect(await lyingIn(lying, atHome)).toEqual(many);
  });

  test('ends once 32 MiB are copied', async () => {
    const half = filled(16 * 1024 * 1024);
    begin({ ...backup, [`files/${id(0)}`]: half, [`files/${id(1)}`]: half });
    must(await restore.begin());
    expect(await restore.step()).toEqual(ok({ done: 2, total: 6 }));
  });
});

describe('one that is given up', () => {
  test('copies no further file, and what it copied is deleted', async () => {
    begin(backup);
    must(await restore.begin());
    const discarded = discardAt('new', `Notes.locker.restoring/${second}.tmp`);
    disk.noted();
    expect(await restore.step()).toEqual(fail('cancelled'));
    const begun = disk.noted().filter((each) => each.startsWith('new '));
    expect(begun).toEqual([first, second].map((name) => `new Notes.locker.restoring/${name}.tmp`));
    expect(await discarded()).toEqual(ok(null));
    expect(await lying.list('/home')).toEqual([]);
    expect(await restore.step()).toEqual(fail('backup-absent'));
  });

  test.each([
    ['the last file is copied', 'new', `Notes.locker.restoring/${last}.tmp`],
    ['all of it is compared', 'list', 'Notes.locker.restoring'],
  ])('while %s does not take the place', async (_when, ...at) => {
    begin(backup);
    must(await restore.begin());
    const discarded = discardAt(...at);
    expect(await restore.step()).toEqual(fail('cancelled'));
    expect(await discarded()).toEqual(ok(null));
    expect(await lying.list('/home')).toEqual([]);
    expect(onRestored).not.toHaveBeenCalled();
  });

  test('for another one does not go on, whether or not a backup is chosen for that', async () => {
    const other = { ...backup, [first]: filled(31, 9) };
    begin({ ...files(150), ...backup }, inFolder('/other/Notes.backup', other));
    must(await restore.begin());
    must(await restore.step());
    chosen = undefined;
    expect(await restore.begin()).toEqual(fail('cancelled'));
    expect(await restore.step()).toEqual(fail('backup-absent'));
    chosen = '/other';
    must(await restoreAll());
    expect(await lyingIn(lying, atHome)).toEqual(other);
  });
});

describe('what an earlier one left beside the place', () => {
  test('is deleted, and what is not of a locker is kept', async () => {
    const letter = `${growing}/letter.txt`;
    begin(backup, { ...inFolder(growing, files(2)), [letter]: filled(4) });
    must(await restore.discard());
    expect(atHomeBut()).toEqual([letter]);
  });

  test('is told of where it cannot be deleted, and nothing is begun', async () => {
    begin(backup, inFolder(growing, files(1)));
    refuse('remove', `Notes.locker.restoring/files/${id(0)}`, 'EACCES');
    expect(await restore.begin()).toEqual(fail('folder-read-only'));
    expect(await restore.step()).toEqual(fail('backup-absent'));
  });
});
