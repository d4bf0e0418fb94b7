// The master key is needed to derive keys and to wrap it once more, and for nothing after that; so is a new recovery key, to
// wrap it. Whatever is done with slots, no copy of either stays in memory.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { printRecoveryKey } from '../../../../shared/crypto/recovery-key.ts';
import type * as Slots from '../../../../shared/crypto/slots.ts';
import { makeSlot } from '../../../../shared/crypto/slots.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import { slotName } from '../../../../shared/locker/folder.ts';
import { openLocker, prepareLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  cheapCost,
  createSmallLocker,
  must,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { refuse } from '../../../support/refuse.ts';
import { look, renew, stoppedIn } from '../../../support/small-renewal.ts';
import { mine, second } from '../../../support/two-people.ts';

/** Every master key that was unwrapped or given to be wrapped, and every recovery key it was wrapped or opened with. */
const keys = vi.hoisted((): Uint8Array[] => []);
vi.mock('../../../../shared/crypto/slots.ts', async (original) => {
  const real = await original<typeof Slots>();
  const openSlot: typeof real.openSlot = async (...how) => {
    const [, secret] = how;
    if (secret.kind === 'recovery') keys.push(secret.key);
    const master = await real.openSlot(...how);
    if (master !== undefined) keys.push(master);
    return master;
  };
  const makeSlot: typeof real.makeSlot = (...how) => {
    const [master, , secret] = how;
    keys.push(master, ...(secret.kind === 'recovery' ? [secret.key] : []));
    return real.makeSlot(...how);
  };
  return { ...real, openSlot, makeSlot };
});

const next = { passphrase: passphraseBytes('another'), cost: cheapCost };
let folder: MemoryFolder;
let locker: OpenLocker;
let recoveryKey: string;

beforeEach(async () => {
  keys.length = 0;
  folder = memoryFolder();
  ({ locker, recoveryKey } = await createSmallLocker(await testHost(folder)));
});
afterEach(() => {
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(key).toEqual(new Uint8Array(32));
});

test('after a locker was made and opened', async () => {
  must(await locker.close());
  must(await openLocker(await testHost(folder), { passphrase: passphraseBytes() }));
});

test('after it was opened with the recovery key, and that was refused', async () => {
  must(await locker.close());
  must(await openLocker(await testHost(folder), { recoveryKey }));
  const other = await printRecoveryKey(new Uint8Array(32).fill(7));
  const refused = await openLocker(await testHost(folder), { recoveryKey: other });
  expect(refused).toEqual(fail('secret-wrong'));
});

test('after making a locker was refused, and given up', async () => {
  const empty = memoryFolder();
  refuse(empty, { what: 'create' });
  const wish = { ...next, person: testPerson, name: '' };
  const prepared = await prepareLocker(await testHost(empty), wish);
  expect(await prepared.write()).toEqual(fail('disk-full'));
  prepared.forget();
});

test('after a secret was proven, rightly and wrongly', async () => {
  must(await locker.slots.prove(mine));
  must(await locker.slots.proveOwn(mine.passphrase, testPerson.id));
  expect(await locker.slots.proveOwn(mine.passphrase, second.id)).toEqual(fail('secret-wrong'));
});

test('after a slot was added and taken away, and after both were refused', async () => {
  const wanted = { ...next, person: second, label: '' };
  must(await locker.slots.add(mine, wanted, testPerson.id));
  const added = there(must(await locker.slots.list()).find(({ person }) => person === second.id));
  expect(await locker.slots.remove(mine, randomId(), testPerson.id)).toEqual(fail('not-there'));
  must(await locker.slots.remove(mine, added.id, testPerson.id));
  const [last] = must(await locker.slots.list()).filter(({ kind }) => kind === 'passphrase');
  expect(await locker.slots.remove(mine, there(last).id, testPerson.id)).toEqual(fail('slot-last'));
});

test('after a passphrase was changed, and after that was refused', async () => {
  expect(await locker.slots.changePassphrase(mine, next, second.id)).toEqual(fail('secret-wrong'));
  must(await locker.slots.changePassphrase(mine, next, testPerson.id));
});

test('after the recovery key was replaced', async () => {
  const prepared = must(await locker.slots.prepareRecovery(mine));
  must(await prepared.write(testPerson.id));
});

test('after a new recovery key was shown, refused by the disk, and given up', async () => {
  const prepared = must(await locker.slots.prepareRecovery(mine));
  refuse(folder, { what: 'create' });
  expect(await prepared.write(testPerson.id)).toEqual(fail('disk-full'));
  prepared.forget();
});

test('after a renewal of keys was refused, begun, looked at and done', async () => {
  must(await locker.close());
  for (const refusal of [
    { what: 'append' },
    { what: 'create', inside: 'slots/', nth: 2 },
    { what: 'append', nth: 2 },
  ] as const) {
    const back = refuse(folder, refusal);
    expect(await renew(folder)).toEqual(fail('disk-full'));
    back();
  }
  expect(await renew(folder, stoppedIn('verifying', 0))).toEqual(fail('cancelled'));
  expect(await look(folder)).toBe('begun');
  const back = refuse(folder, { what: 'append' });
  expect(await renew(folder)).toEqual(fail('disk-full'));
  back();
  must(await renew(folder));
});

test('after it was refused to open the locker of before its keys were renewed', async () => {
  must(await locker.close());
  const { argon2 } = await testHost(folder);
  const follows = { follows: locker.lockerId };
  const stretching = { argon2, least: cheapCost };
  const secret = { kind: 'passphrase', passphrase: next.passphrase } as const;
  const renewed = new Uint8Array(32);
  const { id, bytes } = there(
    await makeSlot(renewed, 'ab'.repeat(16), secret, cheapCost, stretching, follows),
  );
  folder.files.set(slotName(id), bytes);
  const opened = await openLocker(await testHost(folder), { passphrase: passphraseBytes() });
  expect(opened).toEqual(fail('locker-renewed'));
});
