import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseRecoveryKey } from '../../../../shared/crypto/recovery-key.ts';
import type { PersonId } from '../../../../shared/evidence/ids.ts';
import { slotName } from '../../../../shared/locker/folder.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  cheapCost,
  createSmallLocker,
  deviceB,
  must,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import * as people from '../../../support/two-people.ts';

const { mine, second } = people;
const theirs = people.theirs.passphrase;
const wrong = { kind: 'passphrase', passphrase: passphraseBytes('a guess') } as const;

let folder: MemoryFolder;
let locker: OpenLocker;
let recoveryKey: string;

beforeEach(async () => {
  folder = memoryFolder();
  ({ locker, recoveryKey } = await createSmallLocker(await testHost(folder)));
});

const openWith = (passphrase: Uint8Array<ArrayBuffer>) => people.openWith(folder, { passphrase });

async function openerOf(opened: OpenLocker): Promise<PersonId | undefined> {
  return must(await opened.slots.opener());
}

async function addSecond(): Promise<void> {
  must(await people.addSecond(locker));
}

async function slotOf(person: PersonId): Promise<string> {
  const present = must(await locker.slots.list());
  return there(present.find((slot) => slot.person === person && slot.kind === 'passphrase')).id;
}

const slotsThere = () => people.slotsIn(folder);

describe('several people', () => {
  test('each open with a passphrase of their own, and are who it was made for', async () => {
    await addSecond();
    expect(await openerOf(must(await openWith(mine.passphrase)))).toBe(testPerson.id);
    const opened = must(await openWith(theirs));
    expect(await openerOf(opened)).toBe(second.id);
    expect(opened.state.people.get(second.id)).toEqual(second);
    const byRecovery = must(await openLocker(await testHost(folder), { recoveryKey }));
    expect(await openerOf(byRecovery)).toBe(testPerson.id);
  });

  test('are named by what was said last, and not anew where it says nothing new', async () => {
    await addSecond();
    const namings = () =>
      locker.changes.filter(
        ({ kind, payload }) => kind === 'person-named' && payload.person.id === second.id,
      );
    for (const person of [
      { ...second, colour: '#17616b' },
      { ...second, name: 'B. O.' },
    ]) {
      const before = namings().length;
      must(await people.addSecond(locker, { person }));
      expect(locker.state.people.get(second.id)).toEqual(person);
      must(await people.addSecond(locker, { person }));
      expect(namings()).toHaveLength(before + 1);
    }
  });

  test('names and people stand nowhere in the slots', async () => {
    await addSecond();
    for (const name of slotsThere()) {
      const text = new TextDecoder().decode(folder.files.get(name));
      for (const secret of [second.name, second.id, 'At the office', testPerson.id]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  test('are added by somebody who proves a secret of now, and by nobody else', async () => {
    const before = new Map(folder.files);
    const next = { passphrase: theirs, cost: cheapCost, person: second, label: '' };
    expect(await locker.slots.add(wrong, next, testPerson.id)).toEqual(fail('secret-wrong'));
    expect(folder.files).toEqual(before);
  });

  test('change their own passphrase only, and never another’s', async () => {
    await addSecond();
    const next = { passphrase: passphraseBytes('the next of the second'), cost: cheapCost };
    expect(await locker.slots.changePassphrase(mine, next, second.id)).toEqual(
      fail('secret-wrong'),
    );
    must(await locker.slots.changePassphrase(people.theirs, next, second.id));
    expect((await openWith(theirs)).ok).toBe(false);
    expect((await openWith(mine.passphrase)).ok).toBe(true);
    const opened = must(await openWith(next.passphrase));
    expect(await openerOf(opened)).toBe(second.id);
    const present = must(await opened.slots.list());
    expect(present.find(({ openedThis }) => openedThis)?.label).toBe('At the office');
  });

  test('a new passphrase by the recovery key replaces those of its person only', async () => {
    await addSecond();
    const key = there(await parseRecoveryKey(recoveryKey));
    const next = { passphrase: passphraseBytes('remembered this time'), cost: cheapCost };
    must(await locker.slots.changePassphrase({ kind: 'recovery', key }, next, testPerson.id));
    expect((await openWith(mine.passphrase)).ok).toBe(false);
    expect((await openWith(theirs)).ok).toBe(true);
    expect((await openWith(next.passphrase)).ok).toBe(true);
  });
});

describe('taking away', () => {
  test('a passphrase no longer opens, and its person stays named', async () => {
    await addSecond();
    must(await locker.slots.remove(mine, await slotOf(second.id), testPerson.id));
    expect(await openWith(theirs)).toEqual(fail('secret-wrong'));
    const opened = must(await openWith(mine.passphrase));
    expect(opened.state.people.get(second.id)).toEqual(second);
    expect(must(await opened.check())).toMatchObject({ damage: [], missing: [], stray: [] });
  });

  test('the last passphrase stays, whatever is proven', async () => {
    const key = there(await parseRecoveryKey(recoveryKey));
    const last = await slotOf(testPerson.id);
    for (const proof of [mine, { kind: 'recovery', key } as const]) {
      expect(await locker.slots.remove(proof, last, testPerson.id)).toEqual(fail('slot-last'));
    }
    expect((await openWith(mine.passphrase)).ok).toBe(true);
  });

  test('nothing goes without a secret of now', async () => {
    await addSecond();
    const before = new Map(folder.files);
    const unknown = await locker.slots.remove(mine, 'f'.repeat(32), testPerson.id);
    expect(unknown).toEqual(fail('not-there'));
    const removed = await locker.slots.remove(wrong, await slotOf(second.id), testPerson.id);
    expect(removed).toEqual(fail('secret-wrong'));
    expect(folder.files).toEqual(before);
  });

  test('a slot that the disk does not let go is told of', async () => {
    await addSecond();
    const slot = await slotOf(second.id);
    folder.remove = () => Promise.resolve(fail('folder-read-only'));
    const removed = await locker.slots.remove(mine, slot, testPerson.id);
    expect(removed).toEqual(fail('folder-read-only'));
  });

  test('what comes back with an older copy lets nobody in, and is deleted by who may', async () => {
    await addSecond();
    const older = new Map(folder.files);
    const slot = await slotOf(second.id);
    must(await locker.slots.remove(mine, slot, testPerson.id));
    must(await locker.close());
    folder.files.set(slotName(slot), there(older.get(slotName(slot))));
    expect(await openWith(theirs)).toEqual(fail('secret-wrong'));
    expect(folder.files.has(slotName(slot))).toBe(true);
    must(await openWith(mine.passphrase));
    expect(folder.files.has(slotName(slot))).toBe(false);
  });

  test('what comes back with an older copy proves nothing to who has the locker open', async () => {
    await addSecond();
    const slot = await slotOf(second.id);
    const bytes = there(folder.files.get(slotName(slot)));
    must(await locker.slots.remove(mine, slot, testPerson.id));
    folder.files.set(slotName(slot), bytes);
    const again = await people.addSecond(locker, { proof: people.theirs });
    expect(again).toEqual(fail('secret-wrong'));
  });

  test('who was let in by a passphrase that had been replaced can change it', async () => {
    const older = new Map(folder.files);
    const [next, last] = ['the next one', 'the one after'].map((words) => ({
      ...{ passphrase: passphraseBytes(words), cost: cheapCost },
    }));
    must(await locker.slots.changePassphrase(mine, there(next), testPerson.id));
    must(await locker.close());
    for (const [name, bytes] of older) if (name.startsWith('slots/')) folder.files.set(name, bytes);
    const opened = must(await openWith(mine.passphrase));
    must(await opened.slots.changePassphrase(mine, there(last), testPerson.id));
    expect((await openWith(mine.passphrase)).ok).toBe(false);
    expect((await openWith(there(last).passphrase)).ok).toBe(true);
  });

  test('two who took each other’s passphrase away in two copies can both still open', async () => {
    await addSecond();
    must(await locker.close());
    const copy = memoryFolder(new Map(folder.files));
    const a = must(await openWith(mine.passphrase));
    const [slotA, slotB] = [await slotOf(testPerson.id), await slotOf(second.id)];
    must(await a.slots.remove(mine, slotB, testPerson.id));
    must(await a.close());
    const host = await testHost(copy, deviceB);
    const b = must(await openLocker(host, { passphrase: theirs }));
    must(await b.slots.remove(people.theirs, slotA, second.id));
    must(await b.close());
    for (const [name, bytes] of copy.files) folder.files.set(name, bytes);
    expect((await openWith(mine.passphrase)).ok).toBe(true);
    expect((await openWith(theirs)).ok).toBe(true);
  });
});

describe('the recovery key', () => {
  test('is checked without changing anything', async () => {
    const before = new Map(folder.files);
    const key = there(await parseRecoveryKey(recoveryKey));
    expect(await locker.slots.prove({ kind: 'recovery', key })).toEqual(ok(null));
    const other = { kind: 'recovery', key: key.with(0, (key[0] ?? 0) ^ 1) } as const;
    expect(await locker.slots.prove(other)).toEqual(fail('secret-wrong'));
    expect(folder.files).toEqual(before);
  });

  test('is replaced when the new one was written, not before', async () => {
    const before = new Map(folder.files);
    const prepared = must(await locker.slots.prepareRecovery(mine));
    expect(folder.files).toEqual(before);
    must(await prepared.write(testPerson.id));
    const host = await testHost(folder);
    expect(await openLocker(host, { recoveryKey })).toEqual(fail('secret-wrong'));
    expect((await openLocker(host, { recoveryKey: prepared.recoveryKey })).ok).toBe(true);
    expect(slotsThere()).toHaveLength(2);
  });

  test('is of whoever replaced it', async () => {
    await addSecond();
    must(await must(await locker.slots.prepareRecovery(mine)).write(second.id));
    const present = must(await locker.slots.list()).filter(({ kind }) => kind === 'recovery');
    expect(present).toMatchObject([{ person: second.id, label: 'Recovery key', gone: null }]);
    expect(must(await locker.check())).toMatchObject({ unexplained: [], stray: [], damage: [] });
  });

  test('stays where the new one could not be written', async () => {
    const prepared = must(await locker.slots.prepareRecovery(mine));
    const create = folder.create.bind(folder);
    folder.create = () => Promise.resolve(fail('disk-full'));
    expect(await prepared.write(testPerson.id)).toEqual(fail('disk-full'));
    folder.create = create;
    expect(slotsThere()).toHaveLength(2);
    expect((await openLocker(await testHost(folder), { recoveryKey })).ok).toBe(true);
  });

  test('that is wrong or none is stretched as often as a wrong passphrase', async () => {
    await addSecond();
    const host = await testHost(folder);
    const argon2 = vi.fn(host.argon2);
    const stretched = async (given: Parameters<typeof openLocker>[1]) => {
      argon2.mockClear();
      expect(await openLocker({ ...host, argon2 }, given)).toEqual(fail('secret-wrong'));
      return argon2.mock.calls.map(([, , cost]) => cost);
    };
    const expected = [cheapCost, cheapCost];
    expect(await stretched({ passphrase: wrong.passphrase })).toEqual(expected);
    const first = recoveryKey.startsWith('0') ? '1' : '0';
    expect(await stretched({ recoveryKey: first + recoveryKey.slice(1) })).toEqual(expected);
    expect(await stretched({ recoveryKey: 'nonsense' })).toEqual(expected);
    const [unknown] = [must(await locker.slots.prepareRecovery(mine)).recoveryKey];
    expect(await stretched({ recoveryKey: unknown })).toEqual(expected);
  });
});

describe('a locker of before the journal knew slots', () => {
  beforeEach(async () => {
    const library = { subject: 'library' } as const;
    for (const name of folder.files.keys()) {
      if (name.startsWith('journal/')) folder.files.delete(name);
    }
    locker = must(await openWith(mine.passphrase));
    const named = { ...library, kind: 'person-named', payload: { person: testPerson } } as const;
    must(await locker.act([named], testPerson.id));
  });

  test('shows what it has, as its first person’s', async () => {
    const present = must(await locker.slots.list());
    expect(present.map(({ label, person }) => [label, person]).sort()).toEqual([
      ['Passphrase', testPerson.id],
      ['Recovery key', testPerson.id],
    ]);
  });

  test('learns whose they are when somebody is added', async () => {
    await addSecond();
    const opened = must(await openWith(mine.passphrase));
    expect(await openerOf(opened)).toBe(testPerson.id);
    const known = must(await opened.slots.list());
    expect(known.every(({ addedAt }) => addedAt !== undefined)).toBe(true);
  });
});
