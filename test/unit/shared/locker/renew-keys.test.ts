// New keys for everything, over a folder in memory: stopped, gone on with, refused, overtaken. What a dying disk makes of it is
// tried in test/unit/electron/locker/renew-faults.test.ts.
import { beforeEach, expect, test } from 'vitest';
import { fail, ok } from '../../../../shared/result.ts';
import { segmentHeader } from '../../../../shared/journal/frame.ts';
import { segmentFile } from '../../../../shared/locker/folder.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import { dropRenewal, isRenewalBegun } from '../../../../shared/locker/renew-keys.ts';
import {
  copyOf,
  copyOver,
  memoryFolder,
  type MemoryFolder,
} from '../../../support/memory-folder.ts';
import { refuse, type Refusal } from '../../../support/refuse.ts';
import {
  atLastMoment,
  look,
  renew,
  slotToCome,
  stoppedIn,
} from '../../../support/small-renewal.ts';
import {
  cheapCost,
  createSmallLocker,
  deviceA,
  deviceB,
  importSource,
  markAct,
  must,
  passphraseBytes,
  reopen,
  testHost,
  testPerson,
  there,
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

const inside = (prefix: string) =>
  Array.from(folder.files.keys()).filter((name) => name.startsWith(prefix));
const filesThere = () => inside('files/');

/** The locker of before opens with all it held, and its keys can still be renewed. */
async function expectAsBefore(): Promise<void> {
  const old = await reopen(folder);
  expect(old.lockerId).toBe(before);
  expect(must(await old.check())).toMatchObject({ damage: [], missing: [] });
  const { size } = old.state.sources;
  expect(await renew(folder)).toEqual(ok(null));
  const renewed = await reopen(folder);
  expect(renewed.lockerId).not.toBe(before);
  expect(must(await renewed.check())).toMatchObject({ damage: [], missing: [], stray: [] });
  expect(renewed.state.sources.size).toBe(size);
}

test('whoever goes on takes up what was prepared, and seals no file twice', async () => {
  const eyes = async () => (await reopen(folder)).eyes;
  expect(await look(folder)).toBe('fresh');
  expect(await renew(folder, stoppedIn('sealing', 2))).toEqual(fail('cancelled'));
  expect(await look(folder)).toBe('begun');
  expect(await isRenewalBegun(await eyes())).toEqual(ok(true));
  const prepared = filesThere();
  expect(prepared.length).toBeGreaterThan(3);

  expect(await renew(folder, stoppedIn('verifying', 1))).toEqual(fail('cancelled'));
  expect(filesThere()).toEqual(expect.arrayContaining(prepared));
  expect(filesThere()).toHaveLength(6);
  expect(await look(folder)).toBe('begun');

  expect(await renew(folder)).toEqual(ok(null));
  const after = await reopen(folder);
  expect(after.lockerId).not.toBe(before);
  expect(must(await after.check())).toMatchObject({ damage: [], missing: [], stray: [] });
  expect(filesThere()).toHaveLength(3);
});

test('one that was begun has its recovery key, and both its slots are told of with their person', async () => {
  expect(await renew(folder, stoppedIn('verifying', 1))).toEqual(fail('cancelled'));
  expect(await renew(folder, { goesOn: true })).toEqual(ok(null));
  const slots = must(await (await reopen(folder)).slots.list());
  expect(slots.map(({ kind }) => kind).sort()).toEqual(['passphrase', 'recovery']);
  for (const slot of slots) {
    expect(slot.person).toBe(testPerson.id);
    expect(slot.addedAt).toBeDefined(); // by the journal, not by guess
  }
});

test('when it is told as done, nothing of before is left', async () => {
  const olds = Array.from(folder.files.keys());
  expect(await renew(folder)).toEqual(ok(null));
  expect(olds.filter((name) => folder.files.has(name))).toEqual([]);
});

test('without a recovery key none is begun, and nothing is written', async () => {
  const olds = new Map(folder.files);
  expect(await renew(folder, { goesOn: true })).toEqual(fail('recovery-unproven'));
  expect(folder.files).toEqual(olds);
});

test.each<[string, Refusal]>([
  ['the act that says it begins', { what: 'append' }],
  ['the slot of the recovery key', { what: 'create', inside: 'slots/' }],
  ['the slot that waits', { what: 'create', inside: 'slots/', nth: 2 }],
  ['the end of the session that began it', { what: 'append', nth: 2 }],
  ['the new keys', { what: 'create', inside: 'keys/' }],
  ['their second file', { what: 'create', inside: 'keys/', nth: 2 }],
  ['a file under a new key', { what: 'commitFile' }],
  ['the journal under new keys', { what: 'append', nth: 3 }],
  ['the slot that counts', { what: 'create', inside: 'slots/', nth: 3 }],
])('the disk once takes not %s: it is told, and all is as before', async (_, refusal) => {
  const back = refuse(folder, { ...refusal, times: 1 });
  expect(await renew(folder)).toEqual(fail('disk-full'));
  back();
  await expectAsBefore();
});

test.each<[string, Refusal]>([
  ['the slots', { what: 'list' }],
  ['a slot', { what: 'read', inside: 'slots/' }],
  ['the keys of views', { what: 'list', nth: 2 }],
])(
  'at the last moment %s cannot be looked for: it is told, and all is as before',
  async (_, refusal) => {
    let back: (() => void) | undefined;
    const steps = atLastMoment(() => {
      back = refuse(folder, { ...refusal, times: 1, error: 'folder-unreadable' });
      return false;
    });
    expect(await renew(folder, steps)).toEqual(fail('folder-unreadable'));
    back?.();
    await expectAsBefore();
  },
);

test.each<[string, Refusal]>([
  ['a segment of the attempt before', { what: 'retire', inside: 'journal/' }],
  ['a slot of one that nobody goes on with', { what: 'remove', inside: 'slots/' }],
])('%s cannot be deleted: it is told, and all is as before', async (_, refusal) => {
  expect(await renew(folder, stoppedIn('verifying', 1))).toEqual(fail('cancelled'));
  if (refusal.what === 'remove') folder.files.delete(slotToCome(folder, before, 'recovery'));
  const back = refuse(folder, { ...refusal, times: 1, error: 'folder-read-only' });
  expect(await renew(folder)).toEqual(fail('folder-read-only'));
  back();
  await expectAsBefore();
});

test('a file that does not lie there as it was sealed: the new locker does not count', async () => {
  const commit = folder.commitFile.bind(folder);
  folder.commitFile = async (name) => {
    const done = await commit(name);
    there(folder.files.get(name)).reverse();
    return done;
  };
  expect(await renew(folder)).toEqual(fail('internal'));
  folder.commitFile = commit;
  await expectAsBefore();
});

test('what another device wrote and arrives while it is verified is not left behind', async () => {
  const theirs = copyOf(folder);
  const other = await reopen(theirs, deviceB);
  await importSource(other, bytes, 'arrived.txt');
  must(await other.close());
  const steps = {
    progress: (stage: string) => {
      if (stage === 'verifying') copyOver(theirs, folder);
    },
  };
  expect(await renew(folder, steps)).toEqual(fail('renewal-unclean'));
  await expectAsBefore();
  const titles = Array.from((await reopen(folder)).state.sources.values(), (s) => s.details.title);
  expect(titles).toContain('arrived.txt');
});

test('where another device was first, its new locker stays the only one', async () => {
  const theirs = copyOf(folder);
  expect(await renew(theirs)).toEqual(ok(null));
  const steps = atLastMoment(() => {
    for (const [name, bytes] of theirs.files) {
      if (name.startsWith('slots/')) folder.files.set(name, bytes); // the rest is on its way
    }
    return false;
  });
  expect(await renew(folder, steps)).toEqual(fail('locker-renewed'));
  copyOver(theirs, folder);
  expect((await reopen(folder)).lockerId).toBe((await reopen(theirs)).lockerId);
});

test.each([
  ['this device', deviceA],
  ['another one', deviceB],
])(
  'a session of %s that died in the first bytes of its segment stands in no renewal’s way',
  async (_whose, device) => {
    const header = segmentHeader({ lockerId: before, device, run: 'e'.repeat(32) });
    for (const length of [0, 10, 40, header.length - 1]) {
      folder.files.set(
        segmentFile(device, String(length).padStart(32, 'e')),
        header.slice(0, length),
      );
    }
    await expectAsBefore();
  },
);

test('many acts are written in frames of 256, and each of them is there', async () => {
  const locker = await reopen(folder);
  const { source } = await importSource(locker, bytes);
  const marks = Array.from({ length: 1_200 }, () => markAct(source, 'words'));
  must(await locker.act(marks, testPerson.id));
  const held = new Map(locker.changes.map((change) => [change.id, change.seq]));
  must(await locker.close());
  expect(await renew(folder)).toEqual(ok(null));
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
  expect(await renew(folder)).toEqual(ok(null));
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
  expect(
    await renew(
      folder,
      atLastMoment(() => true),
    ),
  ).toEqual(fail('cancelled'));
  const opened = must(await openLocker(await testHost(folder), { passphrase: passphraseBytes() }));
  expect(opened.lockerId).toBe(before);
  expect(opened.state.sources.size).toBe(3);
  expect(await dropRenewal(opened.eyes)).toEqual(ok(null));
  expect(filesThere()).toHaveLength(3);
  expect(await isRenewalBegun(opened.eyes)).toEqual(ok(false));
});
