// Where a backup goes in the folder that was chosen, and which folders are refused, untouched.
import { describe, expect, test } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { Backups } from '../../../../electron/safekeeping/backups.ts';
import type { BackupPurpose } from '../../../../shared/ipc.ts';
import { fileName, keysName, segmentFile, slotName } from '../../../../shared/locker/folder.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { diskWith, segmentOf, slotOf } from '../../../support/disk-with.ts';
import type { FaultyDisk } from '../../../support/faulty-disk.ts';
import { must } from '../../../support/small-locker.ts';

const [own, another] = ['a'.repeat(32), 'b'.repeat(32)];
const id = '0'.repeat(32);
const [slot, keys, segment, file] = [slotName(id), keysName(id), segmentFile(id, id), fileName(id)];
const home = '/home/Notes.locker';
const locker = { [`${home}/${slot}`]: slotOf(own), [`${home}/${segment}`]: segmentOf(own) };

const sealed = (name: string, lockerId: string) =>
  name === segment ? segmentOf(lockerId) : name === slot ? slotOf(lockerId) : 'sealed';

function backupsAt(disk: FaultyDisk, chosen: string): Backups {
  const folder = diskFolder(home, { disk });
  return new Backups(folder, home, () => Promise.resolve(chosen), [], disk);
}

const choose = (disk: FaultyDisk, chosen: string, purpose: BackupPurpose): Promise<Result<null>> =>
  backupsAt(disk, chosen).choose(purpose);

/** The names a backup finds when this folder was chosen for it. */
async function found(disk: FaultyDisk, chosen: string): Promise<readonly string[]> {
  const backups = backupsAt(disk, chosen);
  must(await backups.choose('backup'));
  return must(await backups.list()).entries.map(({ name }) => name);
}

describe('a backup', () => {
  test.each([slot, keys, segment, file])(
    'goes on in the chosen folder itself where only this is left of one: %s',
    async (name) => {
      const disk = diskWith({ ...locker, [`/stick/Evidence/${name}`]: sealed(name, own) });
      expect(await found(disk, '/stick/Evidence')).toEqual([name]);
    },
  );

  test('gets a folder of its own in one that holds other things, also files called like a locker’s folders', async () => {
    const others = { '/stick/keys': 'of the house', '/stick/pictures/1.png': '' };
    const disk = diskWith({ ...locker, ...others });
    const backups = backupsAt(disk, '/stick');
    must(await backups.choose('backup'));
    must(await backups.store(slot, 'new'));
    expect(disk.paths()).toContain(`/stick/Notes.backup/${slot}`);
  });

  test('is not made within a folder that is named as one', async () => {
    const disk = diskWith(locker, '/stick/Notes.backup');
    const backups = backupsAt(disk, '/stick/Notes.backup');
    must(await backups.choose('backup'));
    must(await backups.store(slot, 'new'));
    expect(disk.paths()).toContain(`/stick/Notes.backup/${slot}`);
  });

  test.each([slot, segment])(
    'never goes into one of another locker, which its %s tells, and nothing there is swept',
    async (name) => {
      const place = '/stick/Notes.backup';
      const theirs = { [`${place}/${name}`]: sealed(name, another), [`${place}/${file}.tmp`]: '' };
      const disk = diskWith({ ...locker, ...theirs });
      const before = disk.paths();
      expect(await choose(disk, '/stick', 'backup')).toEqual(fail('backup-of-another'));
      expect(disk.paths()).toEqual(before);
    },
  );

  test.each([home, `${home}/files`])('never goes into the locker: %s', async (chosen) => {
    const disk = diskWith({ ...locker, [`${home}/${file}`]: 'sealed' });
    expect(await choose(disk, chosen, 'backup')).toEqual(fail('backup-inside'));
  });

  test('goes into a folder that cannot be read with a word about that folder', async () => {
    const disk = diskWith(locker);
    expect(await choose(disk, '/gone', 'backup')).toEqual(fail('backup-unreadable'));
  });
});

describe('what is brought back', () => {
  const place = '/stick/Notes.backup';
  const backup = { [`${place}/${slot}`]: slotOf(own), [`${place}/${segment}`]: segmentOf(own) };

  test('comes from a backup of this locker, in which nothing is swept', async () => {
    const disk = diskWith({ ...locker, ...backup, [`${place}/${file}.tmp`]: '' });
    const before = disk.paths();
    const backups = backupsAt(disk, '/stick');
    expect(await backups.choose('bring-back')).toEqual(ok(null));
    must(await backups.list());
    expect(await backups.drop(file)).toEqual(fail('backup-absent'));
    expect(disk.paths()).toEqual(before);
  });

  test('does not come from the locker itself', async () => {
    expect(await choose(diskWith(locker), home, 'bring-back')).toEqual(fail('backup-inside'));
  });

  test('does not come from a backup that was never finished: slots are copied last', async () => {
    const disk = diskWith({ ...locker, [`${place}/${segment}`]: segmentOf(own) });
    expect(await choose(disk, '/stick', 'bring-back')).toEqual(fail('backup-absent'));
  });

  test('does not come from a backup of another locker', async () => {
    const disk = diskWith({ ...locker, [`${place}/${slot}`]: slotOf(another) });
    expect(await choose(disk, '/stick', 'bring-back')).toEqual(fail('backup-of-another'));
  });
});
