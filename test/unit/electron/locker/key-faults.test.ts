// Every act about keys, over a disk that dies or fails at its n-th operation, for every n: whoever was told "done" can open,
// whoever opens is who they are, and no state opens for nobody.
import { expect, test, vi } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import type { PersonId } from '../../../../shared/evidence/ids.ts';
import type { Person } from '../../../../shared/evidence/person.ts';
import { openLocker, type LockerSecret } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import type { Result } from '../../../../shared/result.ts';
import { FaultyDisk, type Fault } from '../../../support/faulty-disk.ts';
import {
  cheapCost,
  createSmallLocker,
  must,
  passphraseBytes,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';
import { operationsApart } from '../../../support/operations-apart.ts';

vi.setConfig({ testTimeout: 300_000 });

const mine = passphraseBytes();
const theirs = passphraseBytes('what the second person says');
const later = passphraseBytes('what the first says later');
const second: Person = {
  id: 'bb000000000000000000000000000000' as PersonId,
  name: 'B. Oyelaran',
  colour: '#8e3b73',
};
const proof = { kind: 'passphrase', passphrase: mine } as const;

/** `sure`: opens in any case. `maybe`: nobody was told. `never`: was told that it does not. */
type Promised = 'sure' | 'maybe' | 'never';
interface Story {
  readonly secrets: Map<LockerSecret, { promised: Promised; readonly person: PersonId }>;
}
type Act = (locker: OpenLocker, story: Story) => Promise<void>;

function promise(
  { secrets }: Story,
  secret: LockerSecret,
  person: PersonId,
): { before: () => void; after: (done: Result<unknown>, then: Promised) => void } {
  const entry = secrets.get(secret) ?? { promised: 'never' as Promised, person };
  secrets.set(secret, entry);
  return {
    before: () => (entry.promised = 'maybe'),
    after: (done, then) => {
      if (done.ok) entry.promised = then;
    },
  };
}

const addSecond: Act = async (locker, story) => {
  const { before, after } = promise(story, { passphrase: theirs }, second.id);
  before();
  const next = { passphrase: theirs, cost: cheapCost, person: second, label: 'Office' };
  after(await locker.slots.add(proof, next, testPerson.id), 'sure');
};

const acts: Readonly<Record<string, { readonly ready: readonly Act[]; readonly act: Act }>> = {
  'adding a person': { ready: [], act: addSecond },
  'changing a passphrase': {
    ready: [addSecond],
    act: async (locker, story) => {
      const old = promise(story, keyOf(story, mine), testPerson.id);
      const next = promise(story, { passphrase: later }, testPerson.id);
      next.before();
      old.before();
      const done = await locker.slots.changePassphrase(
        proof,
        { passphrase: later, cost: cheapCost },
        testPerson.id,
      );
      next.after(done, 'sure');
      old.after(done, 'never');
    },
  },
  'taking a passphrase away': {
    ready: [addSecond],
    act: async (locker, story) => {
      const gone = promise(story, keyOf(story, theirs), second.id);
      gone.before();
      const listed = await locker.slots.list();
      if (!listed.ok) return;
      const slot = listed.value.find(({ person }) => person === second.id);
      gone.after(await locker.slots.remove(proof, slot?.id ?? '', testPerson.id), 'never');
    },
  },
  'replacing the recovery key': {
    ready: [],
    act: async (locker, story) => {
      const [old] = Array.from(story.secrets.keys()).filter((each) => 'recoveryKey' in each);
      const prepared = await locker.slots.prepareRecovery(proof);
      if (!prepared.ok || old === undefined) return;
      const before = promise(story, old, testPerson.id);
      const next = promise(story, { recoveryKey: prepared.value.recoveryKey }, testPerson.id);
      next.before();
      before.before();
      const done = await prepared.value.write(testPerson.id);
      next.after(done, 'sure');
      before.after(done, 'never');
    },
  },
};

function keyOf({ secrets }: Story, passphrase: Uint8Array): LockerSecret {
  const found = Array.from(secrets.keys()).find(
    (each) => 'passphrase' in each && each.passphrase === passphrase,
  );
  return found ?? { passphrase: Uint8Array.from(passphrase) };
}

async function prepare(ready: readonly Act[]): Promise<{ disk: FaultyDisk; story: Story }> {
  const disk = new FaultyDisk();
  const folder = diskFolder('/locker', { disk });
  const { locker, recoveryKey } = await createSmallLocker(await testHost(folder));
  const person = testPerson.id;
  const story: Story = {
    secrets: new Map<LockerSecret, { promised: Promised; person: PersonId }>([
      [{ passphrase: mine }, { promised: 'sure', person }],
      [{ recoveryKey }, { promised: 'sure', person }],
    ]),
  };
  for (const act of ready) await act(locker, story);
  must(await locker.close());
  return { disk, story };
}

function open(disk: FaultyDisk, secret: LockerSecret) {
  const folder = diskFolder('/locker', { disk });
  return testHost(folder).then((host) => openLocker(host, secret));
}

async function examine({ secrets }: Story, left: FaultyDisk, label: string): Promise<void> {
  let opens = 0;
  for (const [secret, { promised, person }] of secrets) {
    const opened = await open(left.survivor('kill'), secret);
    if (promised === 'sure') expect(opened.ok, label).toBe(true);
    if (promised === 'never') expect(opened.ok, label).toBe(false);
    if (!opened.ok) continue;
    if ('passphrase' in secret) opens++;
    expect(must(await opened.value.slots.opener()), label).toBe(person);
    const report = must(await opened.value.check());
    expect(report, label).toMatchObject({ damage: [], missing: [], notArrived: [], foreign: 0 });
    // Opened twice, nothing is left of what did not end.
    must(await opened.value.close());
  }
  expect(opens, label).toBeGreaterThan(0);
}

async function liveThrough(name: string, fault?: Omit<Fault, 'at'>, at = 0) {
  const { ready, act } = acts[name] ?? { ready: [], act: addSecond };
  const { disk, story } = await prepare(ready);
  const next = disk.survivor('power-loss', fault && { ...fault, at });
  const opened = await open(next, { passphrase: mine });
  if (opened.ok) {
    await act(opened.value, story);
    await opened.value.close();
  }
  return { disk: next, story };
}

test.each(Object.keys(acts))('%s: dying at any operation', async (name) => {
  const whole = await liveThrough(name);
  await examine(whole.story, whole.disk, 'undisturbed');
  expect(whole.disk.count).toBeGreaterThan(20);
  for (let at = 1; at <= whole.disk.count; at += operationsApart(5)) {
    const { disk, story } = await liveThrough(name, { kind: 'die', code: 'EIO' }, at);
    for (const end of ['kill', 'power-loss'] as const) {
      await examine(story, disk.survivor(end), `${name}: ${end} at ${String(at)}`);
    }
  }
});

test.each(Object.keys(acts))('%s: one operation fails and the program goes on', async (name) => {
  const whole = await liveThrough(name);
  for (let at = 1; at <= whole.disk.count; at += operationsApart(5)) {
    const { disk, story } = await liveThrough(name, { kind: 'refuse', code: 'EIO' }, at);
    await examine(story, disk.survivor('kill'), `${name}: refused at ${String(at)}`);
  }
});
