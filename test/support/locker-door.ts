// The door of the vault over a folder in memory, with secrets typed into it as a person does.
import type { SecretField } from '../../renderer/vault/calls/opening.ts';
import type { VaultEvent } from '../../renderer/vault/contract.ts';
import { deriveKey } from '../../renderer/vault/derive-key.ts';
import { Door } from '../../renderer/vault/door.ts';
import { Pace } from '../../renderer/vault/pace.ts';
import type { LockerFolder } from '../../shared/locker/folder.ts';
import type { LockerHost } from '../../shared/locker/locker.ts';
import { stillHost } from './still-host.ts';
import { testHost } from './small-locker.ts';

/** What is typed for a good new passphrase. */
export const goodPassphrase = 'marble lantern ochre river upright quilt';

let clock = 1_700_000_000_000;

/** As the vault's worker has it: time goes on from one opening to the next, and slots are stretched by `Worker`, which is to be a `KdfWorker`. */
export async function vaultHost(folder: LockerFolder): Promise<LockerHost> {
  const { device, withAckLines } = await testHost(folder);
  return { folder, device, withAckLines, now: () => (clock += 1_000), argon2: deriveKey };
}

export async function doorTo(
  folder: LockerFolder,
  tell: (event: VaultEvent) => void = () => undefined,
): Promise<Door> {
  const host = { ...stillHost, ...(await vaultHost(folder)) };
  return new Door(host, tell, new Pace({ now: () => 0, keep: () => undefined }));
}

/** Instead of what is in the field. */
export async function type(door: Door, field: SecretField, insert: string): Promise<void> {
  await door.editSecret({ field, from: 0, to: 999, insert });
}

/** How many characters are in the field. */
export async function lengthOf(door: Door, field: SecretField): Promise<number> {
  return (await door.editSecret({ field, from: 0, to: 0, insert: '' })).length;
}
