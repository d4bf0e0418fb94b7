import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diskFolder } from '../../../electron/locker/folder.ts';
import { KnownLockers } from '../../../electron/locker/known-lockers.ts';
import { takeLockBeside } from '../../../electron/locker/lock-beside.ts';
import { Lockers } from '../../../electron/lockers.ts';
import { Backups } from '../../../electron/safekeeping/backups.ts';
import { Restore } from '../../../electron/safekeeping/restore.ts';
import { fail, ok } from '../../../shared/result.ts';

let root: string;
let profile: string;
let standard: string;
let chosen: string | undefined;
const onChange = vi.fn();
const nobody = () => Promise.resolve(undefined);

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'lockers-')));
  profile = path.join(root, 'profile');
  mkdirSync(profile);
  standard = path.join(root, 'Notes.locker');
  chosen = undefined;
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
      const backups = new Backups(disk, place, nobody);
      return { disk, folder: disk, backups, restore: new Restore(place, nobody, onChange) };
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
