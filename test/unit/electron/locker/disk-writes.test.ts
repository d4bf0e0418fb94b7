// Writing and renaming as the folder does them: patient with what is busy for a moment, and with nothing else.
import { beforeEach, expect, test, vi } from 'vitest';
import { diskFolder, type DiskFolder } from '../../../../electron/locker/folder.ts';
import { slotName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';

const waited = vi.hoisted((): number[] => []);
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => {
    waited.push(ms);
    return Promise.resolve();
  },
}));

const bytes = Uint8Array.of(1, 2, 3);
const [slot, other] = [slotName('5'.repeat(32)), slotName('6'.repeat(32))];
let disk: NotingDisk;
let folder: DiskFolder;

beforeEach(() => {
  waited.length = 0;
  disk = new NotingDisk('/locker');
  folder = diskFolder('/locker', { disk });
});

test.each(['EBUSY', 'EPERM', 'EACCES'])(
  'a rename that %s refuses is tried five times, with longer and longer pauses',
  async (code) => {
    let refusals = 4;
    disk.refuse = (operation) => (operation === 'rename to' && refusals-- > 0 ? code : undefined);
    expect(await folder.create(slot, bytes)).toEqual(ok(null));
    expect(waited).toEqual([10, 30, 90, 270]);
    refusals = 5;
    expect((await folder.create(other, bytes)).ok).toBe(false);
    expect(disk.noted().filter((each) => each.startsWith('rename'))).toHaveLength(10);
  },
);

test('a rename that fails otherwise is not tried again', async () => {
  disk.refuse = (operation) => (operation === 'rename to' ? 'EIO' : undefined);
  expect(await folder.create(slot, bytes)).toEqual(fail('folder-unreadable'));
  expect(waited).toEqual([]);
});

test('a disk that takes nothing and says nothing is an error, and one that takes little is asked again', async () => {
  disk.mostBytes = 1;
  expect(await folder.create(slot, bytes)).toEqual(ok(null));
  expect(await folder.read(slot, 0, 9)).toEqual(ok(bytes));
  disk.mostBytes = 0;
  expect(await folder.create(other, bytes)).toEqual(fail('folder-unreadable'));
});
