import { expect, test } from 'vitest';
import { emptyFolder, removeCopy } from '../../../../electron/safekeeping/empty-folder.ts';
import { fileName, segmentFile, slotName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { diskWith } from '../../../support/disk-with.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';

const id = '0'.repeat(32);
const copied = [slotName(id), segmentFile(id, id), `${fileName(id)}.tmp`];
const files = Object.fromEntries(copied.map((name) => [`/copy/${name}`, 'sealed']));

test('what was copied is gone, with its folders; the folder itself stays where it is only emptied', async () => {
  const disk = diskWith(files);
  expect(await emptyFolder(disk, '/copy')).toEqual(ok(null));
  expect(disk.paths()).toEqual([]);
  expect(await disk.list('/copy')).toEqual([]);
  const other = diskWith(files);
  expect(await removeCopy(other, '/copy')).toEqual(ok(null));
  expect(await other.list('/')).toEqual([]);
});

test('what somebody else put there stays: files, and folders deeper than a locker’s, though they are empty', async () => {
  for (const remove of [emptyFolder, removeCopy]) {
    const mine = { '/copy/letter.txt': 'mine', '/copy/slots/note.txt': 'mine' };
    const disk = diskWith({ ...files, ...mine }, `/copy/journal/${id}/mine`);
    expect(await remove(disk, '/copy')).toEqual(ok(null));
    expect(disk.paths()).toEqual(Object.keys(mine));
    expect(await disk.list(`/copy/journal/${id}`)).toEqual([{ name: 'mine', kind: 'folder' }]);
    await expect(disk.list('/copy/files')).rejects.toThrow('ENOENT');
  }
});

test('where there is nothing, nothing is to be done', async () => {
  const disk = diskWith({});
  expect(await emptyFolder(disk, '/copy')).toEqual(ok(null));
  expect(await removeCopy(disk, '/copy')).toEqual(ok(null));
});

test.each([
  ['EACCES', fail('folder-read-only')],
  ['EIO', fail('folder-unreadable')],
  ['ENOTEMPTY', ok(null)], // somebody put something there
  ['EEXIST', ok(null)], // the same, as some systems say it
] as const)('a folder that the disk keeps with %s', async (code, told) => {
  for (const remove of [emptyFolder, removeCopy]) {
    const disk = new NotingDisk('/copy', diskWith(files));
    disk.refuse = (operation) => (operation === 'remove folder' ? code : undefined);
    expect(await remove(disk, '/copy')).toEqual(told);
  }
});
