import { expect, test } from 'vitest';
import { memoryFolder } from '../../../support/memory-folder.ts';
import { readLockerAgain } from '../../../support/second-reader.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  reopen,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';
import { addSecond, mine, theirs } from '../../../support/two-people.ts';

test('a second reader, written from the description of the format, reads the same', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const bytes = crypto.getRandomValues(new Uint8Array(40_000));
  const { source, file } = await importSource(locker, bytes);
  must(await locker.close());
  const again = await reopen(folder);
  must(await again.act([markAct(source, 'words')], testPerson.id));
  must(await again.close());

  const reading = readLockerAgain(folder.files, 'correct horse battery staple');

  expect(reading.lockerId).toBe(again.lockerId);
  const bySeq = reading.changes.toSorted((a, b) => Number(a['seq']) - Number(b['seq']));
  expect(bySeq).toEqual(again.changes);
  const opened = reading.openFile(file);
  expect(Uint8Array.from(opened.bytes)).toEqual(bytes);
  expect(opened.meta).toEqual(must(await again.openFile(file)).meta);
});

test('it opens with anybody’s passphrase', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  must(await addSecond(locker));
  must(await locker.close());
  for (const { passphrase } of [mine, theirs]) {
    const { changes } = readLockerAgain(folder.files, new TextDecoder().decode(passphrase));
    expect(changes).toHaveLength(locker.changes.length);
  }
  expect(() => readLockerAgain(folder.files, 'nobody’s')).toThrow('no slot');
});
