// Deleting a source for good: nothing of it opens again, whatever comes back, and nothing else is touched.
import { expect, test, vi } from 'vitest';
import { purgedBy } from '../../../../shared/library/purged.ts';
import { randomId, type SourceId } from '../../../../shared/evidence/ids.ts';
import {
  fileName,
  keysName,
  secondKeysName,
  type FolderName,
} from '../../../../shared/locker/folder.ts';
import { KeyRing } from '../../../../shared/locker/key-ring.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import {
  copyOf,
  copyOver,
  memoryFolder,
  type MemoryFolder,
} from '../../../support/memory-folder.ts';
import { openEverything } from '../../../support/open-everything.ts';
import {
  createSmallLocker,
  deviceA,
  deviceB,
  importSource,
  markAct,
  must,
  noteAct,
  passphraseBytes,
  reopen,
  streamOf,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const clean = { damage: [], missing: [], notArrived: [], stray: [], unpurged: [], torn: [] };
const canary = 'the child said blue van';

interface World {
  readonly folder: MemoryFolder;
  readonly locker: OpenLocker;
  readonly doomed: SourceId;
  readonly kept: SourceId;
  readonly doomedFile: string;
}

async function makeWorld(): Promise<World> {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const text = new TextEncoder().encode(canary.repeat(20));
  const first = await importSource(locker, text, `${canary}.txt`);
  const other = await importSource(locker, new Uint8Array(5_000).fill(3), 'other.txt');
  for (const { source } of [first, other]) {
    const mark = randomId();
    const words = source === first.source ? canary : 'other words';
    must(await locker.act([markAct(source, words, mark)], testPerson.id));
    must(await locker.act([noteAct(source, mark, `note on ${words}`)], testPerson.id));
  }
  return {
    ...{ folder, locker, doomed: first.source, kept: other.source },
    doomedFile: fileName(first.file),
  };
}

async function expectGone(locker: OpenLocker, { doomed, kept }: World): Promise<void> {
  expect(locker.state.sources.has(doomed)).toBe(false);
  expect([...locker.state.marks.values()].filter(({ source }) => source === doomed)).toEqual([]);
  expect(JSON.stringify(locker.changes)).not.toContain(canary);
  const source = there(locker.state.sources.get(kept));
  expect(must(await locker.openFile(source.original.file)).bytes).toEqual(
    new Uint8Array(5_000).fill(3),
  );
  const marks = [...locker.state.marks.values()].filter((mark) => mark.source === kept);
  expect(marks).toMatchObject([{ note: 'note on other words' }]);
}

test('a purged source is gone at once and after opening again; the others are whole', async () => {
  const world = await makeWorld();
  const { folder, locker, doomed, doomedFile } = world;
  expect(openEverything(folder.files)).toContain(canary);

  expect(await locker.purge(doomed, testPerson.id)).toEqual(ok([]));

  await expectGone(locker, world);
  expect(folder.files.has(doomedFile as never)).toBe(false);
  expect(must(await locker.check())).toMatchObject(clean);
  must(await locker.close());
  const again = await reopen(folder);
  await expectGone(again, world);
  expect(again.report).toMatchObject({ ...clean, unclosed: [] });
  expect(must(await again.check())).toMatchObject(clean);
});

test('no key that can be had from the folder and the passphrase opens anything of it', async () => {
  const { folder, locker, doomed } = await makeWorld();
  const files = new Map(folder.files);
  must(await locker.purge(doomed, testPerson.id));
  must(await locker.close());

  // The sealed files of before stand for blocks a disk still holds.
  for (const [name, bytes] of files) if (name.startsWith('files/')) folder.files.set(name, bytes);
  const everything = openEverything(folder.files);
  expect(everything).toContain('note on other words');
  expect(everything).not.toContain(canary);
});

test('the act comes first: until it is on the disk nothing was touched', async () => {
  const { folder, locker, doomed } = await makeWorld();
  const before = new Map(folder.files);
  const append = folder.append.bind(folder);
  folder.append = () => Promise.resolve(fail('disk-full'));

  expect(await locker.purge(doomed, testPerson.id)).toEqual(fail('disk-full'));

  expect(folder.files).toEqual(before);
  folder.append = append;
  must(await locker.act([markAct(doomed, 'going on')], testPerson.id));
});

test('a file that stays although it was removed is told of, and no key of it stays in memory', async () => {
  const { folder, locker, doomed, doomedFile } = await makeWorld();
  const forget = vi.spyOn(KeyRing.prototype, 'forget');
  folder.remove = () => Promise.resolve(ok(null));
  expect(await locker.purge(doomed, testPerson.id)).toEqual(ok([doomedFile]));
  const [told] = locker.changes.flatMap(({ kind, payload }) =>
    kind === 'purged' ? [payload] : [],
  );
  expect(told?.keys.length).toBeGreaterThan(0);
  expect(forget).toHaveBeenCalledWith(told?.keys);
  expect(await locker.openFile(there(told?.files[0]))).toEqual(fail('not-there'));
});

test('a file that cannot be removed is told of as the disk says it, one that is gone already is not', async () => {
  for (const [error, expected] of [
    ['folder-read-only', fail('folder-read-only')],
    ['not-there', ok([])],
  ] as const) {
    const { folder, locker, doomed, doomedFile } = await makeWorld();
    folder.remove = () => {
      if (error === 'not-there') folder.files.delete(doomedFile as FolderName);
      return Promise.resolve(fail(error));
    };
    expect(await locker.purge(doomed, testPerson.id)).toEqual(expected);
  }
});

test('a file that was sealed, and that no act names yet, is named by the purge of its source', async () => {
  const { locker, doomed } = await makeWorld();
  const named = { name: 'copy', mediaType: 'text/plain' };
  const { file } = must(
    await locker.sealFile(`source/${doomed}`, named, streamOf(new Uint8Array(100))),
  );
  must(await locker.purge(doomed, testPerson.id));
  const told = locker.changes.flatMap(({ kind, payload }) => (kind === 'purged' ? [payload] : []));
  expect(told[0]?.files).toContain(file);
});

test('a disk that takes no new pool leaves a purge that the next opening ends', async () => {
  const world = await makeWorld();
  const { folder, locker, doomed, doomedFile } = world;
  const replace = folder.replace.bind(folder);
  folder.replace = () => Promise.resolve(fail('disk-full'));
  expect(await locker.purge(doomed, testPerson.id)).toEqual(fail('disk-full'));
  await expectGone(locker, world);
  expect(locker.report.unpurged).toContain(doomedFile);
  expect(await locker.finishPurges()).toEqual(fail('disk-full'));
  must(await locker.close());
  folder.replace = replace;

  const again = await reopen(folder);

  await expectGone(again, world);
  expect(again.report).toMatchObject(clean);
  expect(openEverything(folder.files)).not.toContain(canary);
});

test('nothing more is done with a purged source', async () => {
  const { locker, doomed } = await makeWorld();
  const late = locker.act([markAct(doomed, 'just before')], testPerson.id);
  const purging = locker.purge(doomed, testPerson.id);
  expect(await locker.act([markAct(doomed, 'too late')], testPerson.id)).toEqual(
    fail('source-purged'),
  );
  must(await late);
  must(await purging);
  expect(await locker.purge(doomed, testPerson.id)).toEqual(fail('not-there'));
  const { keys } = purgedBy(locker.changes);
  expect(keys.size).toBe(2); // the source's and its marks', the one of the last mark included
});

test('an act that is on its way, the first under its key, is named by the same purge', async () => {
  const { locker } = await makeWorld();
  const { source } = await importSource(locker, new Uint8Array(100));
  const late = locker.act([markAct(source, 'just before')], testPerson.id);
  must(await locker.purge(source, testPerson.id));
  must(await late);
  const told = locker.changes.flatMap(({ kind, payload }) => (kind === 'purged' ? [payload] : []));
  expect(told.map(({ keys }) => keys.length)).toEqual([2]);
});

test('an older copy that brings all of it back is purged again', async () => {
  const world = await makeWorld();
  const { folder, locker, doomed } = world;
  must(await locker.close());
  const older = copyOf(folder);
  const first = await reopen(folder);
  must(await first.purge(doomed, testPerson.id));
  must(await first.close());

  copyOver(older, folder);
  expect(openEverything(folder.files)).toContain(canary);
  const again = await reopen(folder);

  await expectGone(again, world);
  expect(again.report).toMatchObject(clean);
  expect(openEverything(folder.files)).not.toContain(canary);
});

test('a reader that may not write sees nothing of it either, and says that it is still there', async () => {
  const world = await makeWorld();
  const { folder, locker, doomed, doomedFile } = world;
  must(await locker.close());
  const older = copyOf(folder);
  const first = await reopen(folder);
  must(await first.purge(doomed, testPerson.id));
  must(await first.close());
  copyOver(older, folder);
  const before = new Map(folder.files);

  const host = { ...(await testHost(folder)), device: undefined };
  const reader = must(await openLocker(host, { passphrase: passphraseBytes() }));

  await expectGone(reader, world);
  expect(reader.report.unpurged).toContain(doomedFile);
  expect(folder.files).toEqual(before);
});

test('what another copy did with it after the purge is dropped, its keys too', async () => {
  const world = await makeWorld();
  const { folder, locker, doomed } = world;
  must(await locker.close());
  const theirs = copyOf(folder);
  const other = await reopen(theirs, deviceB);
  must(await other.act([markAct(doomed, `${canary} again`)], testPerson.id));
  must(
    await other.act(
      [{ ...markAct(doomed, canary), subject: `marks/${doomed}/${randomId()}` as never }],
      testPerson.id,
    ),
  );
  must(await other.close());
  const mine = await reopen(folder, deviceA);
  must(await mine.purge(doomed, testPerson.id));
  must(await mine.close());
  copyOver(theirs, folder);

  const merged = await reopen(folder, deviceA);

  await expectGone(merged, world);
  expect(merged.report).toMatchObject(clean);
  expect(merged.changes.filter(({ kind }) => kind === 'purged')).toHaveLength(2);
  must(await merged.close());
  expect(openEverything(folder.files)).not.toContain(canary);
  const quiet = await reopen(folder, deviceA);
  expect(quiet.changes).toEqual(merged.changes); // nothing is left to name
  expect(must(await quiet.check())).toMatchObject(clean);
});

test('an emptied key that no purge names is damage of one’s own acts, and on its way for another device', async () => {
  const { folder, locker, doomed } = await makeWorld();
  must(await locker.close());
  const before = copyOf(folder);
  const purging = await reopen(folder, deviceB);
  must(await purging.purge(doomed, testPerson.id));
  must(await purging.close());
  const pools = Array.from(folder.files).filter(([name]) => name.startsWith('keys/'));
  for (const [name, bytes] of pools) before.files.set(name, bytes);
  const [pool] = pools.map(([name]) => name).filter((name) => !name.endsWith('.2'));

  const own = await reopen(before, deviceA);
  expect(own.report.damage).toEqual([{ name: pool, why: 'keys' }]);
  const theirs = await reopen(before, deviceB);
  expect(theirs.report).toMatchObject({ damage: [], notArrived: [pool] });

  copyOver(folder, before);
  expect((await reopen(before, deviceA)).report).toMatchObject(clean);
});

test('a damaged copy of keys is told, read from the other one, and made again', async () => {
  const world = await makeWorld();
  const { folder, locker } = world;
  must(await locker.close());
  const pool = there(Array.from(folder.files.keys()).find((name) => /^keys\/\w+$/.test(name)));
  const id = pool.slice('keys/'.length);
  for (const name of [keysName(id), secondKeysName(id)]) {
    const whole = there(folder.files.get(name));
    folder.files.set(name, whole.with(100, (whole[100] ?? 0) ^ 1));
    const opened = await reopen(folder);
    expect(opened.report).toMatchObject({ ...clean, damage: [{ name, why: 'keys-copy' }] });
    expect(opened.state.sources.size).toBe(2);
    expect((await reopen(folder)).report).toMatchObject(clean);
  }
  for (const name of [keysName(id), secondKeysName(id)]) {
    const whole = there(folder.files.get(name));
    folder.files.set(name, whole.with(100, (whole[100] ?? 0) ^ 1));
  }
  expect((await reopen(folder)).report.damage).toEqual([
    { name: keysName(id), why: 'keys' },
    { name: secondKeysName(id), why: 'keys' },
  ]);
});

test('a pool without its second file gets it when the locker is opened to write, and that is told', async () => {
  const { folder, locker } = await makeWorld();
  must(await locker.close());
  for (const name of folder.files.keys()) if (name.endsWith('.2')) folder.files.delete(name);
  const [name = ''] = Array.from(folder.files.keys()).filter((each) => each.startsWith('keys/'));
  const damage = [{ name: `${name}.2`, why: 'keys-copy' }];
  expect((await reopen(folder)).report).toMatchObject({ ...clean, damage });
  expect((await reopen(folder)).report).toMatchObject(clean);
  const names = Array.from(folder.files.keys());
  expect(names.filter((name) => name.endsWith('.2'))).toHaveLength(1);
});
