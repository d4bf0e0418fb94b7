import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diskFolder } from '../../../electron/locker/folder.ts';
import { KnownLockers } from '../../../electron/locker/known-lockers.ts';
import { takeLockBeside } from '../../../electron/locker/lock-beside.ts';
import { Lockers } from '../../../electron/lockers.ts';
import { Backups } from '../../../electron/safekeeping/backups.ts';
import { Restore } from '../../../electron/safekeeping/restore.ts';
import { keysName, segmentFile, slotName } from '../../../shared/locker/folder.ts';
import { fail, ok } from '../../../shared/result.ts';

let root: string;
let profile: string;
let standard: string;
let chosen: string | undefined;
/** Where a backup is made to, or restored from. */
let backup: string | undefined;
const onChange = vi.fn();
const askForBackup = () => Promise.resolve(backup);

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'lockers-')));
  profile = path.join(root, 'profile');
  mkdirSync(profile);
  standard = path.join(root, 'Notes.locker');
  chosen = undefined;
  backup = undefined;
  onChange.mockClear();
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function begin(): Lockers {
  return new Lockers({
    ...{ standard, known: new KnownLockers(profile, standard), own: [profile], onChange },
    ask: () => Promise.resolve(chosen),
    makeRooms: (place) => {
      const disk = diskFolder(place);
      const backups = new Backups(disk, place, askForBackup);
      return { disk, folder: disk, backups, restore: new Restore(place, askForBackup, onChange) };
    },
  });
}

function lockerAt(name: string): string {
  const place = path.join(root, name);
  mkdirSync(path.join(place, 'slots'), { recursive: true });
  writeFileSync(path.join(place, 'slots', '0'.repeat(32)), 'a slot');
  return place;
}

const nothing = ok({ entries: [], foreign: 0 });

test('the page goes on at the old locker until it has ended, and the next one is at the new', async () => {
  const lockers = begin();
  expect(await lockers.list()).toEqual(nothing);
  const before = lockers.rooms;
  chosen = lockerAt('Plum.locker');
  expect(await lockers.choose('open')).toEqual(ok(null));
  expect(lockers.rooms).toBe(before);
  await lockers.endPage();
  expect(lockers.rooms).not.toBe(before);
  expect(lockers.read()).toMatchObject({ name: 'Plum.locker', isStandard: false, recent: [] });
  expect(await lockers.list()).toMatchObject({ ok: true, value: { entries: [{ sizeBytes: 6 }] } });
  expect(existsSync(`${standard}.lock`)).toBe(false);
  expect(existsSync(`${chosen}.lock`)).toBe(true);
  await lockers.release();
  expect(existsSync(`${chosen}.lock`)).toBe(false);
});

test('another locker gets a writer of its own, a dialog put away changes nothing', async () => {
  const lockers = begin();
  expect(await lockers.choose('open')).toEqual(fail('cancelled'));
  expect(onChange).not.toHaveBeenCalled();
  chosen = lockerAt('Plum.locker');
  await lockers.choose('open');
  expect(onChange).toHaveBeenCalledOnce();
});

test('a locker that another program holds is refused, and asked for again once it is free', async () => {
  chosen = lockerAt('Plum.locker');
  const held = await takeLockBeside(chosen);
  if (!held.ok) throw new Error(held.error);
  const lockers = begin();
  expect(await lockers.choose('open')).toEqual(fail('folder-in-use'));
  expect(lockers.read().isStandard).toBe(true);

  const own = await takeLockBeside(standard);
  if (!own.ok) throw new Error(own.error);
  expect(await lockers.list()).toEqual(fail('folder-in-use'));
  await own.value.release();
  expect(await lockers.list()).toEqual(nothing);
  await held.value.release();
  expect(await lockers.choose('open')).toEqual(ok(null));
});

test('one that is gone after a restart is told of, and nothing is created in its place', async () => {
  const place = lockerAt('Plum.locker');
  chosen = place;
  const first = begin();
  await first.choose('open');
  await first.endPage();
  await first.release();
  rmSync(place, { recursive: true });
  const second = begin();
  expect(await second.list()).toEqual(fail('locker-moved'));
  chosen = lockerAt('Moved.locker');
  expect(await second.choose('open')).toEqual(ok(null));
});

test('a place that is no folder any more holds no locker any more, and is told of as moved', async () => {
  const place = lockerAt('Plum.locker');
  chosen = place;
  const lockers = begin();
  await lockers.choose('open');
  await lockers.endPage();
  rmSync(place, { recursive: true });
  writeFileSync(place, 'a file');
  expect(await lockers.list()).toEqual(fail('locker-moved'));
});

test('one that goes away while the program runs is told of, and there again when it is back', async () => {
  const place = lockerAt('Plum.locker');
  chosen = place;
  const lockers = begin();
  await lockers.choose('open');
  await lockers.endPage();
  expect(await lockers.list()).toMatchObject({ ok: true });
  renameSync(place, `${place}-away`);
  await lockers.endPage();
  expect(await lockers.list()).toEqual(fail('locker-moved'));
  renameSync(`${place}-away`, place);
  expect(await lockers.list()).toMatchObject({ ok: true });
});

test('the present one chosen again stays held until the program ends', async () => {
  const place = lockerAt('Notes.locker');
  const lockers = begin();
  await lockers.list();
  chosen = place;
  expect(await lockers.choose('open')).toEqual(ok(null));
  chosen = lockerAt('Plum.locker');
  expect(await lockers.choose('open')).toEqual(ok(null));
  expect(existsSync(`${place}.lock`)).toBe(true);
  chosen = place;
  expect(await lockers.choose('open')).toEqual(ok(null));
  await lockers.endPage();
  expect(existsSync(`${place}.lock`)).toBe(true);
  await lockers.release();
  expect(existsSync(`${place}.lock`)).toBe(false);
});

test('one that was let go of, and that another program holds since, is not let go of again', async () => {
  const lockers = begin();
  await lockers.list();
  await lockers.release();
  const other = await takeLockBeside(standard);
  expect(other).toMatchObject({ ok: true });
  await lockers.release();
  expect(existsSync(`${standard}.lock`)).toBe(true);
  expect(await lockers.list()).toEqual(fail('folder-in-use'));
});

test('one that was chosen and not entered is let go of', async () => {
  const place = lockerAt('Plum.locker');
  const lockers = begin();
  await lockers.list();
  chosen = place;
  await lockers.choose('open');
  chosen = lockerAt('Pear.locker');
  await lockers.choose('open');
  expect(existsSync(`${place}.lock`)).toBe(false);
  await lockers.endPage();
  expect(existsSync(`${chosen}.lock`)).toBe(true);
  expect(existsSync(`${standard}.lock`)).toBe(false);
});

test('a page that ends in the middle of a copy leaves nothing of it', async () => {
  const place = lockerAt('Notes.locker');
  const lockers = begin();
  backup = path.join(root, 'Copy.locker');
  const { backups } = lockers.rooms;
  expect(await backups.choose('copy')).toEqual(ok(null));
  expect(await backups.store(slotName('0'.repeat(32)), 'new')).toEqual(ok(6));
  expect(existsSync(path.join(backup, 'slots'))).toBe(true);
  await lockers.endPage();
  expect(readdirSync(backup)).toEqual([]);
  expect(await backups.list()).toEqual(fail('backup-absent'));
  expect(readdirSync(place)).toEqual(['slots']);
});

test('a page that ends in the middle of a restore leaves nothing of it', async () => {
  backup = lockerAt('Notes.backup');
  for (const name of [keysName('1'.repeat(32)), segmentFile('2'.repeat(32), '3'.repeat(32))]) {
    mkdirSync(path.dirname(path.join(backup, name)), { recursive: true });
    writeFileSync(path.join(backup, name), 'sealed');
  }
  const lockers = begin();
  const { restore } = lockers.rooms;
  expect(await restore.begin()).toEqual(ok({ done: 0, total: 3 }));
  rmSync(path.join(backup, 'slots'), { recursive: true });
  expect(await restore.step()).toEqual(fail('backup-unreadable'));
  expect(existsSync(`${standard}.restoring`)).toBe(true);
  await lockers.endPage();
  expect(existsSync(`${standard}.restoring`)).toBe(false);
});

test('what a killed program left of a restore beside the next locker is gone when that is entered', async () => {
  chosen = lockerAt('Plum.locker');
  lockerAt('Plum.locker.restoring');
  const lockers = begin();
  await lockers.choose('open');
  await lockers.endPage();
  expect(existsSync(`${chosen}.restoring`)).toBe(false);
  expect(await lockers.list()).toMatchObject({ ok: true, value: { entries: [{ sizeBytes: 6 }] } });
});

test('a folder that was just chosen to create a locker in is empty, and no loss', async () => {
  chosen = path.join(root, 'New.locker');
  mkdirSync(chosen);
  const lockers = begin();
  await lockers.choose('create');
  await lockers.endPage();
  expect(await lockers.list()).toEqual(nothing);
});

test('the standard one chosen by hand is the standard one', async () => {
  lockerAt('Notes.locker');
  chosen = path.join(root, 'profile', '..', 'Notes.locker');
  const lockers = begin();
  await lockers.choose('open');
  await lockers.endPage();
  expect(lockers.read()).toMatchObject({ name: 'Notes.locker', isStandard: true });
  expect(existsSync(path.join(profile, 'lockers.json'))).toBe(false);
});

test('a remembered one opens by what main called it, and not any more once it is forgotten', async () => {
  lockerAt('Notes.locker');
  chosen = lockerAt('Plum.locker');
  const lockers = begin();
  lockers.keepRecent(true);
  await lockers.choose('open');
  await lockers.endPage();
  const [known] = lockers.read().recent;
  expect(known).toMatchObject({ name: 'Notes.locker', folder: standard });
  const id = known?.id ?? '';
  expect(await lockers.open('0'.repeat(32))).toEqual(fail('locker-moved'));
  expect(await lockers.open(id)).toEqual(ok(null));
  await lockers.endPage();
  expect(lockers.read()).toMatchObject({ isStandard: true, recent: [{ name: 'Plum.locker' }] });
  const [plum] = lockers.read().recent;
  lockers.forget(plum?.id ?? '');
  expect(lockers.read().recent).toEqual([]);
  expect(await lockers.open(plum?.id ?? '')).toEqual(fail('locker-moved'));
});
