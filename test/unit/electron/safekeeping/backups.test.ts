// The backup under way: there is one at a time, and what was given up leaves nothing behind.
import { beforeEach, expect, test } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { Backups } from '../../../../electron/safekeeping/backups.ts';
import { fileName, slotName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { diskWith } from '../../../support/disk-with.ts';
import type { FaultyDisk } from '../../../support/faulty-disk.ts';
import { must } from '../../../support/small-locker.ts';

const id = '0'.repeat(32);
const [slot, file] = [slotName(id), fileName(id)];
const home = '/home/Notes.locker';
let disk: FaultyDisk;
let backups: Backups;
/** What the person picks, one dialog after the other. */
let picks: (string | undefined)[];

beforeEach(() => {
  disk = diskWith(
    { [`${home}/${slot}`]: 'a slot', [`${home}/${file}`]: 'sealed' },
    '/copy',
    '/stick',
  );
  picks = [];
  const pick = () => Promise.resolve(picks.shift());
  backups = new Backups(diskFolder(home, { disk }), home, pick, [], disk);
});

const inCopy = () => disk.paths().filter((name) => name.startsWith('/copy/'));

test('a copy that gives way to the next thing chosen, or to a dialog put away, leaves its folder empty', async () => {
  for (const [purpose, next] of [
    ['backup', '/stick'],
    ['copy', undefined],
  ] as const) {
    picks = ['/copy', next];
    must(await backups.choose('copy'));
    must(await backups.store(slot, 'new'));
    expect(inCopy()).toHaveLength(1);
    const chosen = await backups.choose(purpose);
    expect(chosen).toEqual(next === undefined ? fail('cancelled') : ok(null));
    expect(await disk.list('/copy')).toEqual([]);
  }
});

test('a copy that is given up while a file of it is written is waited for, and nothing of it is left', async () => {
  picks = ['/copy'];
  must(await backups.choose('copy'));
  const storing = backups.store(file, 'new');
  const released = backups.release(false);
  await storing;
  expect(await released).toEqual(ok(null));
  expect(await disk.list('/copy')).toEqual([]);
});

test('a copy that is whole stays', async () => {
  picks = ['/copy'];
  must(await backups.choose('copy'));
  must(await backups.store(slot, 'new'));
  must(await backups.release(true));
  expect(inCopy()).toEqual([`/copy/${slot}`]);
  expect(await backups.release(false)).toEqual(ok(null));
  expect(inCopy()).toEqual([`/copy/${slot}`]);
});

test('a backup that is given up stays as far as it came: the next one goes on with it', async () => {
  picks = ['/stick'];
  must(await backups.choose('backup'));
  must(await backups.store(file, 'new'));
  must(await backups.release(false));
  expect(disk.paths()).toContain(`/stick/Notes.backup/${file}`);
  expect(await backups.store(slot, 'new')).toEqual(fail('backup-absent'));
});
