// A locker copied into an empty folder: a locker of its own, or nothing at all.
import { expect, test } from 'vitest';
import type { Disk } from '../../../../electron/locker/disk.ts';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { Backups } from '../../../../electron/safekeeping/backups.ts';
import { backUp } from '../../../../shared/locker/back-up.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail } from '../../../../shared/result.ts';
import { FaultyDisk } from '../../../support/faulty-disk.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  passphraseBytes,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

const original = Uint8Array.from({ length: 2_000 }, (_, index) => index & 255);
const atHome = '/home/Notes.locker';
const atCopy = '/stick/For Ines.locker';
const quiet = { progress: () => undefined, cancelled: () => false };

async function begin(): Promise<{ disk: FaultyDisk; locker: OpenLocker }> {
  const folders = new Set(['/', '/home', '/stick', atCopy, '/program']);
  const disk = new FaultyDisk(undefined, { folders, files: new Map() });
  const { locker } = await createSmallLocker(await testHost(diskFolder(atHome, { disk })));
  const { source } = await importSource(locker, original);
  must(await locker.act([markAct(source, 'before the copy')], testPerson.id));
  return { disk, locker };
}

const copierTo = (chosen: string, disk: Disk) =>
  new Backups(
    diskFolder(atHome, { disk }),
    atHome,
    () => Promise.resolve(chosen),
    ['/program'],
    disk,
  );

const inCopy = (disk: FaultyDisk) => disk.paths().filter((name) => name.startsWith(`${atCopy}/`));

test('a copy opens with the same passphrase and tells the same, and each goes its own way', async () => {
  const { disk, locker } = await begin();
  const copier = copierTo(atCopy, disk);
  must(await copier.choose('copy'));
  const made = must(await backUp(locker, copier, quiet));
  must(await copier.release(true));
  expect(made).toMatchObject({ lackingActs: 0, report: { damage: [], missing: [] } });
  const before = locker.changes;
  await importSource(locker, original, 'later.txt');
  const host = await testHost(diskFolder(atCopy, { disk }));
  const copy = must(await openLocker(host, { passphrase: passphraseBytes() }));
  expect(copy.changes).toEqual(before);
  expect(must(await copy.check())).toMatchObject({ damage: [], missing: [] });
});

test('a copy that is stopped, or that nobody called whole, leaves the folder empty', async () => {
  const { disk, locker } = await begin();
  for (const at of [2, 4, 6]) {
    const copier = copierTo(atCopy, disk);
    must(await copier.choose('copy'));
    let asked = 0;
    const cancelled = () => ++asked > at;
    expect(await backUp(locker, copier, { ...quiet, cancelled })).toEqual(fail('cancelled'));
    expect(inCopy(disk)).not.toEqual([]);
    must(await copier.release(false));
    expect(inCopy(disk)).toEqual([]);
    expect(await disk.list(atCopy)).toEqual([]);
  }
});

test('a copy goes into an empty folder only, never into a locker or the program', async () => {
  const { disk } = await begin();
  for (const [chosen, error] of [
    ['/stick', 'place-not-empty'],
    [atHome, 'place-not-empty'],
    [`${atHome}/inside`, 'place-in-locker'],
    ['/program/copy', 'place-own'],
  ] as const) {
    expect(await copierTo(chosen, disk).choose('copy'), chosen).toEqual(fail(error));
  }
});

test('what is chosen for a copy takes nothing back into the locker', async () => {
  const { disk } = await begin();
  const copier = copierTo(atCopy, disk);
  must(await copier.choose('copy'));
  expect(await copier.fetch(`files/${'0'.repeat(32)}` as never, 'new')).toEqual(
    fail('backup-absent'),
  );
});
