// What is copied between the locker and a backup, and which of the two is said to have failed.
import { beforeEach, expect, test } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { twoFolders, type TwoFolders } from '../../../../electron/safekeeping/two-folders.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { diskHolding } from '../../../support/disk-holding.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';

const name = `files/${'1'.repeat(32)}` as FolderName;
let home: NotingDisk;
let stick: NotingDisk;
let folders: TwoFolders;

beforeEach(() => {
  const holding = () => diskHolding({ [`/place/${name}`]: new Uint8Array(9) });
  [home, stick] = [new NotingDisk('/place', holding()), new NotingDisk('/place', holding())];
  folders = twoFolders(diskFolder('/place', { disk: home }), diskFolder('/place', { disk: stick }));
});

function fails(disk: NotingDisk, operation: string, code: string): void {
  disk.refuse = (noted) => (noted === operation ? code : undefined);
}

test('all of a file is copied, there and back', async () => {
  expect(await folders.store(name, 'replace')).toEqual(ok(9));
  expect(await folders.fetch(name, 'replace')).toEqual(ok(9));
});

test.each([
  ['ENOSPC', 'disk-full', 'backup-full'],
  ['EROFS', 'folder-read-only', 'backup-read-only'],
  ['EIO', 'folder-unreadable', 'backup-unreadable'],
] as const)('%s is said of the side that is written to', async (code, ofLocker, ofBackup) => {
  fails(home, 'write', code);
  expect(await folders.fetch(name, 'replace')).toEqual(fail(ofLocker));
  fails(home, '', '');
  fails(stick, 'write', code);
  expect(await folders.store(name, 'replace')).toEqual(fail(ofBackup));
});

test('a file that cannot be read is said of the side that is read', async () => {
  fails(stick, 'read', 'EIO');
  expect(await folders.fetch(name, 'replace')).toEqual(fail('backup-unreadable'));
  expect(await folders.read(name, 0, 9)).toEqual(fail('backup-unreadable'));
  fails(stick, '', '');
  fails(home, 'read', 'EIO');
  expect(await folders.store(name, 'replace')).toEqual(fail('folder-unreadable'));
});
