import { expect, test } from 'vitest';
import {
  lookAtLocker,
  openLocker,
  prepareLocker,
  tryWriting,
} from '../../../../shared/locker/locker.ts';
import type { LockerFolder } from '../../../../shared/locker/folder.ts';
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

test('whether a locker can be written is tried before, and nothing is left of that', async () => {
  const folder = memoryFolder();
  const asked: string[] = [];
  const noting: LockerFolder = {
    ...folder,
    beginFile: (name) => {
      asked.push(`begin ${name}`);
      return folder.beginFile(name);
    },
    discardFile: (name) => {
      asked.push(`discard ${name}`);
      return folder.discardFile(name);
    },
  };
  expect(await tryWriting(noting)).toEqual(ok(null));
  const [begun = '', discarded, ...rest] = asked;
  expect([discarded, rest]).toEqual([begun.replace('begin', 'discard'), []]);
  expect(folder.files.size).toBe(0);
  for (const call of ['beginFile', 'discardFile'] as const) {
    const refusing = { ...folder, [call]: () => Promise.resolve(fail('folder-read-only')) };
    expect(await tryWriting(refusing)).toEqual(fail('folder-read-only'));
  }
});

test('whoever creates a locker has opened it with the passphrase', async () => {
  const { locker } = await createSmallLocker(await testHost(memoryFolder()));
  const slots = must(await locker.slots.list());
  const opened = slots.map(({ kind, openedThis }) => [kind, openedThis]).sort();
  expect(opened).toEqual([
    ['passphrase', true],
    ['recovery', false],
  ]);
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
