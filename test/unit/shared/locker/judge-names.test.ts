// What a folder has and what its journal tells of: nothing that is gone or was put there goes without a word.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Act } from '../../../../shared/journal/change.ts';
import { readFolder } from '../../../../shared/locker/check-folder.ts';
import { slotName, type FolderName } from '../../../../shared/locker/folder.ts';
import { strayNames, unexplainedSlots } from '../../../../shared/locker/judge-names.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { slotAdded, slotRemoved } from '../../../../shared/locker/present-slots.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { changes } from '../../../support/numbered-changes.ts';
import {
  createSmallLocker,
  deviceB,
  must,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

const id = (digit: string): string => digit.repeat(32);
const names = (digits: string): FolderName[] => Array.from(digits, (each) => slotName(id(each)));
const listing = (digits: string) => ({
  entries: names(digits).map((name) => ({ name, sizeBytes: 1_000 })),
  foreign: 0,
});
const added = (digit: string): Act => slotAdded(id(digit), 'passphrase', testPerson.id);
const removed = (digit: string): Act => slotRemoved(id(digit));
const changed = (digit: string, replaced: string): Act => ({
  ...{ subject: 'library', kind: 'passphrase-changed' },
  payload: { slot: id(digit), replaced: Array.from(replaced, id) },
});
const renewed: Act = {
  ...{ subject: 'library', kind: 'keys-renewed' },
  payload: { from: id('f'), phrase: '', segments: [], pools: [], files: [] },
};

describe('of the slots that lie here', () => {
  /** First digits of the slots that are gone, and of those nobody knows. */
  const judge = (here: string, ...acts: readonly Act[]) => {
    const found = unexplainedSlots(listing(here), changes(...acts).reverse());
    const digits = (wanted: string) =>
      found.flatMap(({ name, what }) => (what === wanted ? [name.charAt('slots/'.length)] : []));
    return { gone: digits('slot-gone').join(''), unknown: digits('slot-unknown').join('') };
  };
  const nothing = { gone: '', unknown: '' };

  test('every one that was added and is gone is told of, and every one that no act tells of', () => {
    const three = [added('1'), added('2'), added('3')];
    expect(judge('123', ...three)).toEqual(nothing);
    expect(judge('39', ...three)).toEqual({ gone: '12', unknown: '9' });
  });

  test('one that was taken away or replaced is not missed, and not unknown where it comes back', () => {
    const acts = [added('1'), added('2'), added('3'), changed('3', '1'), removed('2')];
    expect(judge('3', ...acts)).toEqual(nothing);
    expect(judge('123', ...acts)).toEqual(nothing);
  });

  test('one of which the change of a passphrase alone tells is known, and missed like any other', () => {
    const acts = [changed('2', '1'), added('3')];
    expect(judge('23', ...acts)).toEqual(nothing);
    expect(judge('3', ...acts)).toEqual({ gone: '2', unknown: '' });
  });

  test('of a locker of before the journal told of slots nothing is said', () => {
    expect(judge('29', changed('2', '1'))).toEqual(nothing);
  });

  test('after new keys for everything those of before are not missed, and each of those since is', () => {
    const acts = [added('1'), added('2'), added('3'), added('4'), renewed, added('5')];
    expect(judge('345', ...acts)).toEqual(nothing);
    expect(judge('', ...acts)).toEqual({ gone: '345', unknown: '' });
  });
});

test('a slot that was taken away or replaced and lies here is stray', () => {
  const acts = [added('1'), added('2'), added('3'), changed('3', '1'), removed('2')];
  const nothingPurged = { unnamed: [], pools: [], files: [], left: [] };
  const stray = strayNames(listing('123'), changes(...acts), new Map(), nothingPurged);
  expect(stray).toEqual(names('12'));
});

describe('of the keys that acts are sealed under', () => {
  let folder: MemoryFolder;
  let locker: OpenLocker;

  beforeEach(async () => {
    folder = memoryFolder();
    ({ locker } = await createSmallLocker(await testHost(folder)));
  });

  test('a pool that is gone is missing to the device that used it, and on its way to any other', async () => {
    const pools = Array.from(folder.files.keys()).filter((name) => name.startsWith('keys/'));
    for (const name of pools) folder.files.delete(name);
    const gone = pools.filter((name) => !name.endsWith('.2'));
    expect(gone).toHaveLength(1);
    const own = must(await readFolder(locker.eyes)).report;
    expect(own).toMatchObject({ missing: gone, notArrived: [] });
    const other = must(await readFolder({ ...locker.eyes, device: deviceB })).report;
    expect(other).toMatchObject({ missing: [], notArrived: gone });
  });
});
