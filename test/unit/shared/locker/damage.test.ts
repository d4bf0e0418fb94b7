// Whatever is done to a stored file is noticed, and never yields other plaintext.
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Change } from '../../../../shared/journal/change.ts';
import { segmentFile, type FolderName } from '../../../../shared/locker/folder.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { LockerReport } from '../../../../shared/locker/report.ts';
import { fail } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceA,
  importSource,
  markAct,
  must,
  passphraseBytes,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

vi.setConfig({ testTimeout: 60_000 });

type Bytes = Uint8Array<ArrayBuffer>;

/** A closed run, a recorded unclosed one and an unclosed last one. */
let whole: ReadonlyMap<FolderName, Bytes>;
let changes: readonly Change[];
let files: ReadonlyMap<string, Bytes>;

beforeAll(async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const bytes = crypto.getRandomValues(new Uint8Array(3_000));
  const { source, file } = await importSource(locker, bytes);
  must(await locker.close());
  for (const words of ['first words', 'second words']) {
    const again = await reopen(folder);
    must(await again.act([markAct(source, words)], testPerson.id));
    must(await again.act([markAct(source, `${words} more`)], testPerson.id));
  }
  whole = folder.files;
  changes = (await reopen(folder)).changes;
  files = new Map([[file, bytes]]);
});

function copied(): MemoryFolder {
  return memoryFolder(new Map(Array.from(whole, ([name, bytes]) => [name, bytes.slice()])));
}

interface Opened {
  readonly changes: readonly Change[];
  readonly report: LockerReport;
}

/** Opens and checks the locker; undefined where it was refused. Fails the test on any wrong plaintext. */
async function openAndCheck(folder: MemoryFolder): Promise<Opened | undefined> {
  const host = await testHost(folder);
  const opened = await openLocker(host, { passphrase: passphraseBytes() });
  if (!opened.ok) return undefined;
  const known = new Set(changes.map((change) => JSON.stringify(change)));
  for (const change of opened.value.changes) expect(known).toContain(JSON.stringify(change));
  for (const [file, bytes] of files) {
    const read = await opened.value.openFile(file as never);
    if (read.ok) expect(read.value.bytes).toEqual(bytes);
  }
  const { report: atOpening } = opened.value;
  const checked = must(await opened.value.check());
  // A damaged copy of keys is told at the opening and made again from the other one: the check finds it whole.
  const told = new Set(
    [...atOpening.damage, ...checked.damage].map((each) => JSON.stringify(each)),
  );
  const damage = Array.from(told, (each) => JSON.parse(each) as LockerReport['damage'][number]);
  return { changes: opened.value.changes, report: { ...checked, damage } };
}

const isAlarm = ({ damage, missing, stray, foreign }: LockerReport): boolean =>
  damage.length + missing.length + stray.length + foreign > 0;

/** Unclosed ends beyond the one that is there when nothing is wrong. */
const isShorter = ({ report, changes: kept }: Opened): boolean =>
  kept.length < changes.length && report.unclosed.length > 0;

const place = fc.tuple(fc.nat(), fc.nat()).map(([file, at]) => {
  const names = Array.from(whole.keys());
  const name = there(names[file % names.length]);
  return { name, at: at % (whole.get(name)?.length ?? 1) };
});

test('the locker is whole before anything is done to it', async () => {
  const { report, changes: kept } = there(await openAndCheck(copied()));
  expect(kept).toEqual(changes);
  expect(isAlarm(report)).toBe(false);
  expect(report.unclosed).toHaveLength(1);
});

test('a flipped bit in any file is noticed', async () => {
  await fc.assert(
    fc.asyncProperty(place, fc.nat(7), async ({ name, at }, bit) => {
      const folder = copied();
      const bytes = there(folder.files.get(name));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
      const opened = await openAndCheck(folder);
      expect(opened === undefined || isAlarm(opened.report)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a file cut anywhere is noticed, or ends the last unclosed run', async () => {
  await fc.assert(
    fc.asyncProperty(place, async ({ name, at }) => {
      const folder = copied();
      folder.files.set(name, there(whole.get(name)).slice(0, at));
      const opened = await openAndCheck(folder);
      expect(opened === undefined || isAlarm(opened.report) || isShorter(opened)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('bytes added to any file are noticed', async () => {
  const tail = fc.uint8Array({ minLength: 1, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(place, tail, async ({ name }, added) => {
      const folder = copied();
      folder.files.set(name, Uint8Array.from([...there(whole.get(name)), ...added]));
      const opened = await openAndCheck(folder);
      const noticed =
        opened === undefined || isAlarm(opened.report) || opened.report.torn.length > 0;
      expect(noticed).toBe(true);
      if (opened !== undefined && name.startsWith('journal/')) {
        expect(opened.changes).toEqual(changes);
      }
    }),
    { numRuns: 60 },
  );
});

test('a file taken away, or put in the place of another, is noticed', async () => {
  const names = Array.from(whole.keys());
  for (const name of names) {
    const folder = copied();
    folder.files.delete(name);
    const opened = await openAndCheck(folder);
    if (name.startsWith('keys/')) {
      expect(folder.files.has(name), 'it was made again from the other copy').toBe(true);
      expect(opened).toMatchObject({ changes, report: { damage: [{ name, why: 'keys-copy' }] } });
      continue;
    }
    const isSlot = name.startsWith('slots/'); // each slot stands alone: without one, the other secret still opens
    const noticed =
      opened === undefined || isAlarm(opened.report) || opened.changes.length < changes.length;
    expect(isSlot || noticed, name).toBe(true);
    for (const other of names) {
      if (other === name || isSame(name, other)) continue;
      const swapped = copied();
      swapped.files.set(name, there(whole.get(other)));
      const reopened = await openAndCheck(swapped);
      expect(reopened === undefined || isAlarm(reopened.report), `${other} as ${name}`).toBe(true);
    }
  }
});

test('a last frame of which a power loss kept the length and not the end is a torn end, not damage', async () => {
  const folder = copied();
  const [name, bytes] = there(
    Array.from(whole)
      .filter(([each]) => each.startsWith('journal/'))
      .at(-1),
  );
  for (const from of [bytes.length - 16, bytes.length - 100]) {
    folder.files.set(name, bytes.slice().fill(0, from));
    const { report } = there(await openAndCheck(folder));
    expect(report).toMatchObject({ torn: [name], damage: [] });
  }
});

/** The two copies of a pool are. */
function isSame(name: FolderName, other: FolderName): boolean {
  return Buffer.compare(there(whole.get(name)), there(whole.get(other))) === 0;
}

test('damage is named, and what lies around it stays readable', async () => {
  const folder = copied();
  const [name] = Array.from(whole.keys()).filter((each) => each.startsWith('journal/'));
  const bytes = there(folder.files.get(there(name)));
  bytes[bytes.length - 300] = (bytes[bytes.length - 300] ?? 0) ^ 1; // in the last but one frame
  const { report, changes: kept } = there(await openAndCheck(folder));

  expect(report.damage).toMatchObject([{ name, why: 'altered' }]);
  expect(kept.length).toBeGreaterThanOrEqual(changes.length - 2);
});

test('acts go on after damage without using a number twice', async () => {
  const folder = copied();
  const runs = Array.from(whole.keys()).filter((name) => name.startsWith(`journal/${deviceA}/`));
  for (const run of runs)
    folder.files.set(
      run,
      there(whole.get(run)).map((byte, at) => (at > 400 ? byte ^ 255 : byte)),
    );
  const locker = await reopen(folder);
  const done = must(await locker.act([markAct('5'.repeat(32) as never, 'words')], testPerson.id));

  expect(done[0]?.seq).toBeGreaterThan(Math.max(...changes.map(({ seq }) => seq)));
});

test('a locker of a newer format is refused and left alone', async () => {
  const folder = copied();
  const name = segmentFile(deviceA, '9'.repeat(32));
  const [any] = Array.from(whole).filter(([each]) => each.startsWith('journal/'));
  const newer = there(any)[1].slice();
  newer[17] = 5;
  const header = newer.slice(0, 66);
  newer.set(new Uint8Array(await crypto.subtle.digest('SHA-256', header)), 66 + 8);
  folder.files.set(name, newer);
  const before = new Map(folder.files);

  const host = await testHost(folder);
  expect(await openLocker(host, { passphrase: passphraseBytes() })).toEqual(fail('locker-newer'));
  expect(folder.files).toEqual(before);
});
