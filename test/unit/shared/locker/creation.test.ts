import { expect, test } from 'vitest';
import {
  lookAtLocker,
  openLocker,
  prepareLocker,
  tryWriting,
} from '../../../../shared/locker/locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import {
  cheapCost,
  createSmallLocker,
  must,
  passphraseBytes,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

const wish = { passphrase: passphraseBytes(), cost: cheapCost, person: testPerson, name: '' };

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

test('whoever made the locker is who opened it', async () => {
  const { locker } = await createSmallLocker(await testHost(memoryFolder()));
  expect(await locker.slots.opener()).toEqual(ok(testPerson.id));
});

test('a folder that takes no file is told of before there is a recovery key; one that does is left as it was', async () => {
  const folder = memoryFolder();
  const begun: string[] = [];
  const [beginFile, discardFile] = [folder.beginFile.bind(folder), folder.discardFile.bind(folder)];
  folder.beginFile = (name) => {
    begun.push(name);
    return beginFile(name);
  };
  folder.discardFile = (name) => {
    begun.splice(begun.indexOf(name), 1);
    return discardFile(name);
  };
  expect(await tryWriting(folder)).toEqual(ok(null));
  expect(begun).toEqual([]);
  folder.beginFile = () => Promise.resolve(fail('folder-read-only'));
  expect(await tryWriting(folder)).toEqual(fail('folder-read-only'));
});

test('a locker that came meanwhile is not written over, and a slot that cannot be written ends it', async () => {
  const folder = memoryFolder();
  const host = await testHost(folder);
  const create = folder.create.bind(folder);
  const refused = await prepareLocker(host, wish);
  folder.create = () => Promise.resolve(fail('disk-full'));
  expect(await refused.write()).toEqual(fail('disk-full'));
  expect([...folder.files.keys()]).toEqual([]);
  folder.create = create;

  const late = await prepareLocker(host, wish);
  await createSmallLocker(host);
  const before = new Map(folder.files);
  expect(await late.write()).toEqual(fail('already-there'));
  expect(folder.files).toEqual(before);
});

test('a slot that cannot be written ends it before anything is told to be saved; then it can be tried again', async () => {
  for (const failing of [1, 2]) {
    const folder = memoryFolder();
    const create = folder.create.bind(folder);
    let slots = 0;
    folder.create = (name, bytes) => {
      if (name.startsWith('slots/')) slots++;
      return slots === failing ? Promise.resolve(fail('disk-full')) : create(name, bytes);
    };
    const host = await testHost(folder);
    const prepared = await prepareLocker(host, wish);
    expect(await prepared.write()).toEqual(fail('disk-full'));
    expect([...folder.files.keys()].filter((name) => !name.startsWith('slots/'))).toEqual([]);

    folder.create = create;
    must(await prepared.write());
    const { recoveryKey } = prepared;
    for (const secret of [{ recoveryKey }, { passphrase: passphraseBytes() }]) {
      const { report } = must(await openLocker(host, secret));
      expect(report).toMatchObject({ stray: [], unexplained: [] });
    }
  }
});

test('what a creation that was cut off left and the disk does not give up is told, and no locker comes beside it', async () => {
  const folder = memoryFolder();
  const create = folder.create.bind(folder);
  folder.create = (name, bytes) =>
    folder.files.size > 0 ? Promise.resolve(fail('disk-full')) : create(name, bytes);
  const host = await testHost(folder);
  const cutOff = await prepareLocker(host, wish);
  expect(await cutOff.write()).toEqual(fail('disk-full'));
  folder.create = create;
  const left = [...folder.files.keys()];
  expect(left).toHaveLength(1);

  folder.remove = () => Promise.resolve(fail('folder-read-only'));
  const next = await prepareLocker(host, wish);
  expect(await next.write()).toEqual(fail('folder-read-only'));
  expect([...folder.files.keys()]).toEqual(left);
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

test('a locker that has lost every passphrase slot is closed while the recovery key can open it, then damaged', async () => {
  const folder = memoryFolder();
  const { locker, recoveryKey } = await createSmallLocker(await testHost(folder));
  must(await locker.close());
  const slots = Array.from(folder.files.keys()).filter((name) => name.startsWith('slots/'));
  for (const name of slots) {
    const text = new TextDecoder().decode(folder.files.get(name));
    if (text.includes('"passphrase"')) folder.files.delete(name);
  }
  expect(await lookAtLocker(folder)).toEqual(ok('closed'));
  expect((await openLocker(await testHost(folder), { recoveryKey })).ok).toBe(true);
  for (const name of slots) folder.files.delete(name);
  expect(await lookAtLocker(folder)).toEqual(fail('locker-damaged'));
  // No secret is called wrong where there is nothing it could open.
  expect(await openLocker(await testHost(folder), { recoveryKey })).toEqual(fail('locker-damaged'));
});

test('a creation that was cut off before the passphrase’s slot is no locker, to a look and to a passphrase', async () => {
  const folder = memoryFolder();
  await createSmallLocker(await testHost(folder));
  for (const [name, bytes] of [...folder.files]) {
    const isSecond = new TextDecoder().decode(bytes).includes('"passphrase"');
    if (!name.startsWith('slots/') || isSecond) folder.files.delete(name);
  }
  expect([...folder.files.keys()]).toHaveLength(1);
  expect(await lookAtLocker(folder)).toEqual(ok('absent'));
  const opened = await openLocker(await testHost(folder), { passphrase: passphraseBytes() });
  expect(opened).toEqual(fail('locker-absent'));
});
