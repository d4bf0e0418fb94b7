// Where a backup lies in the folder a person chose, and whether it is one of this locker.
import path from 'node:path';
import type { ErrorCode } from '../../shared/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { errorOf } from '../locker/disk-errors.ts';
import type { Disk } from '../locker/disk.ts';
import type { ReadableFolder } from '../locker/begun-files.ts';
import { diskFolder } from '../locker/folder.ts';
import { isInside } from '../locker/inside.ts';
import { fromSegment, fromSlot } from './locker-ids.ts';

/** Neutral, like the locker's own name. */
const neutralName = 'Notes.backup';
/** Any of them makes a folder a locker, or what is left of one. */
const rooms: ReadonlySet<string> = new Set(['slots', 'keys', 'journal', 'files']);

/** The folder itself where it holds a locker or is named as a backup, else the one in it that is made for it. */
async function placeIn(chosen: string, disk: Disk): Promise<string> {
  const inside = await disk.list(chosen);
  const isLocker = inside.some(({ name, kind }) => kind === 'folder' && rooms.has(name));
  return isLocker || path.basename(chosen) === neutralName
    ? chosen
    : path.join(chosen, neutralName);
}

/** The locker that is backed up, or that something is brought back to. */
export interface OwnLocker {
  readonly path: string;
  readonly folder: ReadableFolder;
}

/** For a backup of this locker: a folder that is new, empty, or holds an earlier backup of it. */
export async function placeForBackup(
  locker: OwnLocker,
  chosen: string,
  disk: Disk,
): Promise<Result<string>> {
  const place = await placeIn(chosen, disk);
  if (await isInside(place, locker.path, disk)) return fail('backup-inside');
  const known = await lockerIds(diskFolder(place, { disk, readOnly: true }));
  if (!known.ok) return fail(asBackupError(known.error));
  const own = await lockerIds(locker.folder);
  if (!own.ok) return own;
  return known.value.size === 0 || meet(own.value, known.value)
    ? ok(place)
    : fail('backup-of-another');
}

/** A finished backup; of this locker where one is given. */
export async function placeOfBackup(
  locker: OwnLocker | undefined,
  chosen: string,
  disk: Disk,
): Promise<Result<string>> {
  const place = await placeIn(chosen, disk);
  if (locker !== undefined && (await isInside(place, locker.path, disk)))
    return fail('backup-inside');
  const folder = diskFolder(place, { disk, readOnly: true });
  const listing = await folder.list();
  if (!listing.ok) return fail(asBackupError(listing.error));
  // Slots are copied last: without them the backup was never finished.
  if (!listing.value.entries.some(({ name }) => name.startsWith('slots/'))) {
    return fail('backup-absent');
  }
  if (locker === undefined) return ok(place);
  const known = await lockerIds(folder);
  if (!known.ok) return fail(asBackupError(known.error));
  const own = await lockerIds(locker.folder);
  if (!own.ok) return own;
  return meet(own.value, known.value) ? ok(place) : fail('backup-of-another');
}

/** What a failure means where it is the backup's folder that failed. */
export function asBackupError(error: ErrorCode): ErrorCode {
  const named: Partial<Record<ErrorCode, ErrorCode>> = {
    'disk-full': 'backup-full',
    'folder-read-only': 'backup-read-only',
    'folder-unreadable': 'backup-unreadable',
  };
  return named[error] ?? error;
}

/** The same where what failed was there before, or has to be. */
export function asLostBackup(error: ErrorCode): ErrorCode {
  return error === 'not-there' ? 'backup-unreadable' : asBackupError(error);
}

/** The ids of the lockers whose slots or first segment lie here; they stand there in the clear. */
async function lockerIds(folder: ReadableFolder): Promise<Result<ReadonlySet<string>>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const names = listing.value.entries.map(({ name }) => name);
  const ids = new Set<string>();
  const slots = names.filter((name) => name.startsWith('slots/'));
  const [segment] = names.filter((name) => name.startsWith('journal/'));
  for (const name of segment === undefined ? slots : [...slots, segment]) {
    const bytes = await folder.read(name, 0, 64 * 1024);
    if (!bytes.ok) return bytes;
    const id = name === segment ? fromSegment(bytes.value) : fromSlot(bytes.value);
    if (id !== undefined) ids.add(id);
  }
  return ok(ids);
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return Array.from(a).some((id) => b.has(id));
}

/** Runs what asks the disk directly; what it throws is the backup's. */
export async function atBackup<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    return fail(asLostBackup(errorOf(error, 'reading')));
  }
}
