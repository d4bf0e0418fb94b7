// A backup made by the vault's plan and main's copying, over disks in memory.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Disk } from '../../../../electron/locker/disk.ts';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { Backups } from '../../../../electron/safekeeping/backups.ts';
import { backUp, type BackupMade } from '../../../../shared/locker/back-up.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import type { Result } from '../../../../shared/result.ts';
import { fail } from '../../../../shared/result.ts';
import { FaultyDisk, type Fault } from '../../../support/faulty-disk.ts';
import { openEverything } from '../../../support/open-everything.ts';
import {
  cheapCost,
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
const quiet = { progress: () => undefined, cancelled: () => false };
const atHome = '/home/Notes.locker';
const onStick = '/stick/Notes.backup';

function emptyDisk(fault?: Fault): FaultyDisk {
  const folders = new Set(['/', '/home', '/stick']);
  return new FaultyDisk(fault, { folders, files: new Map() });
}

async function createAt(disk: Disk): Promise<OpenLocker> {
  const folder = diskFolder(atHome, { disk });
  return (await createSmallLocker(await testHost(folder))).locker;
}

async function openAt(disk: Disk, place: string): Promise<OpenLocker> {
  const folder = diskFolder(place, { disk });
  return must(await openLocker(await testHost(folder), { passphrase: passphraseBytes() }));
}

/** One backup from choosing to releasing; `stick` is the disk of the backup, where it is another. */
async function backUpTo(
  locker: OpenLocker,
  home: Disk,
  stick = home,
  chosen = '/stick',
): Promise<Result<BackupMade>> {
  const backups = new Backups(
    diskFolder(atHome, { disk: home }),
    atHome,
    () => Promise.resolve(chosen),
    [],
    stick,
  );
  const found = await backups.choose('backup');
  const made = found.ok ? await backUp(locker, backups, quiet) : found;
  await backups.release(true);
  return made;
}

async function lockerWithWork(disk: Disk): Promise<OpenLocker> {
  const locker = await createAt(disk);
  const { source } = await importSource(locker, original);
  must(await locker.act([markAct(source, 'before the backup')], testPerson.id));
  return locker;
}

test('a backup opens with the passphrase and holds every act and file', async () => {
  const disk = emptyDisk();
  const locker = await lockerWithWork(disk);
  const made = must(await backUpTo(locker, disk));
  expect(made).toMatchObject({ lackingActs: 0, report: { damage: [], missing: [], stray: [] } });
  expect(made.files).toBe(made.copied);

  const copy = await openAt(disk, onStick);
  expect(copy.changes).toEqual(locker.changes);
  expect(copy.state).toEqual(locker.state);
  const source = there([...copy.state.sources.values()].at(0));
  expect(must(await copy.openFile(source.original.file)).bytes).toEqual(original);
  expect(must(await copy.check())).toMatchObject({ damage: [], missing: [] });
});

test('a second backup copies what is new and nothing else', async () => {
  const disk = emptyDisk();
  const locker = await lockerWithWork(disk);
  must(await backUpTo(locker, disk));
  expect(must(await backUpTo(locker, disk))).toMatchObject({ copied: 0, copiedBytes: 0 });

  must(
    await locker.act([markAct(there([...locker.state.sources.keys()][0]), 'more')], testPerson.id),
  );
  expect(must(await backUpTo(locker, disk))).toMatchObject({ copied: 1 }); // the segment, longer

  await importSource(locker, original, 'another.txt');
  expect(must(await backUpTo(locker, disk))).toMatchObject({ copied: 2 }); // a file, and the segment
  expect((await openAt(disk, onStick)).changes).toEqual(locker.changes);
});

test('a passphrase that was replaced no longer opens the backup', async () => {
  const disk = emptyDisk();
  const locker = await lockerWithWork(disk);
  must(await backUpTo(locker, disk));
  const next = { passphrase: passphraseBytes('quite another one'), cost: cheapCost };
  const current = { kind: 'passphrase', passphrase: passphraseBytes() } as const;
  must(await locker.slots.changePassphrase(current, next, testPerson.id));
  must(await backUpTo(locker, disk));
  const host = await testHost(diskFolder(onStick, { disk }));
  expect(await openLocker(host, { passphrase: passphraseBytes() })).toEqual(fail('secret-wrong'));
  must(await openLocker(host, { passphrase: next.passphrase }));
});

test('a purge reaches the backup with the next one: no key of it is left there, and its files are gone', async () => {
  const disk = emptyDisk();
  const locker = await lockerWithWork(disk);
  const canary = 'the child said blue van';
  const { source } = await importSource(locker, new TextEncoder().encode(canary), `${canary}.txt`);
  must(await locker.act([markAct(source, canary)], testPerson.id));
  must(await backUpTo(locker, disk));
  const copied = async () => {
    const folder = diskFolder(onStick, { disk, readOnly: true });
    const files = new Map<string, Uint8Array>();
    for (const { name, sizeBytes } of must(await folder.list()).entries) {
      files.set(name, must(await folder.read(name, 0, sizeBytes)));
    }
    return files;
  };
  const before = await copied();
  expect(openEverything(before)).toContain(canary);

  expect(must(await locker.purge(source, testPerson.id))).toEqual([]);
  expect(openEverything(await copied())).toContain(canary); // the backup is only as new as it is
  const made = must(await backUpTo(locker, disk));
  expect(made).toMatchObject({ lackingActs: 0, report: { damage: [], missing: [], unpurged: [] } });
  const after = await copied();
  expect(openEverything(after)).not.toContain(canary);
  const kept = [...locker.state.sources.values()].map(({ original: { file } }) => `files/${file}`);
  expect([...after.keys()].filter((name) => name.startsWith('files/'))).toEqual(kept);
  const pools = [...after.keys()].filter((name) => name.startsWith('keys/'));
  expect(pools.some((name) => name.endsWith('.2'))).toBe(true); // second copies are carried over too
  const copy = await openAt(disk, onStick);
  expect(copy.state.sources).toEqual(locker.state.sources);
  expect(must(await copy.check())).toMatchObject({ damage: [], missing: [], unpurged: [] });
});

describe('what is damaged', () => {
  const names = async (disk: Disk, place: string, room: string): Promise<string[]> => {
    const { entries } = must(await diskFolder(place, { disk, readOnly: true }).list());
    return entries.filter(({ name }) => name.startsWith(room)).map(({ name }) => name);
  };

  test.each(['slots/', 'keys/', 'journal/', 'files/'])(
    'in the backup is mended from the locker: %s',
    async (room) => {
      const disk = emptyDisk();
      const locker = await lockerWithWork(disk);
      must(await backUpTo(locker, disk));
      const name = there((await names(disk, onStick, room))[0]);
      disk.flip(`${onStick}/${name}`, -40);
      const made = must(await backUpTo(locker, disk));
      expect(made).toMatchObject({ copied: 1, lackingActs: 0, report: { damage: [] } });
    },
  );

  test.each(['slots/', 'keys/', 'journal/', 'files/'])(
    'in the locker never replaces what is whole in the backup: %s',
    async (room) => {
      const disk = emptyDisk();
      const locker = await lockerWithWork(disk);
      must(await backUpTo(locker, disk));
      const name = there((await names(disk, atHome, room))[0]);
      disk.flip(`${atHome}/${name}`, -40);
      const again = room === 'slots/' ? locker : await openAt(disk, atHome);
      must(
        await again.act(
          [
            markAct(
              there([...again.state.sources.keys()][0] ?? [...locker.state.sources.keys()][0]),
              'later',
            ),
          ],
          testPerson.id,
        ),
      );
      const made = must(await backUpTo(again, disk));
      expect(made).toMatchObject({ lackingActs: 0, report: { damage: [], missing: [] } });
    },
  );
});

describe('a folder that will not do', () => {
  test.each([
    ['inside the locker', `${atHome}/files`, 'backup-inside'],
    ['the locker itself', atHome, 'backup-inside'],
    ['that is not there', '/gone/away', 'backup-unreadable'],
  ] as const)('%s is refused', async (_what, chosen, error) => {
    const disk = emptyDisk();
    const locker = await lockerWithWork(disk);
    const before = disk.paths();
    expect(await backUpTo(locker, disk, disk, chosen)).toEqual(fail(error));
    expect(disk.paths()).toEqual(before);
  });

  test('that holds another locker is refused', async () => {
    const [disk, other] = [emptyDisk(), emptyDisk()];
    must(await backUpTo(await lockerWithWork(other), other));
    const locker = await lockerWithWork(disk);
    const before = other.paths();
    expect(await backUpTo(locker, disk, other)).toEqual(fail('backup-of-another'));
    expect(other.paths()).toEqual(before);
  });

  test.each([
    ['ENOSPC', 'backup-full'],
    ['EROFS', 'backup-read-only'],
    ['EIO', 'backup-unreadable'],
  ] as const)(
    'a stick that answers %s is told as %s, and the locker goes on',
    async (code, error) => {
      const disk = emptyDisk();
      const locker = await lockerWithWork(disk);
      const stick = emptyDisk({ at: 12, kind: 'stay-broken', code });
      expect(await backUpTo(locker, disk, stick)).toEqual(fail(error));
      must(
        await locker.act(
          [markAct(there([...locker.state.sources.keys()][0]), 'on')],
          testPerson.id,
        ),
      );
    },
  );
});

/** Two backups with work between them; answers what the locker acknowledged before each. */
async function twoBackups(
  home: FaultyDisk,
  stick: FaultyDisk,
): Promise<{ locker: OpenLocker; first: boolean; firstActs: number }> {
  const locker = await lockerWithWork(home);
  const first = await backUpTo(locker, home, stick);
  const firstActs = locker.changes.length;
  await importSource(locker, original, 'second.txt');
  if (first.ok) await backUpTo(locker, home, stick);
  return { locker, first: first.ok, firstActs };
}

const kinds = ['die', 'refuse', 'stay-broken'] as const;
/** Every operation takes minutes; together the three kinds of failure meet each part of a backup. */
const apart = operationsApart(12);

test.each(kinds)(
  'a stick that fails (%s) at any operation: the locker is untouched, a finished backup opens, and the next one is whole',
  async (kind) => {
    const whole = emptyDisk();
    await twoBackups(emptyDisk(), whole);
    expect(whole.count).toBeGreaterThan(100);
    for (let at = 1 + kinds.indexOf(kind) * 4; at <= whole.count; at += apart) {
      for (const end of ['kill', 'power-loss'] as const) {
        const label = `${kind} at ${String(at)}, ${end}`;
        const home = emptyDisk();
        const stick = emptyDisk({ at, kind, code: 'ENOSPC' });
        const { locker, first, firstActs } = await twoBackups(home, stick);
        expect(must(await locker.check()), label).toMatchObject({
          damage: [],
          missing: [],
          foreign: 0,
        });
        const left = stick.survivor(end);
        if (first) {
          const copy = await openAt(left.survivor('kill'), onStick);
          expect(copy.changes.slice(0, firstActs), label).toEqual(
            locker.changes.slice(0, firstActs),
          );
          expect(must(await copy.check()), label).toMatchObject({ damage: [], missing: [] });
        }
        const made = must(await backUpTo(locker, home, left));
        expect(made, label).toMatchObject({ lackingActs: 0, report: { damage: [], missing: [] } });
        expect((await openAt(left, onStick)).changes, label).toEqual(locker.changes);
        expect(
          left.paths().filter((name) => name.endsWith('.tmp')),
          label,
        ).toEqual([]);
        if (kind !== 'die') break; // the two ends differ only where nothing more was done
      }
    }
  },
);

test('whatever was done, a backup folds as the locker does, and so do both copied over each other', async () => {
  const step = fc.constantFrom('import', 'mark', 'reopen', 'back up', 'passphrase', 'damage');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const disk = emptyDisk();
      let locker = await lockerWithWork(disk);
      let passphrase = passphraseBytes();
      const opened = async (place: string): Promise<OpenLocker> =>
        must(await openLocker(await testHost(diskFolder(place, { disk })), { passphrase }));
      for (const [number, each] of steps.entries()) {
        const source = there([...locker.state.sources.keys()][0]);
        if (each === 'import') await importSource(locker, original, `${String(number)}.txt`);
        if (each === 'mark') must(await locker.act([markAct(source, 'words')], testPerson.id));
        if (each === 'back up') must(await backUpTo(locker, disk));
        if (each === 'damage') {
          const copied = disk.paths().filter((name) => name.startsWith(`${onStick}/files/`));
          for (const name of copied) disk.flip(name, 100);
        }
        if (each === 'reopen') {
          must(await locker.close());
          locker = await opened(atHome);
        }
        if (each === 'passphrase') {
          const next = { passphrase: passphraseBytes(`number ${String(number)}`), cost: cheapCost };
          must(
            await locker.slots.changePassphrase(
              { kind: 'passphrase', passphrase },
              next,
              testPerson.id,
            ),
          );
          passphrase = next.passphrase;
        }
      }
      const made = must(await backUpTo(locker, disk));
      expect(made).toMatchObject({ lackingActs: 0, report: { damage: [], missing: [] } });
      const copy = await opened(onStick);
      expect(copy.state).toEqual(locker.state);
      must(
        await copy.act(
          [markAct(there([...copy.state.sources.keys()][0]), 'in the copy')],
          testPerson.id,
        ),
      );
      must(await copy.close());
      must(await locker.close());
      disk.copyOver(onStick, atHome);
      const merged = await opened(atHome);
      expect(merged.changes).toEqual(copy.changes);
      expect(must(await merged.check())).toMatchObject({ damage: [], missing: [] });
    }),
    { numRuns: 10 },
  );
});

test('a backup that is stopped leaves the one before as it was', async () => {
  const disk = emptyDisk();
  const locker = await lockerWithWork(disk);
  must(await backUpTo(locker, disk));
  const before = (await openAt(disk, onStick)).changes;
  await importSource(locker, original, 'new.txt');
  const backups = new Backups(
    diskFolder(atHome, { disk }),
    atHome,
    () => Promise.resolve('/stick'),
    [],
    disk,
  );
  must(await backups.choose('backup'));
  let asked = 0;
  const stopped = await backUp(locker, backups, { ...quiet, cancelled: () => ++asked > 1 });
  expect(stopped).toEqual(fail('cancelled'));
  expect((await openAt(disk, onStick)).changes).toEqual(before);
});
