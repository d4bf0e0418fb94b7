import { expect, test } from 'vitest';
import { parseRecoveryKey } from '../../../../shared/crypto/recovery-key.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  cheapCost,
  createSmallLocker,
  importSource,
  must,
  passphraseBytes,
  reopen,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const current = { kind: 'passphrase', passphrase: passphraseBytes() } as const;
const next = { passphrase: passphraseBytes('quite another passphrase'), cost: cheapCost };

/** Which of the two passphrases open the locker. */
async function opening(folder: MemoryFolder): Promise<{ old: boolean; new: boolean }> {
  const host = await testHost(folder);
  const byOld = await openLocker(host, { passphrase: passphraseBytes() });
  const byNew = await openLocker(host, { passphrase: next.passphrase });
  return { old: byOld.ok, new: byNew.ok };
}

test('a change of passphrase touches slots and says so in the journal, nothing else', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  await importSource(locker, new Uint8Array(10));
  const before = new Map(folder.files);

  expect(await locker.slots.changePassphrase(current, next, testPerson.id)).toEqual(ok(null));

  expect(await opening(folder)).toEqual({ old: false, new: true });
  const changed = [...before.keys(), ...folder.files.keys()].filter(
    (name) => folder.files.get(name) !== before.get(name),
  );
  expect(changed.every((name) => /^(?:slots|journal)\//.test(name))).toBe(true);
  expect(locker.changes.at(-1)?.kind).toBe('passphrase-changed');
});

test('after the recovery key a new passphrase replaces every old one', async () => {
  const folder = memoryFolder();
  const { locker, recoveryKey } = await createSmallLocker(await testHost(folder));
  const key = there(await parseRecoveryKey(recoveryKey));

  must(await locker.slots.changePassphrase({ kind: 'recovery', key }, next, testPerson.id));

  expect(await opening(folder)).toEqual({ old: false, new: true });
  expect((await openLocker(await testHost(folder), { recoveryKey })).ok).toBe(true);
});

test('who does not know the passphrase changes nothing', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const before = new Map(folder.files);
  const wrong = { kind: 'passphrase', passphrase: passphraseBytes('a guess') } as const;

  expect(await locker.slots.changePassphrase(wrong, next, testPerson.id)).toEqual(
    fail('secret-wrong'),
  );
  expect(folder.files).toEqual(before);
});

test('the old passphrase stays when the new slot cannot be read back as it was written', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const create = folder.create.bind(folder);
  folder.create = (name, bytes) =>
    create(
      name,
      bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
    );

  expect((await locker.slots.changePassphrase(current, next, testPerson.id)).ok).toBe(false);
  expect(await opening(folder)).toEqual({ old: true, new: false });
});

test('a replaced slot that comes back by a merge is reported', async () => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const older = new Map(folder.files);
  must(await locker.slots.changePassphrase(current, next, testPerson.id));
  must(await locker.close());
  for (const [name, bytes] of older) if (name.startsWith('slots/')) folder.files.set(name, bytes);

  const { report } = await reopen(folder);
  expect(report.stray).toHaveLength(1);
  expect(report.stray[0]).toMatch(/^slots\//);
});
