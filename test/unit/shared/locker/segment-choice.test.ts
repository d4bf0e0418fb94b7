// Which of two versions of a segment may take the other's place: never one that tells less, nor a damaged one.
import { beforeEach, expect, test } from 'vitest';
import { randomId, type SourceId } from '../../../../shared/evidence/ids.ts';
import { readFolder } from '../../../../shared/locker/check-folder.ts';
import { slotName, type FolderName } from '../../../../shared/locker/folder.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { losesNothing, versionOf } from '../../../../shared/locker/segment-choice.ts';
import { flip } from '../../../support/memory-backup.ts';
import { copyOf, memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  markAct,
  must,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const source: SourceId = randomId();
let locker: OpenLocker;
let name: FolderName;
/** The folder after one act, and after two. */
let early: MemoryFolder;
let late: MemoryFolder;

beforeEach(async () => {
  const folder = memoryFolder();
  ({ locker } = await createSmallLocker(await testHost(folder)));
  must(await locker.act([markAct(source, 'first')], testPerson.id));
  early = copyOf(folder);
  must(await locker.act([markAct(source, 'second')], testPerson.id));
  late = copyOf(folder);
  name = there(Array.from(folder.files.keys()).find((each) => each.startsWith('journal/')));
});

async function may(next: MemoryFolder, now: MemoryFolder, of = name): Promise<boolean> {
  const [before, after] = await Promise.all(
    [now, next].map(async (folder) => {
      const eyes = { ...locker.eyes, folder };
      return versionOf(eyes, must(await readFolder(eyes)));
    }),
  );
  return must(await losesNothing(of, there(before), there(after)));
}

test('what tells as much or more may, what tells less may not', async () => {
  expect(await may(late, early)).toBe(true);
  expect(await may(late, copyOf(late))).toBe(true);
  expect(await may(early, late)).toBe(false);
});

test('what is damaged may not, not even where it tells more', async () => {
  const damaged = copyOf(late);
  flip(damaged.files.get(name));
  expect(await may(damaged, early)).toBe(false);
  // What can be read of the damaged one today is all in the early one.
  expect(await may(early, damaged)).toBe(true);
  expect(await may(late, damaged)).toBe(true);
});

test('anything whole may take the place of what is absent, and what is absent of nothing', async () => {
  const without = copyOf(late);
  without.files.delete(name);
  expect(await may(early, without)).toBe(true);
  expect(await may(without, early)).toBe(false);
});

test('what is no segment at all has nothing to tell', async () => {
  expect(await may(late, early, slotName('0'.repeat(32)))).toBe(false);
});

test('a segment of another locker under the same name may not', async () => {
  const foreign = memoryFolder();
  await createSmallLocker(await testHost(foreign));
  const other = there(Array.from(foreign.files).find(([each]) => each.startsWith('journal/')));
  const mixed = copyOf(late);
  mixed.files.set(name, other[1]);
  expect(await may(mixed, late)).toBe(false);
});
