// A slot in a folder in memory that is what its name says, and that no secret of a test's locker opens.
import { makeSlot, type Secret, type SlotMarks } from '../../shared/crypto/slots.ts';
import { slotName, type FolderName } from '../../shared/locker/folder.ts';
import type { MemoryFolder } from './memory-folder.ts';
import { cheapCost, testHost, there } from './small-locker.ts';

/** Of a recovery key unless told otherwise, written by somebody who does not know the locker's master key. */
export async function putSlot(
  folder: MemoryFolder,
  lockerId: string,
  marks: SlotMarks = {},
  kind: 'recovery' | 'passphrase' = 'recovery',
): Promise<FolderName> {
  const { argon2 } = await testHost(folder);
  const drawn = new Uint8Array(20).fill(5);
  const secret: Secret = kind === 'recovery' ? { kind, key: drawn } : { kind, passphrase: drawn };
  const master = new Uint8Array(32).fill(9);
  const stretching = { argon2, least: cheapCost };
  const { id, bytes } = there(
    await makeSlot(master, lockerId, secret, cheapCost, stretching, marks),
  );
  folder.files.set(slotName(id), bytes);
  return slotName(id);
}
