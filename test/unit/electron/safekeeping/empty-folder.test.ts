// What a copy that was not finished left is taken away; what anybody else put there stays.
import { expect, test } from 'vitest';
import { emptyFolder, removeCopy } from '../../../../electron/safekeeping/empty-folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { diskHolding, inFolder, type Lying } from '../../../support/disk-holding.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';

const id = (number: number): string => number.toString(16).padStart(32, '0');
const device = `/stick/Copy/journal/${id(13)}`;
const copy: Lying = inFolder('/stick/Copy', {
  [`keys/${id(1)}`]: new Uint8Array(7),
  [`files/${id(1)}.tmp`]: new Uint8Array(3),
  [`journal/${id(13)}/${id(1)}.seg`]: new Uint8Array(5),
});

test('the folder stays and nothing is in it; or it goes as well', async () => {
  const lying = diskHolding(copy);
  expect(await emptyFolder(lying, '/stick/Copy')).toEqual(ok(null));
  expect(await lying.list('/stick/Copy')).toEqual([]);
  expect(await removeCopy(lying, '/stick/Copy')).toEqual(ok(null));
  expect(await lying.list('/stick')).toEqual([]);
  expect(await removeCopy(lying, '/stick/Copy')).toEqual(ok(null)); // there is none
});

test.each([
  ['emptied', emptyFolder],
  ['removed', removeCopy],
] as const)(
  'where it is %s, a folder deeper than a copy has any is not its own, empty or not',
  async (_what, take) => {
    const lying = diskHolding(copy, `${device}/Pictures`);
    expect(await take(lying, '/stick/Copy')).toEqual(ok(null));
    expect(lying.paths()).toEqual([]);
    expect(await lying.list(device)).toEqual([{ name: 'Pictures', kind: 'folder' }]);
  },
);

test.each(['ENOTEMPTY', 'EEXIST'])(
  'a folder into which somebody put something meanwhile (%s) stays, and is no failure',
  async (code) => {
    const disk = new NotingDisk('/stick', diskHolding(copy));
    disk.refuse = (operation, name) =>
      operation === 'remove folder' && name === 'Copy/keys' ? code : undefined;
    expect(await emptyFolder(disk, '/stick/Copy')).toEqual(ok(null));
    expect(await disk.list('/stick/Copy')).toEqual([{ name: 'keys', kind: 'folder' }]);
  },
);

test.each([
  ['remove', `Copy/keys/${id(1)}`],
  ['remove folder', 'Copy/keys'],
])('what the disk refuses is told: %s', async (...refused) => {
  for (const take of [emptyFolder, removeCopy]) {
    const disk = new NotingDisk('/stick', diskHolding(copy));
    disk.refuse = (...noted) => (noted.join() === refused.join() ? 'EACCES' : undefined);
    expect(await take(disk, '/stick/Copy')).toEqual(fail('folder-read-only'));
  }
});
