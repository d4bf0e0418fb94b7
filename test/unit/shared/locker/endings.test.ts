// How a session may end: by closing, by a kill at any byte, by a disk that gives up.
import { expect, test, vi } from 'vitest';
import { randomId } from '../../../../shared/evidence/ids.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  markAct,
  must,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

vi.setConfig({ testTimeout: 60_000 });

const source = randomId();

function segmentsOf({ files }: MemoryFolder): FolderName[] {
  return Array.from(files.keys()).filter((name) => name.startsWith('journal/'));
}

test('killed within the last frame, everything before it is there and the end is reported', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  must(await locker.act([markAct(source, 'kept')], testPerson.id));
  const name = there(segmentsOf(folder)[0]);
  const before = folder.files.get(name)?.length ?? 0;
  const kept = locker.changes;
  must(await locker.act([markAct(source, 'not yet acknowledged')], testPerson.id));
  const whole = folder.files.get(name) ?? new Uint8Array();

  const framing = before + 50; // every byte of the lengths and the chain; the sealed rest in strides
  for (let length = before; length < whole.length; length += length < framing ? 1 : 11) {
    const cut = memoryFolder(new Map(folder.files).set(name, whole.slice(0, length)));
    const { report, changes } = await reopen(cut);
    expect(changes).toEqual(kept);
    expect(report).toMatchObject({ damage: [], unclosed: [{ name }] });
    expect(report.unclosed[0]?.lastAt).toBe(kept.at(-1)?.at);
    expect(report.torn).toEqual(length === before ? [] : [name]);
  }
});

test('zeros that a power loss left at the end are a torn end, not damage', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const name = there(segmentsOf(folder)[0]);
  const bytes = folder.files.get(name) ?? new Uint8Array();
  folder.files.set(name, Uint8Array.from([...bytes, ...new Uint8Array(4096)]));

  const { report, changes } = await reopen(folder);
  expect(changes).toEqual(locker.changes);
  expect(report).toMatchObject({ damage: [], torn: [name] });
});

test('an unclosed end is reported until a later run has recorded it', async () => {
  const folder = memoryFolder();
  await createSmallLocker(await testHost(folder));
  const reader = await reopen(folder);
  must(await reader.close());
  expect(folder.files.size).toBe(5); // reading left nothing: two slots, both files of a pool, one segment

  const next = await reopen(folder);
  expect(next.report.unclosed).toHaveLength(1);
  must(await next.act([markAct(source, 'words')], testPerson.id));
  must(await next.close());
  expect((await reopen(folder)).report.unclosed).toEqual([]);
});

test('after an append that failed, acts go on in a new run and nothing acknowledged is lost', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  must(await locker.act([markAct(source, 'before')], testPerson.id));
  const append = folder.append.bind(folder);
  for (const written of [0, 10, 1e9]) {
    folder.append = async (name, bytes, acks) => {
      await append(name, bytes.slice(0, written), acks);
      return fail('disk-full');
    };
    const refused = await locker.act([markAct(source, 'refused')], testPerson.id);
    expect(refused).toEqual(fail('disk-full'));
    folder.append = append;
    must(await locker.act([markAct(source, 'after')], testPerson.id));
  }
  must(await locker.close());

  const again = await reopen(folder);
  expect(again.changes).toEqual(locker.changes);
  const words = Array.from(again.state.marks.values(), ({ anchor }) => anchor.exact);
  expect(words).toEqual(['before', 'after', 'after', 'after']);
  expect(again.report).toMatchObject({ damage: [], unclosed: [], torn: [], missing: [] });
  const seqs = again.changes.map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
});

test('a run grows to 32 MB and goes on in another', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const mark = randomId();
  must(await locker.act([markAct(source, 'words', mark)], testPerson.id));
  const text = 'x'.repeat(3_900_000);
  for (let index = 0; index < 10; index++) {
    must(
      await locker.act(
        [{ subject: 'library', kind: 'noted', payload: { mark, text } }],
        testPerson.id,
      ),
    );
  }
  must(await locker.close());

  expect(segmentsOf(folder)).toHaveLength(2);
  for (const name of segmentsOf(folder)) {
    expect(folder.files.get(name)?.length).toBeLessThanOrEqual(32 * 1024 * 1024);
  }
  const again = await reopen(folder);
  expect(again.changes).toEqual(locker.changes);
  expect(again.report).toMatchObject({ damage: [], unclosed: [], missing: [] });
});

test('a closed locker takes no more acts', async () => {
  const { locker } = await createSmallLocker(await testHost(memoryFolder()));
  must(await locker.close());
  expect(await locker.act([markAct(source, 'late')], testPerson.id)).toEqual(fail('locker-closed'));
  expect(await locker.close()).toEqual(ok(null));
});
