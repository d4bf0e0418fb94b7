// Copying the folders of two lockers over each other merges them: no file is ever written by two of them.
import { expect, test } from 'vitest';
import { randomId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { copyOf, copyOver, memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceA,
  deviceB,
  importSource,
  markAct,
  must,
  noteAct,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

async function work(locker: OpenLocker, words: string, known: SourceId): Promise<void> {
  const mark = randomId();
  must(await locker.act([markAct(known, words, mark)], testPerson.id));
  must(await locker.act([noteAct(known, mark, `a note on ${words}`)], testPerson.id));
  for (let index = 0; index < 40; index++) {
    const { source } = await importSource(
      locker,
      new Uint8Array(100).fill(index),
      `${words} ${String(index)}`,
    );
    must(await locker.act([markAct(source, words)], testPerson.id));
  }
  must(await locker.close());
}

test.each([
  ['of two devices', deviceA, deviceB],
  ['of one profile that was copied too', deviceA, deviceA],
])(
  'two copies %s, worked on apart, fold alike after each was copied over the other',
  async (_, left, right) => {
    const one = memoryFolder();
    const { locker } = await createSmallLocker(await testHost(one));
    const { source } = await importSource(locker, new Uint8Array(10));
    must(await locker.close());
    const other = copyOf(one);
    await work(await reopen(one, left), 'left', source);
    await work(await reopen(other, right), 'right', source);
    const [before, beforeOther] = [copyOf(one), copyOf(other)];

    copyOver(beforeOther, one);
    copyOver(before, other);

    const merged = await reopen(one, left);
    const mergedOther = await reopen(other, right);
    expect(merged.state).toEqual(mergedOther.state);
    expect(merged.changes).toEqual(mergedOther.changes);
    expect(merged.state.sources.size).toBe(81);
    expect(merged.state.marks.size).toBe(82);
    for (const each of [merged, mergedOther]) {
      const clean = { damage: [], missing: [], notArrived: [], stray: [], unclosed: [] };
      expect(must(await each.check())).toMatchObject(clean);
    }
  },
);

test('what has not arrived yet is told from what is missing', async () => {
  const mine = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(mine));
  must(await locker.close());
  const theirs = copyOf(mine);
  const other = await reopen(theirs, deviceB);
  const { file } = await importSource(other, new Uint8Array(10));
  must(await other.close());
  const name = `files/${file}` as FolderName;
  const theirFile = theirs.files.get(name);
  theirs.files.delete(name);
  copyOver(theirs, mine);

  const waiting = await reopen(mine, deviceA);
  expect(waiting.report).toMatchObject({ notArrived: [name], missing: [], damage: [] });
  expect((await waiting.openFile(file)).ok).toBe(false);
  expect((await reopen(theirs, deviceB)).report).toMatchObject({ notArrived: [], missing: [name] });

  mine.files.set(name, theirFile ?? new Uint8Array());
  expect((await reopen(mine, deviceA)).report).toMatchObject({ notArrived: [], missing: [] });
});

test('a run that another device has seen cannot lose frames unnoticed', async () => {
  const mine = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(mine));
  must(await locker.act([markAct(randomId(), 'words')], testPerson.id));
  const [segment] = Array.from(mine.files.keys()).filter((name) => name.startsWith('journal/'));
  const name = there(segment);
  const short = mine.files.get(name)?.slice() ?? new Uint8Array();
  must(await locker.act([markAct(randomId(), 'more words')], testPerson.id));
  const later = await reopen(mine, deviceB);
  must(await later.act([markAct(randomId(), 'theirs')], testPerson.id));

  mine.files.set(name, short);

  expect((await reopen(mine, deviceA)).report.damage).toEqual([{ name, why: 'shortened' }]);
});
