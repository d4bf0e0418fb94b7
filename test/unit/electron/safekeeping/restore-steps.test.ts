// A restore step by step: what is read and written when, what stops it, and how the locker takes its place.
import { beforeEach, describe, expect, test } from 'vitest';
import { Restore } from '../../../../electron/safekeeping/restore.ts';
import { fileName, keysName, segmentFile, slotName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { diskWith } from '../../../support/disk-with.ts';
import type { FaultyDisk } from '../../../support/faulty-disk.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';
import { must } from '../../../support/small-locker.ts';

const place = '/home/Notes.locker';
const growing = `${place}.restoring`;
const onStick = '/stick/Notes.backup';
const idOf = (number: number) => number.toString(16).padStart(32, '0');
const [slot, keys, segment] = [slotName(idOf(1)), keysName(idOf(2)), segmentFile(idOf(3), idOf(4))];
const fileAt = (number: number) => `${onStick}/${fileName(idOf(number))}`;
type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
const backup: Files = {
  [`${onStick}/${slot}`]: 'a slot',
  [`${onStick}/${keys}`]: 'keys',
  [`${onStick}/${segment}`]: 'acts',
};
/** With these, a restore takes two steps. */
const manyFiles: Files = Object.fromEntries(
  Array.from({ length: 100 }, (_, number) => [fileAt(number), 'sealed']),
);
let inner: FaultyDisk;
let disk: NotingDisk;
let placing: number;
let chosen: string | undefined;
let restore: Restore;

function begin(files: Files): void {
  inner = diskWith(files, '/home');
  disk = new NotingDisk('/home', inner);
  placing = 0;
  chosen = '/stick';
  const onPlacing = () => {
    placing++;
  };
  restore = new Restore(place, () => Promise.resolve(chosen), onPlacing, disk);
}

const isThere = (folder: string) => inner.paths().some((name) => name.startsWith(`${folder}/`));

beforeEach(() => {
  begin(backup);
});

test('a locker takes its place under a new writer, and its name is on the disk before that is told', async () => {
  expect(await restore.begin()).toEqual(ok({ done: 0, total: 3 }));
  disk.noted();
  let hadNewWriter = false;
  disk.refuse = (operation, name) => {
    if (operation === 'rename to' && name === 'Notes.locker') hadNewWriter = placing === 1;
    return undefined;
  };
  expect(await restore.step()).toEqual(ok({ done: 3, total: 3 }));
  expect(hadNewWriter).toBe(true);
  expect(disk.noted().slice(-2)).toEqual(['rename to Notes.locker', 'sync names .']);
  expect(inner.paths().filter((name) => name.startsWith('/home/'))).toEqual(
    [keys, segment, slot].map((name) => `${place}/${name}`).sort(),
  );
  expect(placing).toBe(1);
  expect(await restore.step()).toEqual(fail('backup-absent'));
});

test('a locker whose name may not have reached the disk is not called restored', async () => {
  must(await restore.begin());
  disk.refuse = (operation, name) =>
    operation === 'sync names' && name === '.' ? 'EIO' : undefined;
  expect(await restore.step()).toEqual(fail('folder-unreadable'));
});

test('one that is begun anew takes the place of the one before, whether or not a backup is chosen for it', async () => {
  const other = slotName(idOf(9));
  const elsewhere = ([name, text]: readonly [string, Files[string]]) =>
    [name.replace('/stick/', '/other/'), text] as const;
  begin({
    ...{ ...backup, ...manyFiles, [`/other/Notes.backup/${other}`]: 'a slot' },
    ...Object.fromEntries(Object.entries(backup).map(elsewhere)),
  });
  must(await restore.begin());
  must(await restore.step());
  chosen = undefined;
  expect(await restore.begin()).toEqual(fail('cancelled'));
  expect(await restore.step()).toEqual(fail('backup-absent'));
  chosen = '/other';
  must(await restore.begin());
  expect(await restore.step()).toEqual(ok({ done: 4, total: 4 }));
  expect(inner.paths().filter((name) => name.startsWith('/home/'))).toEqual(
    [keys, segment, slot, other].map((name) => `${place}/${name}`).sort(),
  );
});

describe('a step', () => {
  test('ends after a hundred files, so that the person may stop it', async () => {
    begin({ ...backup, ...manyFiles });
    must(await restore.begin());
    expect(await restore.step()).toEqual(ok({ done: 100, total: 103 }));
    expect(isThere(place)).toBe(false);
    expect(placing).toBe(0);
    expect(await restore.step()).toEqual(ok({ done: 103, total: 103 }));
    expect(isThere(place)).toBe(true);
  });

  test('ends after 32 MiB', async () => {
    begin({ ...backup, [fileAt(1)]: new Uint8Array(32 * 1024 * 1024), [fileAt(2)]: 'sealed' });
    must(await restore.begin());
    expect(await restore.step()).toEqual(ok({ done: 1, total: 5 }));
    expect(await restore.step()).toEqual(ok({ done: 5, total: 5 }));
  });

  test('that finds less of a file than there was says so at once', async () => {
    begin({ ...backup, ...manyFiles });
    must(await restore.begin());
    await inner.remove(fileAt(7));
    await inner.openNew(fileAt(7));
    expect(await restore.step()).toEqual(fail('backup-unreadable'));
  });

  test('that finds a file gone says that of the backup', async () => {
    must(await restore.begin());
    await inner.remove(`${onStick}/${keys}`);
    expect(await restore.step()).toEqual(fail('backup-unreadable'));
    expect(isThere(place)).toBe(false);
  });

  test.each(['is missing', 'was cut off'])(
    'that ends where what was copied before %s puts nothing into the place',
    async (what) => {
      begin({ ...backup, ...manyFiles });
      must(await restore.begin());
      must(await restore.step());
      const copied = `${growing}/${fileName(idOf(7))}`;
      await inner.remove(copied);
      if (what === 'was cut off') await inner.openNew(copied);
      expect(await restore.step()).toEqual(fail('backup-unreadable'));
      expect(isThere(place)).toBe(false);
      expect(placing).toBe(0);
    },
  );

  test('copies a file that has grown meanwhile as it is now', async () => {
    must(await restore.begin());
    const file = await inner.openNew(`${onStick}/${segment}.more`);
    await file.write(new TextEncoder().encode('acts and more acts'));
    await inner.rename(`${onStick}/${segment}.more`, `${onStick}/${segment}`);
    must(await restore.step());
    expect(await inner.size(`${place}/${segment}`)).toBe(18);
  });
});

describe('one that is given up', () => {
  /** One step, during which it is given up at that operation. */
  async function stepGivenUpAt(...last: readonly [string, string]): Promise<readonly unknown[]> {
    must(await restore.begin());
    let discarded: Promise<unknown> | undefined;
    disk.refuse = (operation, name) => {
      if (operation === last[0] && name.endsWith(last[1])) discarded ??= restore.discard();
      return undefined;
    };
    disk.noted();
    return [await restore.step(), await discarded];
  }

  test('in the middle of a step copies no further file', async () => {
    expect(await stepGivenUpAt('rename to', segment)).toEqual([fail('cancelled'), ok(null)]);
    const begun = disk.noted().filter((step) => step.startsWith('new '));
    expect(begun).toEqual([`new Notes.locker.restoring/${segment}.tmp`]);
    expect(await inner.list('/home')).toEqual([]);
    expect(await restore.step()).toEqual(fail('backup-absent'));
  });

  test.each([
    ['at its last file', 'rename to', slot],
    ['while all of it is compared', 'list', '.restoring'],
  ])('%s does not take its place', async (_, ...last) => {
    expect(await stepGivenUpAt(...last)).toEqual([fail('cancelled'), ok(null)]);
    expect(isThere('/home')).toBe(false);
    expect(placing).toBe(0);
  });

  test('leaves what is not of a locker beside the place, also where an earlier program began it', async () => {
    const letter = `${growing}/letter.txt`;
    begin({ ...backup, [`${growing}/${slot}`]: 'left', [letter]: 'mine' });
    expect(await restore.discard()).toEqual(ok(null));
    expect(inner.paths().filter((name) => name.startsWith('/home/'))).toEqual([letter]);
  });
});

describe('the place', () => {
  const at = (...names: readonly string[]): Files =>
    Object.fromEntries(names.map((name) => [`${place}/${name}`, 'sealed']));
  const second = slotName(idOf(5));

  test.each([
    ['two slots', at(slot, second)],
    ['acts', at(segment)],
    ['a file', at(fileName(idOf(1)))],
    ['one slot and acts', at(slot, segment)],
  ])('is not taken where there is a locker: %s', async (_, there) => {
    begin({ ...backup, ...there });
    expect(await restore.begin()).toEqual(fail('restore-not-empty'));
  });

  test('is looked at and not swept', async () => {
    begin({ ...backup, ...at(slot, `${keys}.tmp`) });
    const before = inner.paths();
    must(await restore.begin());
    expect(inner.paths()).toEqual(before);
  });

  test.each([undefined, 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY'])(
    'of a creation that was cut off is kept under another name, whether the disk refuses it with %s',
    async (code) => {
      begin({ ...backup, ...at(second) });
      must(await restore.begin());
      let refusals = code === undefined ? 0 : 1;
      disk.refuse = (operation, name) =>
        operation === 'rename to' && name === 'Notes.locker' && refusals-- > 0 ? code : undefined;
      must(await restore.step());
      const names = inner.paths().map((name) => name.replace(/restore-\d+/u, 'restore-then'));
      expect(names).toContain(`${place}/${slot}`);
      expect(names).not.toContain(`${place}/${second}`);
      expect(names).toContain(`${place}.before-restore-then/${second}`);
    },
  );

  test('that the disk refuses is told of, and what was in it stays', async () => {
    begin({ ...backup, ...at(second) });
    must(await restore.begin());
    disk.refuse = (operation, name) =>
      operation === 'rename to' && name === 'Notes.locker' ? 'EROFS' : undefined;
    expect(await restore.step()).toEqual(fail('folder-read-only'));
    expect(inner.paths()).toContain(`${place}/${second}`);
  });

  test('is not taken where what was in it cannot be kept, which is told', async () => {
    begin({ ...backup, ...at(second) });
    must(await restore.begin());
    disk.refuse = (operation, name) =>
      operation === 'rename to' && name.startsWith('Notes.locker.before-') ? 'EROFS' : undefined;
    expect(await restore.step()).toEqual(fail('folder-read-only'));
    expect(inner.paths()).toContain(`${place}/${second}`);
    expect(isThere(growing)).toBe(true);
  });

  test.each([
    ['is taken once a virus scanner lets go of what was copied', 3, true],
    ['is not taken while one holds it, and that is told', Infinity, false],
  ])('%s', async (_, refusals, taken) => {
    must(await restore.begin());
    let left = refusals;
    disk.refuse = (operation, name) =>
      operation === 'rename to' && name === 'Notes.locker' && left-- > 0 ? 'EPERM' : undefined;
    const told = taken ? ok({ done: 3, total: 3 }) : fail('folder-read-only');
    expect(await restore.step()).toEqual(told);
    expect(isThere(place)).toBe(taken);
  });
});

describe('a backup', () => {
  test.each([keys, segment])('without %s is not whole', async (name) => {
    const without = Object.entries(backup).filter(([each]) => !each.endsWith(name));
    begin(Object.fromEntries(without));
    expect(await restore.begin()).toEqual(fail('backup-incomplete'));
  });

  test('is read and not swept', async () => {
    begin({ ...backup, [`${onStick}/${keys}.2.tmp`]: 'cut off' });
    must(await restore.begin());
    must(await restore.step());
    expect(inner.paths()).toContain(`${onStick}/${keys}.2.tmp`);
  });

  test('without a slot was never finished', async () => {
    begin({ [`${onStick}/${keys}`]: 'keys', [`${onStick}/${segment}`]: 'acts' });
    expect(await restore.begin()).toEqual(fail('backup-absent'));
  });

  test.each([slot, keys, segment])('in which %s is empty is not whole', async (name) => {
    begin({ ...backup, [`${onStick}/${name}`]: '' });
    expect(await restore.begin()).toEqual(fail('backup-incomplete'));
  });
});

test('what an earlier restore left and cannot be deleted is told of, and nothing begun', async () => {
  begin({ ...backup, [`${growing}/${slot}`]: 'left' });
  disk.refuse = (operation) => (operation === 'remove' ? 'EACCES' : undefined);
  expect(await restore.begin()).toEqual(fail('folder-read-only'));
  expect(await restore.step()).toEqual(fail('backup-absent'));
});
