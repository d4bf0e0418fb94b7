// The door of the vault core: look, create, open. Host-neutral; the same code runs in the vault worker and in Node.
import { randomBytes, toHex, type Bytes } from '../bytes.ts';
import { leastCost, type Argon2, type Argon2Cost } from '../crypto/argon2.ts';
import { deriveLockerKeys } from '../crypto/locker-keys.ts';
import { parseRecoveryKey, printRecoveryKey, recoveryKeyBytes } from '../crypto/recovery-key.ts';
import { makeSlot, type Secret, type Stretching } from '../crypto/slots.ts';
import type { DeviceId } from '../evidence/ids.ts';
import type { Person } from '../evidence/person.ts';
import type { Act } from '../journal/change.ts';
import { fail, ok, type Result } from '../result.ts';
import { fileName, inside, type FolderListing, type LockerFolder } from './folder.ts';
import { slotAdded } from './present-slots.ts';
import { OpenLocker } from './open-locker.ts';
import { readLocker } from './read-locker.ts';
import { SegmentMemory, type ViewStore } from './segment-memory.ts';
import { clearRenewed } from './clear-renewed.ts';
import { chooseSlots } from './slot-choice.ts';
import { readSlots, unlockSlots, writeSlot, type SlotFiles } from './slot-files.ts';

export interface LockerHost {
  readonly folder: LockerFolder;
  readonly argon2: Argon2;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Who writes; undefined for a reader that never acts. */
  readonly device: DeviceId | undefined;
  /** Main was started with `--acks`. */
  readonly withAckLines: boolean;
  /** Where readings of finished segments are remembered, if anywhere. */
  readonly views?: ViewStore;
  /** Lower in tests only. */
  readonly leastCost?: Argon2Cost;
}

/** What a person gives to open a locker: passphrase as NFC in UTF-8, or the recovery key as typed. */
export type LockerSecret = { readonly passphrase: Bytes } | { readonly recoveryKey: string };

export interface NewLocker {
  readonly passphrase: Bytes;
  readonly cost: Argon2Cost;
  readonly person: Person;
  readonly name: string;
}

export interface PreparedLocker {
  readonly recoveryKey: string;
  /** Writes the locker. Until then no file is on the disk, so that an unproven recovery key leaves nothing behind. */
  write(): Promise<Result<OpenLocker>>;
  /** It will not be written: its recovery key is overwritten. */
  forget(): void;
}

export async function lookAtLocker(folder: LockerFolder): Promise<Result<'absent' | 'closed'>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const slots = await readSlots(folder, listing.value);
  if (!slots.ok) return slots;
  if (isAbsent(listing.value, slots.value)) return ok('absent');
  return slots.value.slots.length > 0 ? ok('closed') : fail('locker-damaged');
}

/**
 * Tries to write into the folder, by a file that is begun and taken back: what is wrong with it is told before a person writes
 * down the recovery key of a locker that cannot be.
 */
export async function tryWriting(folder: LockerFolder): Promise<Result<null>> {
  const name = fileName(toHex(randomBytes(16)));
  const begun = await folder.beginFile(name);
  return begun.ok ? folder.discardFile(name) : begun;
}

/** The passphrase is needed until `write` is done; the caller zeroes it. */
export async function prepareLocker(
  host: LockerHost,
  { passphrase, cost, person, name }: NewLocker,
): Promise<PreparedLocker> {
  const recovery = randomBytes(recoveryKeyBytes);
  const recoveryKey = await printRecoveryKey(recovery);
  return {
    recoveryKey,
    forget: () => {
      recovery.fill(0);
    },
    write: async () => {
      const looked = await lookAtLocker(host.folder);
      if (!looked.ok) return looked;
      if (looked.value !== 'absent') return fail('already-there');
      const swept = await removeSlots(host.folder);
      if (!swept.ok) return swept;
      const lockerId = toHex(randomBytes(16));
      const master = randomBytes(32);
      try {
        // The passphrase's slot comes last, and every act after it: without that slot there is no locker, and nothing that
        // was told to be saved.
        const secrets: readonly Secret[] = [
          { kind: 'recovery', key: recovery },
          { kind: 'passphrase', passphrase },
        ];
        const stretching = stretchingOf(host);
        const added: Act[] = [];
        let opened = '';
        for (const secret of secrets) {
          const made = await makeSlot(master, lockerId, secret, cost, stretching);
          if (made === undefined) return fail('internal');
          const wrote = await writeSlot(host.folder, made, secret, stretching);
          if (!wrote.ok) return wrote;
          opened = made.id;
          added.push(slotAdded(made.id, secret.kind, person.id));
        }
        recovery.fill(0);
        const locker = await openWithMaster(host, master, lockerId, opened);
        if (!locker.ok) return locker;
        const first = await locker.value.act(
          [
            { subject: 'library', kind: 'locker-created', payload: { name } },
            { subject: 'library', kind: 'person-named', payload: { person } },
            ...added,
          ],
          person.id,
        );
        return first.ok ? locker : first;
      } finally {
        master.fill(0); // also where a slot could not be written
      }
    },
  };
}

export async function openLocker(
  host: LockerHost,
  given: LockerSecret,
): Promise<Result<OpenLocker>> {
  const listing = await host.folder.list();
  if (!listing.ok) return listing;
  const found = await readSlots(host.folder, listing.value);
  if (!found.ok) return found;
  const { slots, damaged } = found.value;
  if (isAbsent(listing.value, found.value)) return fail('locker-absent');
  if (slots.length === 0) return fail('locker-damaged');
  const { usable, isObsolete } = chooseSlots(slots);
  const secret = await secretOf(given);
  const unlocked = await unlockSlots(usable, secret, stretchingOf(host)).finally(() => {
    if (secret.kind === 'recovery') secret.key.fill(0); // a passphrase is the caller's
  });
  // Of a slot that cannot be read nobody can say whether the secret would have opened it.
  if (!unlocked.ok) return damaged.length > 0 ? fail('slot-damaged') : unlocked;
  const { slot, master } = unlocked.value;
  if (isObsolete(slot.body.lockerId)) {
    master.fill(0);
    return fail('locker-renewed');
  }
  const opened = await openWithMaster(host, master, slot.body.lockerId, slot.id);
  if (!opened.ok) return opened;
  if (await opened.value.slots.isRefused()) return fail('secret-wrong');
  if (host.device !== undefined) {
    await opened.value.slots.sweep();
    const { report, eyes, changes } = opened.value;
    // Of a synchronised folder the new locker may have arrived in part only.
    const lacking = [...report.damage, ...report.missing, ...report.notArrived];
    if (lacking.length === 0) await clearRenewed(eyes, changes);
  }
  return opened;
}

async function openWithMaster(
  host: LockerHost,
  master: Bytes,
  lockerId: string,
  openedBy: string,
): Promise<Result<OpenLocker>> {
  const keys = await deriveLockerKeys(master, lockerId);
  const listing = await host.folder.list();
  if (!listing.ok) return listing;
  const slots = await readSlots(host.folder, listing.value);
  if (!slots.ok) return slots;
  const { folder, device, views } = host;
  const memory =
    views && device && (await SegmentMemory.open({ folder, keys, device, store: views }));
  let reading = await readLocker(folder, listing.value, keys, device, memory);
  if (!reading.ok) return reading;
  if (await memory?.forgetUnless(reading.value.purged)) {
    reading = await readLocker(folder, listing.value, keys, device, memory);
    if (!reading.ok) return reading;
  }
  const locker = new OpenLocker(
    { ...host, memory, stretching: stretchingOf(host) },
    keys,
    listing.value,
    reading.value,
    slots.value.damaged,
    openedBy,
  );
  await locker.finishPurges(reading.value); // a folder that refuses to be written to is opened all the same
  return ok(locker);
}

/** A recovery key that is none becomes one that opens nothing, so that it takes the same way as a wrong one. */
export async function secretOf(given: LockerSecret): Promise<Secret> {
  if ('passphrase' in given) return { kind: 'passphrase', passphrase: given.passphrase };
  const key = await parseRecoveryKey(given.recoveryKey);
  return { kind: 'recovery', key: key ?? randomBytes(recoveryKeyBytes) };
}

function stretchingOf(host: LockerHost): Stretching {
  return { argon2: host.argon2, least: host.leastCost ?? leastCost };
}

/**
 * A creation that was cut off, at most: nothing of value can lie in a folder without files and journal, and the
 * passphrase's slot, which comes last, is not there.
 */
function isAbsent(listing: FolderListing, { slots, damaged }: SlotFiles): boolean {
  const isUnborn =
    inside(listing, 'files/').length === 0 && inside(listing, 'journal/').length === 0;
  return isUnborn && damaged.length === 0 && !slots.some(({ body }) => body.kind === 'passphrase');
}

async function removeSlots(folder: LockerFolder): Promise<Result<null>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  for (const { name } of inside(listing.value, 'slots/')) {
    const removed = await folder.remove(name);
    if (!removed.ok) return removed;
  }
  return ok(null);
}
