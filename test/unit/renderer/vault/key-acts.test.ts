// Who can open the locker, through the vault's own calls: every act proves a secret of now, an old key goes only once the new
// one is proven, and nothing that was typed or drawn stays in memory.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Proof } from '../../../../renderer/vault/calls/keys.ts';
import type { VaultEvent } from '../../../../renderer/vault/contract.ts';
import type { Door } from '../../../../renderer/vault/door.ts';
import type { KeyActs } from '../../../../renderer/vault/key-acts.ts';
import { leastCost } from '../../../../shared/crypto/argon2.ts';
import type { Person } from '../../../../shared/evidence/person.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import { slotName, type FolderName } from '../../../../shared/locker/folder.ts';
import { fail, type Result } from '../../../../shared/result.ts';
import { FailingKdfWorker, KdfWorker } from '../../../support/kdf-worker.ts';
import { doorTo, goodPassphrase, lengthOf, type, vaultHost } from '../../../support/locker-door.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { putSlot } from '../../../support/put-slot.ts';
import { refuse } from '../../../support/refuse.ts';
import {
  createSmallLocker,
  importSource,
  must,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { slotsIn } from '../../../support/two-people.ts';
import { secretsLeft, secretsSeen, watchSecrets } from '../../../support/watched-secrets.ts';

vi.mock('../../../../shared/crypto/recovery-key.ts', async (original) => {
  const { watchedKeys } = await import('../../../support/watched-secrets.ts');
  return watchedKeys(original);
});

const passphrase = 'correct horse battery staple';
const second = { id: null, name: 'B. Oyelaran', colour: '#8e3b73' };
let folder: MemoryFolder;
let lockerId: string;
let recoveryKey: string;
let events: VaultEvent[];
let door: Door;
let keys: KeyActs;

beforeEach(async () => {
  vi.stubGlobal('Worker', KdfWorker);
  folder = memoryFolder();
  events = [];
  const made = await createSmallLocker(await vaultHost(folder), leastCost);
  await importSource(made.locker, new TextEncoder().encode('The shelters were closed.'));
  must(await made.locker.close());
  lockerId = made.locker.eyes.keys.lockerId;
  ({ recoveryKey } = made);
  await open(passphrase);
  watchSecrets();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function open(typed: string): Promise<void> {
  door = await doorTo(folder, (event) => events.push(event));
  await type(door, 'passphrase', typed);
  must(await door.unlock({ by: 'passphrase' }));
  keys = must(door.keys);
}

async function opensTo(by: 'passphrase' | 'recovery', typed: string): Promise<boolean> {
  const other = await doorTo(folder);
  await type(other, by, typed);
  const { ok } = await other.unlock({ by });
  must(await other.close());
  return ok;
}

/** What proves an act, and what a new passphrase is to be. */
async function typeAll(current: string, next = goodPassphrase): Promise<void> {
  await type(door, 'current', current);
  await type(door, 'passphrase', next);
  await type(door, 'repeat', next);
}

async function add(
  person: { readonly id: Person['id'] | null; readonly name: string; readonly colour: string },
  { current = passphrase, next = goodPassphrase, label = 'At the office' } = {},
): Promise<void> {
  await typeAll(current, next);
  must(await keys.add({ person, label, proof: 'passphrase' }));
}

const changes = () => events.filter(({ kind }) => kind === 'changed').length;
const peopleNow = async () => must(await keys.read()).people;

describe('who can open the locker', () => {
  test('is listed with the person of each passphrase, you first, those without any last', async () => {
    const none: Person = { id: randomId(), name: 'C. Anyo', colour: '#333333' };
    const naming = { subject: 'library', kind: 'person-named', payload: { person: none } } as const;
    must(await must(door.session).act([naming]));
    await add(second);
    const key = (label: string) => ({ label, openedThis: false });
    expect(await peopleNow()).toMatchObject([
      { person: testPerson, isYou: true, keys: [{ label: 'Passphrase', openedThis: true }] },
      { person: { name: 'B. Oyelaran' }, isYou: false, keys: [key('At the office')] },
      { person: none, isYou: false, keys: [] },
    ]);
    const view = must(await keys.read());
    expect(view.recovery).toMatchObject([key('Recovery key')]);
    expect(view).toMatchObject({ unknown: [], renewalBegun: false });

    must(await door.close());
    await open(goodPassphrase);
    expect((await peopleNow()).map(({ person, isYou }) => [person.name, isYou])).toEqual([
      ['B. Oyelaran', true],
      ['R. Ito', false],
      ['C. Anyo', false],
    ]);
  });

  test('is in the order in which keys were added, however the folder lists them', async () => {
    for (const label of ['two', 'three', 'four', 'five']) {
      await add(testPerson, { next: `${goodPassphrase} ${label}`, label });
    }
    const labels = async () => there((await peopleNow())[0]).keys.map(({ label }) => label);
    const added = ['Passphrase', 'two', 'three', 'four', 'five'];
    expect(await labels()).toEqual(added);
    listBackwards(folder);
    expect(await labels()).toEqual(added);
  });

  test('is in one order always, of keys of which nobody knows when they were added, too', async () => {
    const at = (kind: 'passphrase' | 'recovery') => putSlot(folder, lockerId, {}, kind);
    await Promise.all([at('recovery'), at('recovery'), at('recovery')]);
    const unknown = async () =>
      must(await keys.read()).recovery.flatMap(({ slot, addedAt }) =>
        addedAt === null ? [slot] : [],
      );
    const once = await unknown();
    expect(once).toHaveLength(3);
    expect(once).toEqual(once.toSorted());
    listBackwards(folder);
    expect(await unknown()).toEqual(once);
  });

  test('includes a passphrase of which nobody can say whose it is, apart from the others', async () => {
    await add(second);
    const name = await putSlot(folder, lockerId, {}, 'passphrase');
    const { unknown, people } = must(await keys.read());
    expect(unknown).toMatchObject([{ slot: name.slice('slots/'.length), addedAt: null }]);
    expect(people.map((each) => each.keys.length)).toEqual([1, 1]);
  });

  test('does not include a key that was taken away and lies there again', async () => {
    await add(second);
    const before = new Map(folder.files);
    const [, theirs] = await peopleNow();
    const slot = there(theirs?.keys[0]).slot;
    await type(door, 'current', passphrase);
    must(await keys.remove({ slot, proof: 'passphrase' }));
    putBack(before, slotName(slot));
    expect((await peopleNow()).map((each) => each.keys.length)).toEqual([1, 0]);
  });

  test('includes the key this session was opened with, taken away or not', async () => {
    await add(second);
    must(await door.close());
    await open(goodPassphrase);
    const before = new Map(folder.files);
    const slot = there((await peopleNow())[0]?.keys[0]).slot;
    await type(door, 'current', passphrase);
    must(await keys.remove({ slot, proof: 'passphrase' }));
    putBack(before, slotName(slot));
    expect(await peopleNow()).toMatchObject([
      { isYou: true, keys: [{ slot, openedThis: true }] },
      {},
    ]);
  });

  function putBack(before: ReadonlyMap<FolderName, Uint8Array<ArrayBuffer>>, name: FolderName) {
    folder.files.set(name, there(before.get(name)));
  }
});

describe('an act about keys', () => {
  const proofs: readonly (readonly [Proof, () => string])[] = [
    ['passphrase', () => passphrase],
    ['recovery', () => recoveryKey],
  ];
  test.each(proofs)('is proven by the %s, and tells that something changed', async (proof, now) => {
    await typeAll(now());
    const before = changes();
    must(await keys.add({ person: second, label: 'At home', proof }));
    expect(changes()).toBeGreaterThan(before);
    expect(await opensTo('passphrase', goodPassphrase)).toBe(true);
    expect(await opensTo('passphrase', passphrase)).toBe(true);
  });

  test.each(proofs)('is refused to what is no %s of the locker', async (proof) => {
    const before = slotsIn(folder);
    await typeAll('nothing that opens');
    const added = await keys.add({ person: second, label: 'At home', proof });
    expect(added).toEqual(fail('secret-wrong'));
    expect(slotsIn(folder)).toEqual(before);
  });

  test.each(proofs)('clears what was typed, and overwrites it: by the %s', async (proof, now) => {
    await typeAll(now());
    must(await keys.changePassphrase({ proof }));
    for (const field of ['current', 'passphrase', 'repeat'] as const) {
      expect(await lengthOf(door, field)).toBe(0);
    }
    expect(secretsSeen()).toHaveLength(2);
    expect(secretsLeft()).toEqual([]);
    expect(await opensTo('passphrase', goodPassphrase)).toBe(true);
    expect(await opensTo('passphrase', passphrase)).toBe(false);
  });

  test('that was refused leaves the fields, to be corrected, and nothing else of what was typed', async () => {
    await typeAll('nothing that opens');
    expect(await keys.changePassphrase({ proof: 'passphrase' })).toEqual(fail('secret-wrong'));
    expect(secretsSeen()).toHaveLength(2);
    expect(secretsLeft()).toEqual([]);
    await type(door, 'current', passphrase);
    must(await keys.changePassphrase({ proof: 'passphrase' }));
  });

  test('that fails in between leaves no secret in memory, and tells that something may have changed', async () => {
    vi.stubGlobal('Worker', FailingKdfWorker);
    await typeAll(passphrase);
    const before = changes();
    await expect(keys.changePassphrase({ proof: 'passphrase' })).rejects.toThrow();
    expect(secretsSeen()).toHaveLength(2);
    expect(secretsLeft()).toEqual([]);
    expect(changes()).toBe(before + 1);
  });

  test('of which the disk refused a part tells that something changed', async () => {
    await typeAll(passphrase);
    refuse(folder, { what: 'remove' });
    const before = changes();
    expect(await keys.changePassphrase({ proof: 'passphrase' })).toEqual(fail('disk-full'));
    expect(changes()).toBe(before + 1);
  });
});

describe('checking the recovery key', () => {
  test.each([
    ['the one of the locker', () => recoveryKey, true],
    ['another', () => recoveryKey.replaceAll(/[0-9]/gu, '7'), false],
  ])('says whether it is %s, forgets it, and changes nothing', async (_, typed, opens) => {
    const before = new Map(folder.files);
    await type(door, 'recovery', typed());
    expect((await keys.checkRecovery()).ok).toBe(opens);
    expect(await lengthOf(door, 'recovery')).toBe(0);
    expect(secretsLeft()).toEqual([]);
    expect(folder.files).toEqual(before);
  });

  test('forgets it, too, where it cannot be checked', async () => {
    vi.stubGlobal('Worker', FailingKdfWorker);
    await type(door, 'recovery', `${recoveryKey}0`);
    await expect(keys.checkRecovery()).rejects.toThrow('the key derivation failed');
    expect(await lengthOf(door, 'recovery')).toBe(0);
  });
});

describe('a new recovery key', () => {
  async function replace(): Promise<string> {
    await type(door, 'current', passphrase);
    return must(await keys.replaceRecovery({ proof: 'passphrase' })).recoveryKey;
  }

  async function confirm(typed: string): Promise<Result<null>> {
    await type(door, 'recovery', typed);
    return keys.confirmRecovery();
  }

  test('is shown only to a secret of now', async () => {
    await type(door, 'current', 'nothing that opens');
    const shown = await keys.replaceRecovery({ proof: 'passphrase' });
    expect(shown).toEqual(fail('secret-wrong'));
    expect(await keys.confirmRecovery()).toEqual(fail('recovery-unproven'));
  });

  test('counts, and the old one goes, only once it was typed back', async () => {
    const before = new Map(folder.files);
    const shown = await replace();
    for (const typed of ['', recoveryKey, shown.slice(0, -1)]) {
      expect(await confirm(typed)).toEqual(fail('recovery-unproven'));
    }
    expect(folder.files).toEqual(before);

    const told = changes();
    must(await confirm(shown.toLowerCase()));
    expect(changes()).toBe(told + 1);
    expect(await lengthOf(door, 'recovery')).toBe(0);
    expect(await opensTo('recovery', shown)).toBe(true);
    expect(await opensTo('recovery', recoveryKey)).toBe(false);
  });

  test('leaves nothing in memory once it counts, and is not written again', async () => {
    const shown = await replace();
    must(await confirm(shown));
    expect(secretsSeen()).toHaveLength(2);
    expect(secretsLeft()).toEqual([]);
    const after = slotsIn(folder);
    expect(await confirm(shown)).toEqual(fail('recovery-unproven'));
    expect(slotsIn(folder)).toEqual(after);
  });

  test.each(['create', 'remove'] as const)(
    'that the disk refused (%s) is told, and can be confirmed again as it was typed',
    async (what) => {
      const shown = await replace();
      const back = refuse(folder, { what, inside: 'slots/' });
      const told = changes();
      expect(await confirm(shown)).toEqual(fail('disk-full'));
      expect(changes()).toBe(told + 1);
      back();
      must(await keys.confirmRecovery());
      expect(await opensTo('recovery', shown)).toBe(true);
      expect(await opensTo('recovery', recoveryKey)).toBe(false);
    },
  );

  test('that could not be written for another reason can be confirmed again, too', async () => {
    const shown = await replace();
    const told = changes();
    vi.spyOn(folder, 'create').mockRejectedValueOnce(new Error('the page’s way to the disk ended'));
    await expect(confirm(shown)).rejects.toThrow();
    expect(changes()).toBe(told + 1);
    must(await keys.confirmRecovery());
    expect(secretsLeft()).toEqual([]);
    expect(await opensTo('recovery', shown)).toBe(true);
  });

  test('that another took the place of, or that was given up, leaves nothing in memory', async () => {
    const first = await replace();
    const again = await replace();
    expect(await confirm(first)).toEqual(fail('recovery-unproven'));
    expect(secretsLeft()).toHaveLength(1);
    must(await door.close());
    expect(secretsLeft()).toEqual([]);
    expect(await confirm(again)).toEqual(fail('recovery-unproven'));
  });
});

describe('new keys for everything', () => {
  async function prepare(): Promise<string> {
    await type(door, 'current', passphrase);
    return there(must(await keys.prepareRenewal()).recoveryKey ?? undefined);
  }

  test('need your passphrase, and the new recovery key typed back', async () => {
    await type(door, 'current', 'nothing that opens');
    expect(await keys.prepareRenewal()).toEqual(fail('secret-wrong'));
    await prepare();
    await type(door, 'recovery', recoveryKey);
    expect(await keys.runRenewal()).toEqual(fail('recovery-unproven'));
    expect(await lengthOf(door, 'recovery')).toBe(recoveryKey.length);
    expect(await opensTo('recovery', recoveryKey)).toBe(true);
  });

  test('leave the passphrase and the new recovery key to open it, and neither in memory', async () => {
    const shown = await prepare();
    await type(door, 'recovery', shown);
    must(await keys.runRenewal());
    expect(await lengthOf(door, 'recovery')).toBe(0);
    expect(secretsSeen()).toHaveLength(2);
    expect(secretsLeft()).toEqual([]);
    must(await door.close());
    expect(await opensTo('passphrase', passphrase)).toBe(true);
    expect(await opensTo('recovery', shown)).toBe(true);
    expect(await opensTo('recovery', recoveryKey)).toBe(false);
  });

  test('end a check that is running: what it looks at goes away', async () => {
    await type(door, 'recovery', await prepare());
    const checking = must(door.session).safekeeping.check();
    must(await keys.runRenewal());
    expect(await checking).toEqual(fail('cancelled'));
  });
});

/** A folder promises no order. */
function listBackwards(of: MemoryFolder): void {
  const list = of.list.bind(of);
  of.list = async () => {
    const listing = await list();
    return listing.ok
      ? { ...listing, value: { ...listing.value, entries: listing.value.entries.toReversed() } }
      : listing;
  };
}
