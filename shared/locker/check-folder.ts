// Reads a whole folder again with a locker's keys, every sealed file included: the locker's own folder, or a copy of it.
import type { LockerKeys } from '../crypto/locker-keys.ts';
import { isAuthentic, type Slot } from '../crypto/slots.ts';
import type { DeviceId, FileId } from '../evidence/ids.ts';
import type { Purged } from '../library/purged.ts';
import { fail, ok, type Result } from '../result.ts';
import { isMadeAfter, readEpoch } from './epoch.ts';
import {
  fileName,
  inside,
  slotName,
  type FolderListing,
  type FolderName,
  type LockerFolder,
} from './folder.ts';
import type { KeyRing, NamedKey } from './key-ring.ts';
import type { NamedFile } from './named-files.ts';
import { readLocker, type LockerReading } from './read-locker.ts';
import type { Damage, LockerReport } from './report.ts';
import { startOpeningFile, type OpenedFile } from './sealed-file.ts';
import { counts } from './slot-choice.ts';
import { readSlots } from './slot-files.ts';

export interface CheckSteps {
  /** Hears how many sealed files of how many are done. */
  readonly progress?: (done: number, total: number) => void;
  /** Asked between files; true ends the check with `cancelled`. */
  readonly cancelled?: () => boolean;
}

/** What it takes to read a folder of this locker. */
export interface FolderEyes {
  readonly folder: LockerFolder;
  readonly keys: LockerKeys;
  readonly device: DeviceId | undefined;
}

export interface ReadFolder {
  readonly listing: FolderListing;
  readonly reading: LockerReading;
  /** Slots included, contents of sealed files not. */
  readonly report: LockerReport;
}

/** Slots, keys and segments, without opening the sealed files. */
export async function readFolder({
  folder,
  keys,
  device,
}: FolderEyes): Promise<Result<ReadFolder>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const slots = await readSlots(folder, listing.value);
  if (!slots.ok) return slots;
  const reading = await readLocker(folder, listing.value, keys, device);
  if (!reading.ok) return reading;
  const { report, self, purged } = reading.value;
  const altered = alteredSlots(slots.value.slots, keys);
  const epochs = await judgeEpochs(folder, listing.value, keys, self, purged);
  const read = withSlots(report, [...slots.value.damaged, ...altered]);
  return ok({
    listing: listing.value,
    reading: reading.value,
    report: {
      ...read,
      damage: [...read.damage, ...epochs.damage],
      unpurged: [...read.unpurged, ...epochs.unpurged],
    },
  });
}

/** Slots that are what their names say, and that this locker's program did not write. */
function alteredSlots(slots: readonly Slot[], keys: LockerKeys): FolderName[] {
  const altered: FolderName[] = [];
  const isOwn = ({ body }: Slot): boolean => body.lockerId === keys.lockerId;
  // While keys are renewed, slots of the locker before and of the one to come lie beside each other.
  const before = new Set(slots.filter(isOwn).map(({ body }) => body.follows));
  const counting = new Set(
    slots.filter(({ body }) => counts(body)).map(({ body }) => body.lockerId),
  );
  for (const slot of slots) {
    const { lockerId, follows, pending } = slot.body;
    const isPrepared = follows !== undefined || pending === true;
    // Begun in a copy of some locker before and not ended: no secret opens it, and whoever renews next must not be stopped by it.
    const isLeft = isPrepared && !counting.has(lockerId);
    const isOfRenewal =
      !isOwn(slot) && (follows === keys.lockerId || before.has(lockerId) || isLeft);
    if (!isOfRenewal && !isAuthentic(slot, keys)) altered.push(slotName(slot.id));
  }
  return altered;
}

/** Keys of views: those that do not open, and the device's own where a purge has come since. */
async function judgeEpochs(
  folder: LockerFolder,
  listing: FolderListing,
  keys: LockerKeys,
  self: DeviceId,
  purged: Purged,
): Promise<Pick<LockerReport, 'damage' | 'unpurged'>> {
  const damage: Damage[] = [];
  const unpurged: FolderName[] = [];
  for (const { name } of inside(listing, 'epoch/')) {
    const device = name.slice('epoch/'.length) as DeviceId;
    const epoch = await readEpoch(folder, keys, device);
    if (epoch === undefined) damage.push({ name, why: 'epoch' });
    else if (device === self && !(await isMadeAfter(epoch, purged))) unpurged.push(name);
  }
  return { damage, unpurged };
}

/** Everything, every sealed file opened and hashed. */
export async function checkFolder(
  eyes: FolderEyes,
  { progress, cancelled }: CheckSteps = {},
): Promise<Result<ReadFolder>> {
  const read = await readFolder(eyes);
  if (!read.ok) return read;
  const { reading, report, listing } = read.value;
  const absent = new Set([...report.missing, ...report.notArrived]);
  const present = Array.from(reading.files.keys()).filter((file) => !absent.has(fileName(file)));
  const sizes = new Map(listing.entries.map(({ name, sizeBytes }) => [name, sizeBytes]));
  const damage: Damage[] = [];
  for (const [done, file] of present.entries()) {
    if (cancelled?.() === true) return fail('cancelled');
    progress?.(done, present.length);
    const whole = await isFileWhole(eyes, reading, file, sizes.get(fileName(file)));
    if (!whole.ok) return whole;
    if (!whole.value) damage.push({ name: fileName(file), why: 'content' });
  }
  progress?.(present.length, present.length);
  const checked = { ...report, damage: [...report.damage, ...damage] };
  return ok({ listing, reading, report: checked });
}

/** Whether a named file opens, with the hash it was sealed with and the journal tells. `not-there` where it is absent or nobody names it. */
export async function isFileWhole(
  { folder, keys }: Pick<FolderEyes, 'folder' | 'keys'>,
  { ring, files }: Pick<LockerReading, 'ring' | 'files'>,
  file: FileId,
  sealedBytes: number | undefined,
): Promise<Result<boolean>> {
  const named = files.get(file);
  if (named === undefined || sealedBytes === undefined) return fail('not-there');
  const eyes = { folder, lockerId: keys.lockerId, ring };
  return readThrough(await openNamed(eyes, named, file, sealedBytes));
}

/** Reads to the end of what was begun; a file without its key or whose ends are damaged is not whole. */
export async function readThrough(opened: Result<OpenedFile>): Promise<Result<boolean>> {
  if (opened.ok) return opened.value.read(() => undefined);
  return opened.error === 'locker-damaged' || opened.error === 'key-missing' ? ok(false) : opened;
}

/**
 * Opens a file as the journal names it: by a key that has served its subject, and of no other bytes than it tells. `key-missing`
 * where there is no key, `locker-damaged` where none opens it, or it is another file.
 */
export async function openNamed(
  { folder, lockerId, ring }: { folder: LockerFolder; lockerId: string; ring: KeyRing },
  { subject, sha256 }: Pick<NamedFile, 'subject' | 'sha256'>,
  file: FileId,
  sealedBytes: number,
): Promise<Result<OpenedFile>> {
  const opened = await openWithAny(folder, lockerId, ring.keysOf(subject), file, sealedBytes);
  const isOther = opened.ok && sha256 !== undefined && opened.value.meta.sha256 !== sha256;
  return isOther ? fail('locker-damaged') : opened;
}

/** Tries every key that has served the file's subject. `key-missing` where there is none, `locker-damaged` where none opens it. */
export async function openWithAny(
  folder: LockerFolder,
  lockerId: string,
  keys: readonly NamedKey[],
  file: FileId,
  sealedBytes: number,
): Promise<Result<OpenedFile>> {
  for (const { key } of keys) {
    const opened = await startOpeningFile(folder, file, sealedBytes, { lockerId, key });
    if (!opened.ok) return opened;
    if (opened.value !== undefined) return ok(opened.value);
  }
  return fail(keys.length === 0 ? 'key-missing' : 'locker-damaged');
}

export function withSlots(report: LockerReport, damaged: readonly FolderName[]): LockerReport {
  const slots = damaged.map((name): Damage => ({ name, why: 'slot' }));
  return { ...report, damage: [...slots, ...report.damage] };
}
