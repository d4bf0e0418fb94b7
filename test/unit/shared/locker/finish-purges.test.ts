// What a purge asks of the folder, done again where an older copy and another device's brought something back.
import { beforeEach, expect, test, vi } from 'vitest';
import { randomId, type FileId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { readFolder } from '../../../../shared/locker/check-folder.ts';
import { finishPurges } from '../../../../shared/locker/finish-purges.ts';
import { fileName } from '../../../../shared/locker/folder.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import {
  copyOf,
  copyOver,
  memoryFolder,
  type MemoryFolder,
} from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceB,
  importSource,
  markAct,
  must,
  reopen,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

const { passed, watched } = await vi.hoisted(() => import('../../../support/watched-messages.ts'));
vi.mock('../../../../shared/crypto/cobblestone.ts', (original) => watched(original));

let folder: MemoryFolder;
let locker: OpenLocker;
let source: SourceId;
let file: FileId;

/** A purge, and then all of the source again, with what another device did with it and the purge does not name. */
beforeEach(async () => {
  folder = memoryFolder();
  const { locker: first } = await createSmallLocker(await testHost(folder));
  ({ source, file } = await importSource(first, new Uint8Array(100)));
  must(await first.close());
  const theirs = copyOf(folder);
  const other = await reopen(theirs, deviceB);
  const subject = `marks/${source}/${randomId()}` as Act['subject'];
  must(await other.act([{ ...markAct(source, 'words'), subject }], testPerson.id));
  must(await other.close());
  locker = await reopen(folder);
  expect(must(await locker.purge(source, testPerson.id))).toEqual([]);
  copyOver(theirs, folder);
});

/** With as much of the locker as it takes; `act` stands for the journal. */
async function finish(act: (acts: readonly Act[]) => ReturnType<OpenLocker['act']>, over = folder) {
  const { keys } = locker.eyes;
  const { reading } = must(await readFolder(locker.eyes));
  passed.length = 0;
  return finishPurges({ folder: over, keys, memory: undefined, act }, reading);
}

const written = () => Promise.resolve(ok([]));

test('what turned up is named before it is touched: a journal that refuses that is told of, and all is as it was', async () => {
  const there = new Map(folder.files);
  expect(await finish(() => Promise.resolve(fail('disk-full')))).toEqual(fail('disk-full'));
  expect(folder.files).toEqual(there);

  const acts: Act[] = [];
  const act = (named: readonly Act[]) => {
    expect(folder.files).toEqual(there);
    acts.push(...named);
    return written();
  };
  expect(await finish(act)).toEqual(ok([]));
  expect(acts).toMatchObject([{ subject: 'library', kind: 'purged', payload: { source } }]);
  expect(folder.files.has(fileName(file))).toBe(false);
});

test('every key that was read on the way is zeroed', async () => {
  expect(await finish(written)).toEqual(ok([]));
  expect(passed.length).toBeGreaterThan(4); // both files of two pools, and what was written of them
  for (const plain of passed) expect(plain).toEqual(new Uint8Array(plain.length));
});

test('where nothing is left of any purge the folder is not read again', async () => {
  expect(await finish(written)).toEqual(ok([]));
  const list = vi.fn(() => Promise.resolve(fail('folder-unreadable')));
  expect(await finish(written, { ...folder, list })).toEqual(ok([]));
  expect(list).not.toHaveBeenCalled();
});
