// Locking in the middle of things: what is running ends, and what was kept for later is gone.
import sodium from 'libsodium-wrappers-sumo';
import { beforeEach, expect, test, vi } from 'vitest';
import type { VaultEvent } from '../../../../renderer/vault/contract.ts';
import { Session } from '../../../../renderer/vault/session.ts';
import { argon2id, leastCost, type Argon2 } from '../../../../shared/crypto/argon2.ts';
import { fail } from '../../../../shared/result.ts';
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
import { stillHost } from '../../../support/still-host.ts';

// In the program a worker of its own derives, as dear as the machine allows.
vi.mock('../../../../renderer/vault/derive-key.ts', () => ({
  calibrateCost: () => Promise.resolve(leastCost),
  deriveKey: ((passphrase, salt) =>
    Promise.resolve(argon2id(sodium, passphrase, salt, cheapCost))) satisfies Argon2,
}));

let folder: MemoryFolder;
let session: Session;
let hear: (event: VaultEvent) => void;

beforeEach(async () => {
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  await importSource(locker, new TextEncoder().encode('The shelters were closed.'));
  hear = () => undefined;
  session = new Session(
    locker,
    testPerson,
    (event) => {
      hear(event);
    },
    stillHost,
  );
});

async function prepared(): Promise<string> {
  const { recoveryKey } = must(await session.renewing.prepare(passphraseBytes(), testPerson.id));
  return there(recoveryKey ?? undefined);
}

test('a renewal of the keys that is running ends, and the locker is as it was', async () => {
  const recoveryKey = await prepared();
  let closing: ReturnType<Session['close']> | undefined;
  hear = ({ kind }) => {
    if (kind === 'renewing') closing ??= session.close();
  };
  expect(await session.renewing.run(recoveryKey, testPerson.id)).toEqual(fail('cancelled'));
  must(await there(closing));
  expect((await reopen(folder)).state.sources.size).toBe(1);
});

test('a passphrase that was kept for a renewal is gone: nothing can be renewed with it any more', async () => {
  const recoveryKey = await prepared();
  must(await session.close());
  expect(await session.renewing.run(recoveryKey, testPerson.id)).toEqual(fail('recovery-unproven'));
});
