// New keys for everything: a new locker is made beside the old one in the same folder, and takes its place by one slot.
//   1 the old journal says that it begins; slots of the new locker, the passphrase's one pending; the old locker is closed
//     (the old locker is the truth)
//   2 files sealed anew, under names that follow from the old ones: whoever goes on finds what is done
//   3 the journal written anew; what an attempt before had written of it is deleted
//   4 all of it opened as a locker and compared
//   5 the passphrase's slot that is not pending: from here on the new locker is the truth
//   6 the old locker's slots, segments, pools and files are deleted, also by the next opening
import { randomBytes, toHex, type Bytes } from '../bytes.ts';
import type { Argon2Cost } from '../crypto/argon2.ts';
import { deriveLockerKeys, type LockerKeys } from '../crypto/locker-keys.ts';
import { makeSlot, type Secret, type SlotFile, type Stretching } from '../crypto/slots.ts';
import { randomId, type DeviceId, type PersonId } from '../evidence/ids.ts';
import { compareChanges, type Act, type Change } from '../journal/change.ts';
import { fail, ok, type Result } from '../result.ts';
import { readFolder, type FolderEyes } from './check-folder.ts';
import { clearEpochs, clearRenewed } from './clear-renewed.ts';
import { slotAdded } from './present-slots.ts';
import type { LockerReading } from './read-locker.ts';
import {
  dropBegun,
  dropJournal,
  findBegun,
  readMarked,
  type Begun as BegunBefore,
} from './renewal-begun.ts';
import { carry } from './renewed-changes.ts';
import { sealFiles, type RenewalSteps } from './renewed-content.ts';
import { writeJournal } from './renewed-journal.ts';
import { readLeft } from './renewed-left.ts';
import { makeRing } from './renewed-ring.ts';
import { writeSlot } from './slot-files.ts';
import { isUnchanged, readWholeLocker, verifyRenewed } from './whole-locker.ts';

export interface Renewal {
  /** It opens the locker now, and is the only one that opens it afterwards. */
  readonly passphrase: Bytes;
  readonly cost: Argon2Cost;
  /** The new recovery key, shown and proven; undefined to go on with a renewal that has one already. */
  readonly recovery: Bytes | undefined;
  readonly person: PersonId;
  readonly stretching: Stretching;
  readonly now: () => number;
}

/** The locker as it is open. */
export interface RenewableLocker {
  readonly eyes: FolderEyes;
  act(acts: readonly Act[], person: PersonId): Promise<Result<readonly Change[]>>;
  /** The seal phrase of the last act of this run. */
  readonly phrase: string | undefined;
  close(): Promise<Result<null>>;
}

/** Whether a renewal can be done, and whether this passphrase goes on with one that was begun. Changes nothing. */
export async function lookAtRenewal(
  eyes: FolderEyes,
  passphrase: Bytes,
  stretching: Stretching,
): Promise<Result<'fresh' | 'begun'>> {
  const read = await readWholeLocker(eyes);
  if (!read.ok) return read;
  const begun = await findBegun(eyes, read.value.reading, passphrase, stretching);
  if (!begun.ok) return begun;
  begun.value?.master.fill(0);
  return ok(begun.value === undefined ? 'fresh' : 'begun');
}

/** Drops what was prepared by renewals that were begun. */
export async function dropRenewal(eyes: FolderEyes): Promise<Result<null>> {
  const read = await readFolder(eyes);
  return read.ok ? dropBegun(eyes, read.value.reading) : read;
}

/** Whether a renewal was begun and is not finished. */
export async function isRenewalBegun(eyes: FolderEyes): Promise<Result<boolean>> {
  const marked = await readMarked(eyes);
  return marked.ok ? ok(marked.value.length > 0) : marked;
}

/**
 * `renewal-unclean` where the locker is not whole: then it is as it was, and open. Whatever else it answers the old locker
 * may be closed, and one of the two can be opened.
 */
export async function renewKeys(
  locker: RenewableLocker,
  renewal: Renewal,
  steps: RenewalSteps = {},
): Promise<Result<null>> {
  const old = locker.eyes;
  const begun = await begin(locker, renewal);
  if (!begun.ok) return begun;
  const { keys, phrase } = begun.value;
  const read = await readWholeLocker(old);
  if (!read.ok) return read;
  const { reading } = read.value;
  const changes = [...reading.union.changes].sort(compareChanges);

  const ring = await makeRing(old, keys, changes);
  if (!ring.ok) return ring;
  const files = await sealFiles(old, keys, ring.value, reading, steps);
  if (!files.ok) return files;
  const dropped = await dropJournal(old, keys.lockerId);
  if (!dropped.ok) return dropped;
  const left = await readLeft(old, files.value, ring.value.pools);
  if (!left.ok) return left;
  const added = [
    slotAdded(begun.value.recoverySlot, 'recovery', renewal.person),
    slotAdded(begun.value.passphraseSlot.id, 'passphrase', renewal.person),
    { subject: 'library', kind: 'keys-renewed', payload: { ...left.value, phrase } } as const,
  ];
  const carried = changes.map((change) => carry(change, files.value));
  const wanted = [...carried, ...number(added, changes, reading, renewal)];
  const written = await writeJournal({ folder: old.folder, keys, keyOf: ring.value.keyOf }, wanted);
  if (!written.ok) return written;

  const same = await verifyRenewed({ ...old, keys, device: reading.self }, wanted, steps);
  if (!same.ok) return same;
  const unchanged = await isUnchanged(old, changes);
  if (!unchanged.ok) return unchanged;
  if (steps.cancelled?.() === true) return fail('cancelled');
  return commit(old, reading.self, begun.value, renewal, wanted);
}

interface Begun {
  readonly keys: LockerKeys;
  /** Made, not yet written. */
  readonly passphraseSlot: SlotFile;
  readonly recoverySlot: string;
  readonly phrase: string;
}

/** The old locker is closed when this answers. */
async function begin(locker: RenewableLocker, renewal: Renewal): Promise<Result<Begun>> {
  const { eyes } = locker;
  const read = await readWholeLocker(eyes);
  if (!read.ok) return read;
  const { reading } = read.value;
  const found = await findBegun(eyes, reading, renewal.passphrase, renewal.stretching);
  if (!found.ok) return found;
  const master = found.value?.master ?? randomBytes(32);
  try {
    return await prepare(locker, renewal, reading, found.value, master);
  } finally {
    master.fill(0);
  }
}

async function prepare(
  locker: RenewableLocker,
  { passphrase, cost, recovery, person, stretching }: Renewal,
  reading: LockerReading,
  known: BegunBefore | undefined,
  master: Bytes,
): Promise<Result<Begun>> {
  const { eyes } = locker;
  if (known === undefined && recovery === undefined) return fail('recovery-unproven');
  const dropped = await dropBegun(eyes, reading, known?.lockerId);
  if (!dropped.ok) return dropped;

  const follows = eyes.keys.lockerId;
  const lockerId = known?.lockerId ?? toHex(randomBytes(16));
  const payload = { locker: lockerId, purged: reading.purged.sources.size };
  const told = await locker.act([{ subject: 'library', kind: 'renewal-begun', payload }], person);
  if (!told.ok) return told;
  const { phrase } = locker;
  const secret: Secret = { kind: 'passphrase', passphrase };
  let recoverySlot = known?.recoverySlot;
  if (recoverySlot === undefined && recovery !== undefined) {
    const key: Secret = { kind: 'recovery', key: recovery };
    const first = await makeSlot(master, lockerId, key, cost, stretching, { follows });
    const marks = { pending: true, follows } as const;
    const second = await makeSlot(master, lockerId, secret, cost, stretching, marks);
    if (first === undefined || second === undefined) return fail('internal');
    const wroteFirst = await writeSlot(eyes.folder, first, key, stretching);
    if (!wroteFirst.ok) return wroteFirst;
    const wroteSecond = await writeSlot(eyes.folder, second, secret, stretching);
    if (!wroteSecond.ok) return wroteSecond;
    recoverySlot = first.id;
  }
  const passphraseSlot = await makeSlot(master, lockerId, secret, cost, stretching, { follows });
  if (passphraseSlot === undefined || recoverySlot === undefined) return fail('internal');
  const keys = await deriveLockerKeys(master, lockerId);
  const closed = await locker.close();
  if (!closed.ok) return closed;
  return ok({ keys, passphraseSlot, recoverySlot, phrase: phrase ?? '' });
}

function number(
  acts: readonly Act[],
  changes: readonly Change[],
  { self, seq, union }: LockerReading,
  { person, now }: Renewal,
): Change[] {
  const at = Math.max(0, Math.trunc(now()));
  const clock = changes.reduce((most, change) => Math.max(most, change.clock), union.clock);
  return acts.map((act, index) => ({
    ...act,
    id: randomId(),
    device: self,
    seq: seq + index + 1,
    clock: clock + index + 1,
    at,
    person,
  }));
}

async function commit(
  { folder, keys: { lockerId: from }, device }: FolderEyes,
  self: DeviceId,
  { keys, passphraseSlot }: Begun,
  { passphrase, stretching }: Renewal,
  changes: readonly Change[],
): Promise<Result<null>> {
  const over = await readMarked({ folder, keys: { ...keys, lockerId: from } });
  if (!over.ok) return over;
  // Before, so that nobody finds them beside the new keys; the old locker can do without and makes others.
  const cleared = await clearEpochs({ folder, keys }, from);
  if (!cleared.ok) return cleared;
  const secret: Secret = { kind: 'passphrase', passphrase };
  const committed = await writeSlot(folder, passphraseSlot, secret, stretching);
  if (!committed.ok) return committed;
  await clearRenewed({ folder, keys, device: device ?? self }, changes); // what is left is deleted at the next opening
  return ok(null);
}
