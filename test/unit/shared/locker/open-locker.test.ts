// What an open locker takes and what it refuses: as a reader, while it closes, of a purged source, when the disk refuses.
import { beforeEach, describe, expect, test } from 'vitest';
import { utf8 } from '../../../../shared/bytes.ts';
import { randomId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { fileName, type FolderName } from '../../../../shared/locker/folder.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { SealedFile } from '../../../../shared/locker/locker-files.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importedAct,
  importSource,
  markAct,
  must,
  passphraseBytes,
  reopen,
  streamOf,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

const words = utf8('some words');
let folder: MemoryFolder;
let locker: OpenLocker;

beforeEach(async () => {
  folder = memoryFolder();
  ({ locker } = await createSmallLocker(await testHost(folder)));
});

const act = (acts: readonly Act[], on = locker) => on.act(acts, testPerson.id);

function seal(source: SourceId, on = locker): Promise<Result<SealedFile>> {
  return on.sealFile(
    `source/${source}`,
    { name: 'report.txt', mediaType: 'text/plain' },
    streamOf(words),
  );
}

/** A sealed file that no act names yet, and the act that does. */
async function sealed(): Promise<{ readonly file: SealedFile; readonly imported: Act }> {
  const source: SourceId = randomId();
  const file = must(await seal(source));
  return { file, imported: importedAct(source, file, 'report.txt') };
}

const filesThere = (): FolderName[] =>
  Array.from(folder.files.keys()).filter((name) => name.startsWith('files/'));

test('a reader is told that it only reads, whatever it wants to do, and leaves the folder as it was', async () => {
  const { source } = await importSource(locker, words);
  must(await locker.close());
  const stray = randomId();
  folder.files.set(fileName(stray), words);
  const before = new Map(folder.files);
  const host = { ...(await testHost(folder)), device: undefined };
  const reader = must(await openLocker(host, { passphrase: passphraseBytes() }));

  const refused = fail('folder-read-only');
  expect(await act([markAct(source, 'a sentence')], reader)).toEqual(refused);
  expect(await seal(source, reader)).toEqual(refused);
  expect(await reader.discardFile(stray)).toEqual(refused);
  expect(await reader.purge(source, testPerson.id)).toEqual(refused);
  expect(await reader.finishPurges()).toEqual(refused);
  expect(folder.files).toEqual(before);
});

test('where nothing is remembered outside the folder, no note is said to be kept, and nothing to be rebuilt', async () => {
  expect(locker.rebuilt).toBe(false);
  expect(await locker.keepNote('place/a', 'page nine')).toBe(false);
  expect(await locker.recallNote('place/a')).toBeUndefined();
});

test('a file that a change names is not discarded; one that none names is', async () => {
  const { file } = await importSource(locker, words);
  expect(await locker.discardFile(file)).toEqual(fail('already-there'));
  expect(must(await locker.openFile(file)).bytes).toEqual(words);

  const other = await sealed();
  expect(await locker.discardFile(other.file.file)).toEqual(ok(null));
  expect(await locker.openFile(other.file.file)).toEqual(fail('not-there'));
});

test('of a purged source nothing is sealed any more', async () => {
  const { source } = await importSource(locker, words);
  must(await locker.purge(source, testPerson.id));
  expect(await seal(source)).toEqual(fail('source-purged'));
});

describe('a file that was sealed and is named by an act', () => {
  test('is not named where the disk does not put it into its place, and can be tried again', async () => {
    const { file, imported } = await sealed();
    const commitFile = folder.commitFile.bind(folder);
    folder.commitFile = () => Promise.resolve(fail('disk-full'));
    const before = locker.changes;
    expect(await act([imported])).toEqual(fail('disk-full'));
    expect(locker.changes).toEqual(before);

    folder.commitFile = commitFile;
    must(await act([imported]));
    expect(must(await locker.openFile(file.file)).bytes).toEqual(words);
  });

  test('stays where the disk does not take the act: nobody knows what of it was written', async () => {
    const { file, imported } = await sealed();
    const append = folder.append.bind(folder);
    folder.append = () => Promise.resolve(fail('disk-full'));
    expect(await act([imported])).toEqual(fail('disk-full'));
    expect(filesThere()).toEqual([fileName(file.file)]);

    folder.append = append;
    must(await act([imported]));
    expect(must(await locker.openFile(file.file)).bytes).toEqual(words);
  });

  test('is taken back with all others of the act where the locker is closed meanwhile, before it is closed', async () => {
    const commitFile = folder.commitFile.bind(folder);
    const remove = folder.remove.bind(folder);
    folder.remove = async (name) => {
      await new Promise((done) => setTimeout(done, 5));
      return remove(name);
    };
    for (const count of [1, 2]) {
      const acts = [];
      for (let each = 0; each < count; each++) acts.push((await sealed()).imported);
      let closing: Promise<Result<null>> | undefined;
      folder.commitFile = (name) => {
        const committed = commitFile(name);
        closing ??= locker.close();
        return committed;
      };
      const acted = act(acts);
      expect(await closing).toEqual(ok(null));
      expect(filesThere()).toEqual([]);
      expect(await acted).toEqual(fail('locker-closed'));
      folder.commitFile = commitFile;
      locker = await reopen(folder);
      expect(locker.report).toMatchObject({ stray: [], missing: [] });
    }
  });

  test('is named by a purge of its source that comes meanwhile, and goes with it', async () => {
    const { source } = await importSource(locker, words);
    const original = { ...must(await seal(source)), name: 'report.txt', mediaType: 'text/plain' };
    const payload = { source, format: 'plain', original, status: 'no-text' } as const;
    const other = await sealed();
    const commitFile = folder.commitFile.bind(folder);
    const { promise: isFree, resolve: goOn } = Promise.withResolvers<null>();
    folder.commitFile = async (name) => {
      if (name === fileName(original.file)) await isFree;
      return commitFile(name);
    };
    const acted = act([{ subject: `source/${source}`, kind: 'source-renewed', payload }]);
    must(await act([other.imported]));
    const purged = locker.purge(source, testPerson.id);
    setTimeout(goOn, 20);

    expect(await purged).toEqual(ok([]));
    must(await acted);
    expect(filesThere()).toEqual([fileName(other.file.file)]);
    expect(locker.state.sources.has(source)).toBe(false);
    expect(must(await locker.check())).toMatchObject({ stray: [], unpurged: [], missing: [] });
  });
});

test('a purge waits for acts on its source that are on their way, and names all of them at once', async () => {
  const { source } = await importSource(locker, words);
  const append = folder.append.bind(folder);
  folder.append = async (...how) => {
    await new Promise((done) => setTimeout(done, 5));
    return append(...how);
  };
  const first = act([markAct(randomId(), 'being written')]);
  await Promise.resolve();
  await Promise.resolve();
  const second = act([markAct(source, 'waiting')]);
  must(await locker.purge(source, testPerson.id));
  must(await first);
  must(await second);
  expect(locker.changes.filter(({ kind }) => kind === 'purged')).toHaveLength(1);
});

test('what was asked for before closing is written', async () => {
  const acted = act([markAct(randomId(), 'just in time')]);
  expect(await locker.close()).toEqual(ok(null));
  must(await acted);
  expect((await reopen(folder)).state.marks.size).toBe(1);
});

test('keys and files of this run that no act has named yet are nothing to tell of', async () => {
  must(await locker.close());
  locker = await reopen(folder);
  await sealed();
  expect(must(await locker.check())).toMatchObject({ stray: [], unexplained: [], unclosed: [] });
});

test('from the moment it begins to close nothing more is taken, and what no act named is discarded', async () => {
  const { source } = await importSource(locker, words);
  const { file, imported } = await sealed();
  const discarded: FolderName[] = [];
  const { promise: isDiscarded, resolve: goOn } = Promise.withResolvers<Result<null>>();
  folder.discardFile = (name) => {
    discarded.push(name);
    return isDiscarded;
  };
  const before = locker.changes;
  const closing = locker.close();
  const keys = Array.from(folder.files.keys());

  const refused = fail('locker-closed');
  expect(await act([markAct(source, 'late')])).toEqual(refused);
  expect(await act([imported])).toEqual(refused);
  expect(await seal(randomId())).toEqual(refused);
  expect(await locker.purge(source, testPerson.id)).toEqual(refused);
  expect(discarded).toEqual([fileName(file.file)]);

  goOn(ok(null));
  expect(await closing).toEqual(ok(null));
  expect(locker.changes).toEqual(before);
  expect(Array.from(folder.files.keys())).toEqual(keys);
  expect((await reopen(folder)).changes).toEqual(before);
});
