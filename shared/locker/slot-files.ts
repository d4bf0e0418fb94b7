// The key slots in the locker's folder: written once, re-opened before anything is deleted for them.
import type { Bytes } from '../bytes.ts';
import {
  openSlot,
  parseSlot,
  stretchInVain,
  type Secret,
  type Slot,
  type SlotFile,
  type Stretching,
} from '../crypto/slots.ts';
import { fail, ok, type Result } from '../result.ts';
import { slotName, type FolderListing, type FolderName, type LockerFolder } from './folder.ts';

const mostSlotBytes = 64 * 1024;

export interface SlotFiles {
  readonly slots: readonly Slot[];
  readonly damaged: readonly FolderName[];
}

/** Every slot that can be read without a secret. One that needs a newer program makes all of it `locker-newer`. */
export async function readSlots(
  folder: LockerFolder,
  { entries }: FolderListing,
): Promise<Result<SlotFiles>> {
  const slots: Slot[] = [];
  const damaged: FolderName[] = [];
  for (const { name } of entries.filter((entry) => entry.name.startsWith('slots/'))) {
    const bytes = await folder.read(name, 0, mostSlotBytes);
    if (!bytes.ok) return bytes;
    const slot = await parseSlot(name.slice('slots/'.length), bytes.value);
    if (slot === 'locker-newer') return fail(slot);
    if (slot === 'locker-damaged') damaged.push(name);
    else slots.push(slot);
  }
  return ok({ slots, damaged });
}

export interface Unlocked {
  readonly slot: Slot;
  /** The caller zeroes it. */
  readonly master: Bytes;
}

/**
 * Tries every slot of the secret's kind. `secret-wrong` says no more than that, and comes after as much stretching whatever
 * was given: a wrong recovery key is stretched like a wrong passphrase, for nothing.
 */
export async function unlockSlots(
  slots: readonly Slot[],
  secret: Secret,
  stretching: Stretching,
): Promise<Result<Unlocked>> {
  for (const slot of slots) {
    const master = await openSlot(slot, secret, stretching);
    if (master !== undefined) return ok({ slot, master });
  }
  if (secret.kind === 'recovery') {
    for (const slot of slots) await stretchInVain(slot, stretching);
  }
  return fail('secret-wrong');
}

/** Writes a slot and opens it again from the disk; only then does it count. */
export async function writeSlot(
  folder: LockerFolder,
  made: SlotFile,
  secret: Secret,
  stretching: Stretching,
): Promise<Result<null>> {
  const name = slotName(made.id);
  const written = await folder.create(name, made.bytes);
  if (!written.ok) return written;
  const stored = await folder.read(name, 0, mostSlotBytes);
  if (!stored.ok) return stored;
  const reopened = await openSlotFile({ ...made, bytes: stored.value }, secret, stretching);
  reopened?.fill(0);
  return reopened === undefined ? fail('locker-damaged') : ok(null);
}

/** The master key, which the caller zeroes; undefined where it is no slot, or not of this secret. */
export async function openSlotFile(
  { id, bytes }: SlotFile,
  secret: Secret,
  stretching: Stretching,
): Promise<Bytes | undefined> {
  const slot = await parseSlot(id, bytes);
  return typeof slot === 'string' ? undefined : openSlot(slot, secret, stretching);
}
