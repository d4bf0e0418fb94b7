// New keys for everything, over a folder in memory: stopped, gone on with, dropped. What a dying disk makes of it is tried in
// test/unit/electron/locker/renew-faults.test.ts.
import { beforeEach, expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import {
  dropRenewal,
  isRenewalBegun,
  lookAtRenewal,
  renewKeys,
} from '../../../../shared/locker/renew-keys.ts';
import type { RenewalSteps } from '../../../../shared/locker/renewed-content.ts';
import {
  copyOf,
  copyOver,
  memoryFolder,
  type MemoryFolder,
} from '../../../support/memory-folder.ts';
import {
  cheapCost,
  createSmallLocker,
  importSource,
  markAct,
  must,
  passphraseBytes,
  reopen,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

const bytes = new Uint8Array(3_000).fill(7);
let folder: MemoryFolder;
let before: string;

beforeEach(async () => {
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  for (let count = 0; count < 3; count++) await importSource(locker, bytes);
  before = locker.lockerId;
  must(await locker.close());
});

async function stretching() {
  return { argon2: (await testHost(folder)).argon2, least: cheapCost };
}

async function renew(steps: RenewalSteps = {}): Promise<Result<null>> {
  const renewal = {
    ...{ passphrase: passphraseBytes(), cost: cheapCost, recovery: new Uint8Array(32).fill(7) },
    ...{ person: testPerson.id, stretching: await stretching(), now: () => 0 },
  };
  return renewKeys(await reopen(folder), renewal, steps);
}

/** Stops it when so much of a stage is done. */
function stoppedIn(stage: 'sealing' | 'verifying', at: number): RenewalSteps {
  let isThere = false;
  return {
    progress: (now, done) => {
      isThere ||= now === stage && done >= at;
    },
    cancelled: () => isThere,
  };
}

const filesThere = () =>
  Array.from(folder.files.keys()).filter((name) => name.startsWith('files/'));

test('whoever goes on takes up what was prepared, and seals no file twice', async () => {
  const eyes = async () => (await reopen(folder)).eyes;
  const look = async () => lookAtRenewal(await eyes(), passphraseBytes(), await stretching());
  expect(await look()).toEqual(ok('fresh'));
  expect(await renew(stoppedIn('sealing', 2))).toEqual(fail('cancelled'));
  expect(await look()).toEqual(ok('begun'));
  expect(await isRenewalBegun(await eyes())).toEqual(ok(true));
  const prepared = filesThere();
  expect(prepared.length).toBeGreaterThan(3);

  expect(await renew(stoppedIn('verifying', 1))).toEqual(fail('cancelled'));
  expect(filesThere()).toEqual(expect.arrayContaining(prepared));
  expect(filesThere()).toHaveLength(6);
  expect(await look()).toEqual(ok('begun'));

  expect(await renew()).toEqual(ok(null));
  const after = await reopen(folder);
  expect(after.lockerId).not.toBe(before);
  expect(must(await after.check())).toMatchObject({ damage: [], missing: [], stray: [] });
  expect(filesThere()).toHaveLength(3);
});

test('a disk that takes no journal under the new keys is told of as it is, and the old locker opens', async () => {
  const append = folder.append.bind(folder);
  let appends = 0;
  // The act that begins it, and the closing frame, are of the old locker.
  folder.append = (name, ...rest) =>
    appendsToNew(name) ? Promise.resolve(fail('disk-full')) : append(name, ...rest);
  const olds = new Set(Array.from(folder.files.keys()));
  const appendsToNew = (name: string): boolean => {
    appends++;
    return appends > 2 && !olds.has(name as never);
  };
  expect(await renew()).toEqual(fail('disk-full'));
  folder.append = append;
  expect((await reopen(folder)).lockerId).toBe(before);
});

test('a disk that takes no new keys is told of as it is, and the old locker opens', async () => {
  const olds = new Set<string>(folder.files.keys());
  const isNewPool = (name: string) => name.startsWith('keys/') && !olds.has(name);
  const create = folder.create.bind(folder);
  const replace = folder.replace.bind(folder);
  let own = true;
  const refusing =
    (write: typeof create): typeof create =>
    (name, given) => {
      // The session that begins it has a pool of its own.
      if (isNewPool(name) && !own) return Promise.resolve(fail('disk-full'));
      return write(name, given);
    };
  folder.create = refusing(create);
  folder.replace = refusing(replace);
  const append = folder.append.bind(folder);
  folder.append = (...how) => {
    own = false;
    return append(...how);
  };
  expect(await renew()).toEqual(fail('disk-full'));
  Object.assign(folder, { create, replace, append });
  expect((await reopen(folder)).lockerId).toBe(before);
});

test('many acts are written in frames of 256, and each of them is there', async () => {
  const locker = await reopen(folder);
  const { source } = await importSource(locker, bytes);
  const marks = Array.from({ length: 1_200 }, () => markAct(source, 'words'));
  must(await locker.act(marks, testPerson.id));
  const held = new Map(locker.changes.map((change) => [change.id, change.seq]));
  must(await locker.close());
  expect(await renew()).toEqual(ok(null));
  const after = await reopen(folder);
  for (const [change, seq] of held) {
    expect(after.changes.find(({ id }) => id === change)?.seq).toBe(seq);
  }
  expect(after.state.marks.size).toBe(1_200);
  // Opened and closed, and as many as the acts and those of the renewal need.
  expect(after.report.frames).toBe(2 + Math.ceil(after.changes.length / 256));
});

test('after a later change of passphrase, too, an older copy that is merged opens no more', async () => {
  const older = copyOf(folder);
  expect(await renew()).toEqual(ok(null));
  const after = await reopen(folder);
  const [current, next] = [passphraseBytes(), passphraseBytes('the one after')];
  must(
    await after.slots.changePassphrase(
      { kind: 'passphrase', passphrase: current },
      { passphrase: next, cost: cheapCost },
      testPerson.id,
    ),
  );
  must(await after.close());
  copyOver(older, folder);
  const host = await testHost(folder);
  expect(await openLocker(host, { passphrase: current })).toEqual(fail('locker-renewed'));
  expect(must(await openLocker(host, { passphrase: next })).lockerId).toBe(after.lockerId);
});

test('stopped at the last moment, the old locker is as it was, and what was prepared can be dropped', async () => {
  let total = 0;
  let asked = 0;
  expect(
    await renew({
      progress: (stage, _, files) => {
        if (stage === 'verifying') total = files;
      },
      // Once before each file that is sealed, once before each that is verified, and once before all of it counts.
      cancelled: () => ++asked > 3 + total && total > 0,
    }),
  ).toEqual(fail('cancelled'));
  const opened = must(await openLocker(await testHost(folder), { passphrase: passphraseBytes() }));
  expect(opened.lockerId).toBe(before);
  expect(opened.state.sources.size).toBe(3);
  expect(await dropRenewal(opened.eyes)).toEqual(ok(null));
  expect(filesThere()).toHaveLength(3);
  expect(await isRenewalBegun(opened.eyes)).toEqual(ok(false));
});
