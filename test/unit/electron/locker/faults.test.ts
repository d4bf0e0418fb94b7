// The folder's code and the core on it, over a disk that fails or dies at its n-th operation, for every n. What was
// acknowledged is there afterwards, whatever happened; what was not leaves no state between old and new.
import { expect, test, vi } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { randomId, type FileId } from '../../../../shared/evidence/ids.ts';
import type { Change } from '../../../../shared/journal/change.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import type { Result } from '../../../../shared/result.ts';
import { FaultyDisk, type Fault } from '../../../support/faulty-disk.ts';
import {
  cheapCost,
  createSmallLocker,
  importedAct,
  markAct,
  must,
  passphraseBytes,
  streamOf,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

vi.setConfig({ testTimeout: 300_000 });

const oldPassphrase = passphraseBytes();
const newPassphrase = passphraseBytes('quite another passphrase of words');
const original = Uint8Array.from({ length: 50_000 }, (_, index) => index & 255);

/** What the person was told, step by step. */
interface Story {
  created: boolean;
  readonly acknowledged: Change[];
  readonly sealed: FileId[];
  passphrase: 'old' | 'changing' | 'new';
}

async function liveThrough(disk: FaultyDisk): Promise<Story> {
  const story: Story = { created: false, acknowledged: [], sealed: [], passphrase: 'old' };
  const folder = diskFolder('/locker', { disk });
  const note = (result: Result<readonly Change[]>): void => {
    if (result.ok) story.acknowledged.push(...result.value);
  };
  let locker: OpenLocker;
  try {
    ({ locker } = await createSmallLocker(await testHost(folder)));
  } catch {
    return story;
  }
  story.created = true;
  story.acknowledged.push(...locker.changes);
  const source = randomId();
  const named = { name: 'report.txt', mediaType: 'text/plain' };
  const sealed = await locker.sealFile(`source/${source}`, named, streamOf(original));
  if (sealed.ok) {
    const imported = await locker.act(
      [importedAct(source, sealed.value, 'report.txt')],
      testPerson.id,
    );
    note(imported);
    if (imported.ok) story.sealed.push(sealed.value.file);
  }
  const burst = ['one', 'two', 'three'].map((words) =>
    locker.act([markAct(source, words)], testPerson.id),
  );
  for (const result of await Promise.all(burst)) note(result);
  story.passphrase = 'changing';
  const current = { kind: 'passphrase', passphrase: oldPassphrase } as const;
  const next = { passphrase: newPassphrase, cost: cheapCost };
  if ((await locker.slots.changePassphrase(current, next, testPerson.id)).ok)
    story.passphrase = 'new';
  note(await locker.act([markAct(source, 'after the change')], testPerson.id));
  await locker.close();
  return story;
}

async function open(disk: FaultyDisk, passphrase: Uint8Array<ArrayBuffer>) {
  return openLocker(await testHost(diskFolder('/locker', { disk })), { passphrase });
}

/** Opens what is left and compares it with what was promised. */
async function examine(story: Story, left: FaultyDisk, label: string): Promise<void> {
  const byOld = await open(left, oldPassphrase);
  const byNew = await open(left, newPassphrase);
  if (!story.created) {
    if (!byOld.ok) expect(['locker-absent', 'secret-wrong'], label).toContain(byOld.error);
    return;
  }
  if (story.passphrase === 'old') expect(byOld.ok, label).toBe(true);
  if (story.passphrase === 'new') expect([byOld.ok, byNew.ok], label).toEqual([false, true]);
  const opened = byNew.ok ? byNew : byOld;
  const locker = must(opened);
  const kept = new Map(locker.changes.map((change) => [change.id, change]));
  for (const change of story.acknowledged) expect(kept.get(change.id), label).toEqual(change);
  for (const file of story.sealed) {
    expect(must(await locker.openFile(file)).bytes, label).toEqual(original);
  }
  const report = must(await locker.check());
  expect(report, label).toMatchObject({ damage: [], missing: [], notArrived: [], foreign: 0 });
  const [known] = locker.state.sources.keys();
  must(await locker.act([markAct(known ?? randomId(), 'going on')], testPerson.id));
  must(await locker.close());
}

async function forEveryOperation(
  fault: Omit<Fault, 'at'>,
  ends: readonly ('kill' | 'power-loss')[],
): Promise<number> {
  const whole = new FaultyDisk();
  await liveThrough(whole);
  for (let at = 1; at <= whole.count; at++) {
    const disk = new FaultyDisk({ ...fault, at });
    const story = await liveThrough(disk);
    for (const end of ends) {
      await examine(story, disk.survivor(end), `${fault.kind} at operation ${String(at)}, ${end}`);
    }
  }
  return whole.count;
}

test('nothing goes wrong while nothing fails', async () => {
  const disk = new FaultyDisk();
  const story = await liveThrough(disk);
  expect(story).toMatchObject({ created: true, passphrase: 'new' });
  expect(story.acknowledged).toHaveLength(9);
  await examine(story, disk.survivor('kill'), 'kill');
  await examine(story, disk.survivor('power-loss'), 'power loss');
});

test('dying at any file operation, by a kill or a power loss, loses nothing acknowledged', async () => {
  const operations = await forEveryOperation({ kind: 'die', code: 'EIO' }, ['kill', 'power-loss']);
  expect(operations).toBeGreaterThan(80);
});

test('an operation that fails once loses nothing acknowledged, and the session goes on', async () => {
  await forEveryOperation({ kind: 'refuse', code: 'EIO' }, ['kill', 'power-loss']);
});

test('a disk that is full from some operation on loses nothing acknowledged', async () => {
  await forEveryOperation({ kind: 'stay-broken', code: 'ENOSPC' }, ['kill']);
});
