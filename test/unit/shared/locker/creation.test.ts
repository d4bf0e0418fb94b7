import { expect, test } from 'vitest';
import { lookAtLocker, openLocker } from '../../../../shared/locker/locker.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  must,
  passphraseBytes,
  testHost,
} from '../../../support/small-locker.ts';

test('nothing is told to be saved before both secrets open the locker', async () => {
  const folder = memoryFolder();
  const slotsAtAppend: number[] = [];
  const append = folder.append.bind(folder);
  folder.append = (name, bytes, acks) => {
    slotsAtAppend.push([...folder.files.keys()].filter((each) => each.startsWith('slots/')).length);
    return append(name, bytes, acks);
  };
  await createSmallLocker(await testHost(folder));
  expect(slotsAtAppend).toEqual([2]);
});

test('a creation that was cut off after its slots is a locker without acts', async () => {
  const folder = memoryFolder();
  await createSmallLocker(await testHost(folder));
  for (const name of folder.files.keys())
    if (name.startsWith('journal/')) folder.files.delete(name);
  expect(must(await lookAtLocker(folder))).toBe('closed');
  const opened = await openLocker(await testHost(folder), { passphrase: passphraseBytes() });
  expect(must(opened).changes).toEqual([]);
});
