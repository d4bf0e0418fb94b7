// Which side of a copy failed is told: a stick that cannot be read is another thing than a locker that cannot be written.
import { beforeEach, expect, test } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { twoFolders, type TwoFolders } from '../../../../electron/safekeeping/two-folders.ts';
import { fileName, slotName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { diskWith } from '../../../support/disk-with.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';

const id = '0'.repeat(32);
const [own, theirs] = [fileName(id), slotName(id)];
let home: NotingDisk;
let stick: NotingDisk;
let folders: TwoFolders;

beforeEach(() => {
  home = new NotingDisk('/locker', diskWith({ [`/locker/${own}`]: 'sealed' }));
  stick = new NotingDisk('/backup', diskWith({ [`/backup/${theirs}`]: 'sealed' }));
  const [locker, backup] = [
    diskFolder('/locker', { disk: home }),
    diskFolder('/backup', { disk: stick }),
  ];
  folders = twoFolders(locker, backup);
});

const when = (refused: string, code: string) => (operation: string) =>
  operation === refused ? code : undefined;

test('what is stored and fetched arrives', async () => {
  expect(await folders.store(own, 'new')).toEqual(ok(6));
  expect(await folders.fetch(theirs, 'new')).toEqual(ok(6));
});

test('storing: a locker that cannot be read is the locker’s, a stick that is full is the backup’s', async () => {
  home.refuse = when('read', 'EIO');
  expect(await folders.store(own, 'new')).toEqual(fail('folder-unreadable'));
  home.refuse = () => undefined;
  stick.refuse = when('write', 'ENOSPC');
  expect(await folders.store(own, 'new')).toEqual(fail('backup-full'));
});

test('fetching: a stick that cannot be read is the backup’s, a locker whose disk is full is the locker’s', async () => {
  stick.refuse = when('read', 'EIO');
  expect(await folders.fetch(theirs, 'new')).toEqual(fail('backup-unreadable'));
  stick.refuse = () => undefined;
  home.refuse = when('write', 'ENOSPC');
  expect(await folders.fetch(theirs, 'new')).toEqual(fail('disk-full'));
});

test('reading, listing and dropping concern the backup', async () => {
  stick.refuse = () => 'EACCES';
  expect(await folders.list()).toEqual(fail('backup-unreadable'));
  expect(await folders.read(theirs, 0, 1)).toEqual(fail('backup-unreadable'));
  expect(await folders.drop(own)).toEqual(fail('backup-read-only'));
});
