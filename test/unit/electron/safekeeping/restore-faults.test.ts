// A restore, and bringing back, over disks in memory that fail or die at any operation.
import { expect, test, vi } from 'vitest';
import type { Disk } from '../../../../electron/locker/disk.ts';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { Backups } from '../../../../electron/safekeeping/backups.ts';
import { Restore } from '../../../../electron/safekeeping/restore.ts';
import type { Change } from '../../../../shared/journal/change.ts';
import { bringBack } from '../../../../shared/locker/bring-back.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import type { Result } from '../../../../shared/result.ts';
import { FaultyDisk, type Fault } from '../../../support/faulty-disk.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { operationsApart } from '../../../support/operations-apart.ts';

vi.setConfig({ testTimeout: 300_000 });

const original = Uint8Array.from({ length: 2_000 }, (_, index) => index & 255);
const atHome = '/home/Notes.locker';
const onStick = '/stick/Notes.backup';
const whole = { damage: [], missing: [], notArrived: [], stray: [], foreign: 0 };

async function open(disk: Disk, place = atHome): Promise<OpenLocker> {
  const host = await testHost(diskFolder(place, { disk }));
  return must(await openLocker(host, { passphrase: passphraseBytes() }));
}

/** A closed locker of a source and a mark at `place`, and what it tells. */
async function lockerAt(place: string): Promise<{ disk: FaultyDisk; changes: readonly Change[] }> {
  const folders = new Set(['/', '/home', '/stick', onStick]);
  const disk = new FaultyDisk(undefined, { folders, files: new Map() });
  const { locker } = await createSmallLocker(await testHost(diskFolder(place, { disk })));
  const { source } = await importSource(locker, original);
  must(await locker.act([markAct(source, 'before the backup')], testPerson.id));
  must(await locker.close());
  return { disk, changes: locker.changes };
}

function restoreOver(disk: Disk): Restore {
  return new Restore(
    atHome,
    () => Promise.resolve('/stick'),
    () => undefined,
    disk,
  );
}

async function restoreAll(disk: Disk): Promise<Result<unknown>> {
  const restore = restoreOver(disk);
  let answer = await restore.begin();
  while (answer.ok && answer.value.done < answer.value.total) answer = await restore.step();
  return answer;
}

const kinds = ['die', 'refuse', 'stay-broken'] as const;

const isAt = (disk: FaultyDisk, place: string): boolean =>
  disk.paths().some((name) => name.startsWith(`${place}/`));

/** How far apart the operations are that fail: all of them take minutes. */
const apart = operationsApart(6);

/** Operations of `work`, a fault for each that is tried. */
async function faultsIn(
  disk: FaultyDisk,
  kind: Fault['kind'],
  work: (disk: FaultyDisk) => Promise<{ readonly from: number }>,
): Promise<readonly Fault[]> {
  const rehearsal = disk.survivor('kill');
  const { from } = await work(rehearsal);
  expect(rehearsal.count - from).toBeGreaterThan(50);
  const length = Math.floor((rehearsal.count - from) / apart);
  const offset = 1 + (kinds.indexOf(kind) % apart);
  return Array.from({ length }, (_, at): Fault => {
    return { at: from + at * apart + offset, kind, code: 'ENOSPC' };
  });
}

test.each(['die', 'refuse', 'stay-broken'] as const)(
  'a restore that fails (%s) at any operation leaves no locker or the whole one, and the next one ends it',
  async (kind) => {
    const { disk, changes } = await lockerAt(onStick);
    const faults = await faultsIn(disk, kind, async (rehearsal) => {
      must(await restoreAll(rehearsal));
      return { from: 0 };
    });
    for (const fault of faults) {
      const failing = disk.survivor('kill', fault);
      const told = await restoreAll(failing);
      for (const end of kind === 'die' ? (['kill', 'power-loss'] as const) : (['kill'] as const)) {
        const label = `${kind} at ${String(fault.at)}, ${end}`;
        const left = failing.survivor(end);
        const isThere = isAt(left, atHome);
        if (told.ok) expect(isThere, label).toBe(true);
        if (!isThere) must(await restoreAll(left));
        const locker = await open(left);
        expect(locker.changes, label).toEqual(changes);
        expect(must(await locker.check()), label).toMatchObject(whole);
        expect(isAt(left, `${atHome}.restoring`), label).toBe(false);
      }
    }
  },
);

test.each(['die', 'refuse'] as const)(
  'bringing back that fails (%s) at any operation loses nothing, and the next one ends it',
  async (kind) => {
    const { disk, changes } = await lockerAt(atHome);
    disk.copyOver(atHome, onStick);
    for (const room of ['keys', 'journal', 'files']) {
      for (const name of disk.paths().filter((each) => each.startsWith(`${atHome}/${room}/`))) {
        disk.flip(name, -60);
      }
    }
    const bring = async (over: FaultyDisk) => {
      const locker = await open(over);
      const from = over.count;
      const choose = () => Promise.resolve('/stick');
      const backups = new Backups(diskFolder(atHome, { disk: over }), atHome, choose, [], over);
      const chosen = await backups.choose('bring-back');
      const brought = chosen.ok
        ? await bringBack(locker.eyes, locker.segment, backups, {})
        : chosen;
      await backups.release(true);
      return { from, brought };
    };
    const faults = await faultsIn(disk, kind, bring);
    for (const fault of faults) {
      const failing = disk.survivor('kill', fault);
      await bring(failing);
      for (const end of kind === 'die' ? (['kill', 'power-loss'] as const) : (['kill'] as const)) {
        const label = `${kind} at ${String(fault.at)}, ${end}`;
        const left = failing.survivor(end);
        must((await bring(left)).brought);
        const locker = await open(left);
        expect(locker.changes, label).toEqual(changes);
        expect(must(await locker.check()), label).toMatchObject({ damage: [], missing: [] });
        const source = there([...locker.state.sources.values()][0]);
        expect(must(await locker.openFile(source.original.file)).bytes, label).toEqual(original);
      }
    }
  },
);
