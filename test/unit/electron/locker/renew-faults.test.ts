// New keys for everything, over a disk that dies or fails at its n-th operation, for every n: the old locker or the new one
// opens with all of its content, and whoever goes on gets to the end.
import { expect, test, vi } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import type { DeviceId, FileId } from '../../../../shared/evidence/ids.ts';
import type { LibraryState } from '../../../../shared/library/library-state.ts';
import type { LockerFolder } from '../../../../shared/locker/folder.ts';
import { openLocker, type LockerHost } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { dropRenewal, isRenewalBegun, renewKeys } from '../../../../shared/locker/renew-keys.ts';
import type { RenewalSteps } from '../../../../shared/locker/renewed-content.ts';
import { readLockerAgain } from '../../../support/second-reader.ts';
import { printRecoveryKey } from '../../../../shared/crypto/recovery-key.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { FaultyDisk, type Fault } from '../../../support/faulty-disk.ts';
import {
  cheapCost,
  createSmallLocker,
  deviceB,
  importSource,
  markAct,
  must,
  noteAct,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { noViews } from '../../../fault/snapshot.ts';
import { operationsApart } from '../../../support/operations-apart.ts';

vi.setConfig({ testTimeout: 600_000 });

const passphrase = passphraseBytes();
const theirs = passphraseBytes('what the second person says');
const recovery = new Uint8Array(32).fill(7);
const texts = ['the first document', 'the second document'];

interface Made {
  readonly disk: FaultyDisk;
  readonly oldRecovery: string;
  readonly oldId: string;
}

/** With views, so that every device has an epoch key: those do not open under the new keys. */
async function hostOf(folder: LockerFolder, device?: DeviceId): Promise<LockerHost> {
  return { ...(await testHost(folder, device)), views: noViews };
}

async function make(): Promise<Made> {
  const disk = new FaultyDisk();
  const folder = diskFolder('/locker', { disk });
  const { locker, recoveryKey } = await createSmallLocker(await hostOf(folder));
  const [first] = texts.map((text) => new TextEncoder().encode(text));
  const { source } = await importSource(locker, first ?? new Uint8Array());
  const doomed = await importSource(locker, new TextEncoder().encode('to be deleted for good'));
  must(await locker.purge(doomed.source, testPerson.id));
  const mark = markAct(source, 'first');
  must(await locker.act([mark], testPerson.id));
  const second = { id: testPerson.id.replace(/^aa/, 'bb') as never, name: 'B.', colour: '#8e3b73' };
  const proof = { kind: 'passphrase', passphrase } as const;
  const next = { passphrase: theirs, cost: cheapCost, person: second, label: '' };
  must(await locker.slots.add(proof, next, testPerson.id));
  must(await locker.close());
  // Another device, so that two devices' journals are carried over.
  const host = await hostOf(diskFolder('/locker', { disk }), deviceB);
  const other = must(await openLocker(host, { passphrase }));
  await importSource(other, new TextEncoder().encode(texts[1]));
  if (mark.kind === 'marked') {
    must(await other.act([noteAct(source, mark.payload.mark.id, 'a note')], testPerson.id));
  }
  must(await other.close());
  return { disk, oldRecovery: recoveryKey, oldId: locker.lockerId };
}

async function open(disk: FaultyDisk, secret: Uint8Array<ArrayBuffer> | string) {
  const host = await hostOf(diskFolder('/locker', { disk }));
  return openLocker(
    host,
    typeof secret === 'string' ? { recoveryKey: secret } : { passphrase: secret },
  );
}

/** Opens and renews, as the program does. */
async function renew(
  disk: FaultyDisk,
  own = passphrase,
  steps: RenewalSteps = {},
): Promise<Result<null>> {
  const folder = diskFolder('/locker', { disk });
  const host = await hostOf(folder);
  const opened = await openLocker(host, { passphrase: own });
  if (!opened.ok) return opened;
  const stretching = { argon2: host.argon2, least: cheapCost };
  const { id: person } = testPerson;
  const renewal = { passphrase: own, cost: cheapCost, recovery, person, stretching, now: host.now };
  return renewKeys(opened.value, renewal, steps);
}

/** What a person sees, without the names of files. */
function seen({ sources, marks, people, tags }: LibraryState): unknown {
  return {
    people: [...people.values()],
    tags: [...tags.values()],
    sources: [...sources.values()].map(({ original, ...rest }) => ({
      ...rest,
      original: { ...original, file: '' },
    })),
    marks: [...marks.values()],
  };
}

async function readAll(locker: OpenLocker): Promise<string[]> {
  const files: FileId[] = [...locker.state.sources.values()].map(({ original }) => original.file);
  const read: string[] = [];
  for (const file of files) {
    read.push(new TextDecoder().decode(must(await locker.openFile(file)).bytes));
  }
  return read.sort();
}

async function examine(left: FaultyDisk, made: Made, wanted: unknown, label: string) {
  const locker = must(await open(left, passphrase));
  expect(seen(locker.state), label).toEqual(wanted);
  expect(await readAll(locker), label).toEqual(texts);
  const report = must(await locker.check());
  expect(report, label).toMatchObject({ damage: [], missing: [], notArrived: [], foreign: 0 });
  must(await locker.close());
  const isNew = locker.lockerId !== made.oldId;
  const byNew = await open(left.survivor('kill'), await printRecoveryKey(recovery));
  const byOld = await open(left.survivor('kill'), made.oldRecovery);
  expect([byNew.ok, byOld.ok], label).toEqual([isNew, !isNew]);
  return { isNew, report };
}

test('everything is there under new keys, and nothing of the old ones is left', async () => {
  const made = await make();
  const before = must(await open(made.disk, passphrase));
  const wanted = seen(before.state);
  must(await before.close());
  const names = new Set((await listOf(made.disk)).map(({ name }) => name));
  expect(await renew(made.disk)).toEqual(ok(null));
  expect((await listOf(made.disk)).filter(({ name }) => names.has(name))).toEqual([]);
  const { isNew, report } = await examine(made.disk, made, wanted, 'undisturbed');
  expect(isNew).toBe(true);
  expect(report).toMatchObject({ stray: [], unclosed: [], torn: [], unexplained: [] });
  expect(await open(made.disk, theirs)).toEqual(fail('secret-wrong'));
  const files = new Map<string, Uint8Array>();
  for (const { name, sizeBytes } of await listOf(made.disk)) {
    if (name.startsWith('epoch/')) continue;
    const folder = diskFolder('/locker', { disk: made.disk });
    files.set(name, must(await folder.read(name, 0, sizeBytes)));
  }
  const again = readLockerAgain(files, new TextDecoder().decode(passphrase));
  const locker = must(await open(made.disk, passphrase));
  expect(again.changes.map(({ id }) => id).sort()).toEqual(
    locker.changes.map(({ id }) => id).sort(),
  );
});

async function listOf(disk: FaultyDisk) {
  return must(await diskFolder('/locker', { disk }).list()).entries;
}

test('an older copy that is merged later is not opened, and is deleted again', async () => {
  const made = await make();
  const older = made.disk.survivor('kill');
  expect(await renew(made.disk)).toEqual(ok(null));
  const merged = await merge(older, made.disk);
  expect(await open(merged, theirs)).toEqual(fail('locker-renewed'));
  expect(await open(merged, made.oldRecovery)).toEqual(fail('locker-renewed'));
  const locker = must(await open(merged, passphrase));
  expect(locker.lockerId).not.toBe(made.oldId);
  must(await locker.close());
  const ofThisDevice = 1; // its key of views, made anew by opening
  expect((await listOf(merged)).length).toBe((await listOf(made.disk)).length + ofThisDevice);
});

/** Copies the files of one over the other, as `cp -r` does. */
async function merge(from: FaultyDisk, to: FaultyDisk): Promise<FaultyDisk> {
  const disk = to.survivor('kill');
  await mergeInto(from, disk);
  return disk;
}

async function mergeInto(from: FaultyDisk, disk: FaultyDisk): Promise<void> {
  const [source, target] = [diskFolder('/locker', { disk: from }), diskFolder('/locker', { disk })];
  const there = new Set(must(await target.list()).entries.map(({ name }) => name));
  for (const { name, sizeBytes } of must(await source.list()).entries) {
    if (there.has(name)) continue;
    const bytes = must(await source.read(name, 0, sizeBytes));
    must(
      await (name.startsWith('journal/')
        ? target.append(name, bytes, [])
        : target.create(name, bytes)),
    );
  }
  await target.release();
}

test('a locker that is not whole keeps its keys', async () => {
  const made = await make();
  const folder = diskFolder('/locker', { disk: made.disk });
  const [file] = must(await folder.list()).entries.filter(({ name }) => name.startsWith('files/'));
  if (file !== undefined) must(await folder.remove(file.name));
  must(await (await open(made.disk, passphrase).then(must)).close()); // makes this device's key of views
  const before = await listOf(made.disk);
  expect(await renew(made.disk)).toEqual(fail('renewal-unclean'));
  expect(await listOf(made.disk)).toEqual(before);
});

/** Every operation takes many minutes: as a rule every so many, another set for each kind. */
const stride = operationsApart(24);

test.each([
  ['die', 'kill', 0],
  ['die', 'power-loss', 7],
  ['refuse', 'kill', 13],
] as const)('%s at any operation, %s, then going on', async (kind, end, first) => {
  const made = await make();
  const before = must(await open(made.disk.survivor('kill'), passphrase));
  const wanted = seen(before.state);
  const whole = made.disk.survivor('kill');
  expect(await renew(whole)).toEqual(ok(null));
  for (let at = 1 + (first % stride); at <= whole.count; at += stride) {
    const fault: Fault = { at, kind, code: 'EIO' };
    const disk = made.disk.survivor('kill', fault);
    const answer = await renew(disk);
    const label = `${kind} at ${String(at)} of ${String(whole.count)}, ${end}`;
    const left = disk.survivor(end);
    const { isNew } = await examine(left, made, wanted, label);
    if (answer.ok) expect(isNew, label).toBe(true);
    if (isNew) continue;
    expect(await renew(left), label).toEqual(ok(null));
    const again = await examine(left, made, wanted, `${label}, gone on`);
    expect(again.isNew, label).toBe(true);
    expect(again.report.stray, label).toEqual([]);
  }
});

/** A renewal that died after its files were sealed, and the locker opened again. */
async function cutOff(): Promise<{ disk: FaultyDisk; made: Made; locker: OpenLocker }> {
  const made = await make();
  const whole = made.disk.survivor('kill');
  expect(await renew(whole)).toEqual(ok(null));
  const at = Math.round(whole.count * 0.6);
  const dying = made.disk.survivor('kill', { at, kind: 'die', code: 'EIO' });
  expect((await renew(dying)).ok).toBe(false);
  const disk = dying.survivor('kill');
  const locker = must(await open(disk, passphrase));
  expect(locker.lockerId).toBe(made.oldId);
  expect(must(await isRenewalBegun(locker.eyes))).toBe(true);
  return { disk, made, locker };
}

test('what is done, removed or named while a renewal waits is in the new locker', async () => {
  const { disk, made, locker } = await cutOff();
  const { source } = await importSource(locker, new TextEncoder().encode('a third document'));
  must(await locker.act([markAct(source, 'third')], testPerson.id));
  must(await locker.close());
  const before = must(await open(disk, passphrase));
  const wanted = seen(before.state);
  must(await before.close());
  expect(await renew(disk)).toEqual(ok(null));
  const locked = must(await open(disk, passphrase));
  expect(locked.lockerId).not.toBe(made.oldId);
  expect(seen(locked.state)).toEqual(wanted);
  expect(await readAll(locked)).toEqual(['a third document', ...texts].sort());
  expect(must(await locked.check())).toMatchObject({ damage: [], missing: [], stray: [] });
});

test('what is deleted for good while a renewal waits is in no new file and under no new key', async () => {
  const { disk, locker } = await cutOff();
  const [source] = locker.state.sources.keys();
  const begun = await slotIds(disk);
  must(await locker.purge(there(source), testPerson.id));
  must(await locker.close());
  expect(await renew(disk)).toEqual(ok(null));
  const renewed = must(await open(disk, passphrase));
  expect(begun).not.toContain(renewed.lockerId); // what had been prepared was dropped, its keys with it
  expect(renewed.state.sources.size).toBe(1);
  expect(await readAll(renewed)).toHaveLength(1);
  expect(must(await renewed.check())).toMatchObject({ damage: [], missing: [], stray: [] });
});

async function slotIds(disk: FaultyDisk): Promise<string[]> {
  const ids: string[] = [];
  for (const { name } of await listOf(disk)) {
    if (!name.startsWith('slots/')) continue;
    const bytes = must(await diskFolder('/locker', { disk }).read(name, 0, 4096));
    const line = new TextDecoder().decode(bytes).split('\n', 1)[0] ?? '';
    ids.push((JSON.parse(line) as { lockerId: string }).lockerId);
  }
  return ids;
}

test('a renewal that waits can be dropped, and nothing of it is left', async () => {
  const { disk, made, locker } = await cutOff();
  must(await dropRenewal(locker.eyes));
  expect(must(await isRenewalBegun(locker.eyes))).toBe(false);
  expect(new Set(await slotIds(disk))).toEqual(new Set([made.oldId]));
  expect(locker.withoutThisRun(must(await locker.check()))).toMatchObject({
    damage: [],
    missing: [],
    stray: [],
  });
});

test('a passphrase that was changed while a renewal waits renews all the same', async () => {
  const { disk, made, locker } = await cutOff();
  const next = passphraseBytes('another one altogether');
  const proof = { kind: 'passphrase', passphrase } as const;
  const change = { passphrase: next, cost: cheapCost };
  must(await locker.slots.changePassphrase(proof, change, testPerson.id));
  must(await locker.close());
  expect(await renew(disk, next)).toEqual(ok(null));
  const renewed = must(await open(disk, next));
  expect(renewed.lockerId).not.toBe(made.oldId);
  expect(await readAll(renewed)).toEqual(texts);
  expect(must(await renewed.check())).toMatchObject({ damage: [], missing: [], stray: [] });
  expect(await open(disk, passphrase)).toEqual(fail('secret-wrong'));
});

test('an older copy stays shut after slots were changed, and a renewal can be done again', async () => {
  const made = await make();
  const older = made.disk.survivor('kill');
  const disk = made.disk.survivor('kill');
  expect(await renew(disk)).toEqual(ok(null));
  const once = must(await open(disk, passphrase));
  const next = passphraseBytes('another one altogether');
  const proof = { kind: 'passphrase', passphrase } as const;
  must(
    await once.slots.changePassphrase(proof, { passphrase: next, cost: cheapCost }, testPerson.id),
  );
  must(await once.close());
  expect(await open(await merge(older, disk), passphrase)).toEqual(fail('locker-renewed'));
  expect(await renew(disk, next)).toEqual(ok(null));
  const merged = await merge(older, disk);
  expect(await open(merged, passphrase)).toEqual(fail('locker-renewed'));
  const twice = must(await open(merged, next));
  expect(twice.lockerId).not.toBe(once.lockerId);
  expect(await readAll(twice)).toEqual(texts);
});

test('what another device wrote and brings later is not deleted', async () => {
  const made = await make();
  const late = made.disk.survivor('kill');
  const host = await hostOf(diskFolder('/locker', { disk: late }), deviceB);
  const theirLocker = must(await openLocker(host, { passphrase }));
  await importSource(theirLocker, new TextEncoder().encode('not arrived yet'));
  const { segment } = theirLocker;
  must(await theirLocker.close());
  expect(await renew(made.disk)).toEqual(ok(null));
  const merged = await merge(late, made.disk);
  must(await (await open(merged, passphrase).then(must)).close());
  expect((await listOf(merged)).map(({ name }) => name)).toContain(segment);
});

test('nothing takes the place of a locker that grew while its keys were renewed', async () => {
  const made = await make();
  const late = made.disk.survivor('kill');
  const host = await hostOf(diskFolder('/locker', { disk: late }), deviceB);
  const theirLocker = must(await openLocker(host, { passphrase }));
  await importSource(theirLocker, new TextEncoder().encode('arrives in between'));
  must(await theirLocker.close());
  let merging: Promise<unknown> | undefined;
  const answer = await renew(made.disk, passphrase, {
    progress: (stage, done, total) => {
      if (stage === 'sealing' && done === total) merging ??= mergeInto(late, made.disk);
    },
  });
  await merging;
  expect(answer).toEqual(fail('renewal-unclean'));
  const locker = must(await open(made.disk, passphrase));
  expect(locker.lockerId).toBe(made.oldId);
  expect(await readAll(locker)).toContain('arrives in between');
});
