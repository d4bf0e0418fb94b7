// What the disk refuses while slots are added, replaced and taken away: it is told as it is, whoever could open still can, and
// what nobody was told to work does not.
import { beforeEach, describe, expect, test } from 'vitest';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { refuse, type Refusal } from '../../../support/refuse.ts';
import {
  cheapCost,
  createSmallLocker,
  must,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { addSecond, mine, openWith, slotsIn, theirs } from '../../../support/two-people.ts';

let folder: MemoryFolder;
let locker: OpenLocker;
let recoveryKey: string;

beforeEach(async () => {
  folder = memoryFolder();
  ({ locker, recoveryKey } = await createSmallLocker(await testHost(folder)));
});

const opens = async (secret: Parameters<typeof openWith>[1]): Promise<boolean> =>
  (await openWith(folder, secret)).ok;

describe('where the journal takes no act', () => {
  test('no slot is written', async () => {
    const before = slotsIn(folder);
    refuse(folder, { what: 'append' });
    expect(await addSecond(locker)).toEqual(fail('disk-full'));
    expect(slotsIn(folder)).toEqual(before);
  });

  test('no slot is taken away', async () => {
    must(await addSecond(locker));
    const before = slotsIn(folder);
    const added = there(must(await locker.slots.list()).at(-1));
    refuse(folder, { what: 'append' });
    const removed = await locker.slots.remove(mine, added.id, testPerson.id);
    expect(removed).toEqual(fail('disk-full'));
    expect(slotsIn(folder)).toEqual(before);
  });

  test('that a passphrase was replaced, the one before opens as well as the new one', async () => {
    const next = { passphrase: passphraseBytes('the next one'), cost: cheapCost };
    const back = refuse(folder, { what: 'append', nth: 2 });
    const changed = await locker.slots.changePassphrase(mine, next, testPerson.id);
    expect(changed).toEqual(fail('disk-full'));
    back();
    expect([await opens(mine), await opens(next)]).toEqual([true, true]);
  });
});

test('a slot that reached the disk although it was refused lets nobody in, and goes with the next opening', async () => {
  const before = slotsIn(folder);
  const create = folder.create.bind(folder);
  folder.create = async (...how) => {
    await create(...how);
    return fail('disk-full');
  };
  expect(await addSecond(locker)).toEqual(fail('disk-full'));
  expect(slotsIn(folder)).toHaveLength(before.length + 1);
  expect(await openWith(folder, theirs)).toEqual(fail('secret-wrong'));
  const opened = must(await openWith(folder, mine));
  expect(slotsIn(folder)).toEqual(before);
  expect(must(await opened.check())).toMatchObject({ unexplained: [], stray: [], damage: [] });
});

describe('a new recovery key that was refused', () => {
  test.each<[string, Refusal['what'], number]>([
    ['the act that tells of it', 'append', 1],
    ['its slot', 'create', 1],
    ['the act that ends the one before', 'append', 2],
    ['the deletion of the one before', 'remove', 1],
  ])('counts when it is tried again: %s', async (_, what, nth) => {
    const prepared = must(await locker.slots.prepareRecovery(mine));
    for (let attempt = 0; attempt < 2; attempt++) {
      const back = refuse(folder, { what, nth });
      expect(await prepared.write(testPerson.id)).toEqual(fail('disk-full'));
      back();
    }
    expect(await prepared.write(testPerson.id)).toEqual(ok(null));
    must(await openWith(folder, mine)); // deletes what does not count
    expect(await opens(prepared)).toBe(true);
    expect(await opens({ recoveryKey })).toBe(false);
    expect(slotsIn(folder)).toHaveLength(2);
    const opened = must(await openWith(folder, mine));
    expect(must(await opened.check())).toMatchObject({ unexplained: [], stray: [], damage: [] });
  });
});
