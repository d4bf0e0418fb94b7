import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeForLocker } from '../../../../electron/locker/choose-place.ts';
import { nodeDisk } from '../../../../electron/locker/disk.ts';
import { fail, ok } from '../../../../shared/result.ts';

let root: string;
let locker: string;
let profile: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'choose-place-')));
  locker = path.join(root, 'Kept.locker');
  profile = path.join(root, 'profile');
  mkdirSync(path.join(locker, 'slots'), { recursive: true });
  writeFileSync(path.join(locker, 'slots', '0'.repeat(32)), 'a slot');
  mkdirSync(path.join(profile, 'inner'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const judge = (purpose: 'open' | 'create', chosen: string) =>
  placeForLocker(purpose, chosen, [profile], nodeDisk);

test('opens a folder that holds a locker, and no other', async () => {
  expect(await judge('open', locker)).toEqual(ok(locker));
  expect(await judge('open', root)).toEqual(fail('place-without-locker'));
  expect(await judge('open', path.join(root, 'absent'))).toEqual(fail('place-without-locker'));
});

test('creates in an empty folder or a new one, and in no other', async () => {
  const empty = path.join(root, 'empty');
  mkdirSync(empty);
  expect(await judge('create', empty)).toEqual(ok(empty));
  expect(await judge('create', path.join(root, 'new'))).toEqual(ok(path.join(root, 'new')));
  expect(await judge('create', root)).toEqual(fail('place-not-empty'));
  expect(await judge('create', locker)).toEqual(fail('place-not-empty'));
});

test('refuses the program’s own folders and the inside of a locker, also through a link', async () => {
  const [alias, door] = [path.join(root, 'alias'), path.join(root, 'door')];
  symlinkSync(path.join(profile, 'inner'), alias);
  symlinkSync(path.join(locker, 'slots'), door);
  for (const purpose of ['open', 'create'] as const) {
    for (const chosen of [profile, path.join(profile, 'inner'), path.join(profile, 'new'), alias]) {
      expect(await judge(purpose, chosen), chosen).toEqual(fail('place-own'));
    }
    for (const chosen of [path.join(locker, 'slots'), path.join(locker, 'new', 'er'), door]) {
      expect(await judge(purpose, chosen), chosen).toEqual(fail('place-in-locker'));
    }
  }
});

test('a link to a locker is followed once, and the real place remembered', async () => {
  const alias = path.join(root, 'alias');
  symlinkSync(locker, alias);
  expect(await judge('open', alias)).toEqual(ok(locker));
});

test('a file is no place', async () => {
  const file = path.join(root, 'file');
  writeFileSync(file, '');
  expect(await judge('create', file)).toEqual(fail('folder-unreadable'));
});

test('what may not be looked into is no reason to refuse what lies below it', async () => {
  const forbidden = Object.assign(new Error('EACCES'), { code: 'EACCES' });
  const list = (folder: string) =>
    folder.startsWith(path.join(root, 'slots')) ? Promise.reject(forbidden) : nodeDisk.list(folder);
  const place = path.join(root, 'new');
  expect(await placeForLocker('create', place, [profile], { ...nodeDisk, list })).toEqual(
    ok(place),
  );
});

test('where nothing at all is there, that is told as a folder that cannot be read', async () => {
  const resolve = () => Promise.reject(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }));
  expect(await placeForLocker('create', locker, [], { ...nodeDisk, resolve })).toEqual(
    fail('folder-unreadable'),
  );
});
