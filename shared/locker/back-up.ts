// The path of a backup, in order: compare → copy → open and verify → mend → drop what was taken away for good.
// Nothing in the copy is overwritten by something that is less whole, and nothing else in it is deleted.
import type { ChangeId, FileId } from '../evidence/ids.ts';
import type { Change } from '../journal/change.ts';
import { fail, ok, type Result } from '../result.ts';
import { asFolder, type BackupPlace } from './backup-place.ts';
import {
  checkFolder,
  isFileWhole,
  readFolder,
  type FolderEyes,
  type ReadFolder,
} from './check-folder.ts';
import {
  fileName,
  slotName,
  type FolderEntry,
  type FolderListing,
  type FolderName,
} from './folder.ts';
import { readWhole } from './read-whole.ts';
import type { LockerReport } from './report.ts';
import { losesNothing, versionOf } from './segment-choice.ts';
import type { CopyRule } from '../ipc.ts';

type BackupStage = 'comparing' | 'copying' | 'verifying';

export interface BackupSteps {
  /** Done of total, in files; a total of 0 where nobody knows. */
  readonly progress: (stage: BackupStage, done: number, total: number) => void;
  readonly cancelled: () => boolean;
}

export interface BackupMade {
  /** Files copied this time, and their bytes. */
  readonly copied: number;
  readonly copiedBytes: number;
  /** All that lies in the copy now. */
  readonly files: number;
  readonly bytes: number;
  /** What opening the copy found. */
  readonly report: LockerReport;
  /** Acts of the locker that the copy does not tell of. */
  readonly lackingActs: number;
}

export interface BackedUp {
  readonly eyes: FolderEyes;
  readonly changes: readonly Change[];
}

interface Copy {
  readonly name: FolderName;
  readonly rule: CopyRule;
}

export async function backUp(
  locker: BackedUp,
  place: BackupPlace,
  { progress, cancelled }: BackupSteps,
): Promise<Result<BackupMade>> {
  progress('comparing', 0, 0);
  const wanted = locker.changes.map(({ id }) => id);
  const mine = await readFolder(locker.eyes);
  if (!mine.ok) return mine;
  const before = await place.list();
  if (!before.ok) return before;
  const plan = await planCopies(locker.eyes, mine.value, place, before.value);
  if (!plan.ok) return plan;
  let copied = 0;
  let copiedBytes = 0;
  const copyAll = async (copies: readonly Copy[]): Promise<Result<null>> => {
    for (const [done, { name, rule }] of copies.entries()) {
      if (cancelled()) return fail('cancelled');
      progress('copying', done, copies.length);
      const stored = await place.store(name, rule);
      if (stored.ok) {
        copied += 1;
        copiedBytes += stored.value;
      } else if (!mayBeLeft(stored.error)) return stored;
    }
    return ok(null);
  };
  const done = await copyAll(plan.value);
  if (!done.ok) return done;

  const theirs = { ...locker.eyes, folder: asFolder(place) };
  const verify = (): Promise<Result<ReadFolder>> =>
    checkFolder(theirs, {
      progress: (files, total) => {
        progress('verifying', files, total);
      },
      cancelled,
    });
  let found = await verify();
  if (!found.ok) return found;
  const mending = await planMending(locker.eyes, mine.value, theirs, found.value);
  if (!mending.ok) return mending;
  if (mending.value.length > 0) {
    const mended = await copyAll(mending.value);
    if (!mended.ok) return mended;
    found = await verify();
    if (!found.ok) return found;
  }
  const { report, reading, listing } = found.value;
  const lackingActs = lacking(wanted, reading.union.changes);
  const isWhole = report.damage.length + report.missing.length + lackingActs === 0;
  const dropped = isWhole ? await dropRevoked(locker.changes, place, listing) : ok(listing);
  if (!dropped.ok) return dropped;
  const { entries } = dropped.value;
  const left = new Set(entries.map(({ name }) => name));
  const unpurged = report.unpurged.filter((name) => left.has(name));
  const stray = report.stray.filter((name) => left.has(name));
  const bytes = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return ok({
    ...{ copied, copiedBytes, files: entries.length, bytes, lackingActs },
    report: { ...report, unpurged, stray },
  });
}

/** Gone from the locker meanwhile, or something else lies there: what that means is seen when the copy is opened. */
function mayBeLeft(error: string): boolean {
  return error === 'not-there' || error === 'already-there';
}

/**
 * What has to be copied, in an order that leaves an older copy whole wherever it ends: keys and files before the acts
 * that speak of them, slots last, so that a first backup that was cut off does not pass for one.
 */
async function planCopies(
  eyes: FolderEyes,
  { listing, reading, report }: ReadFolder,
  place: BackupPlace,
  before: FolderListing,
): Promise<Result<readonly Copy[]>> {
  const there = new Map(before.entries.map((entry) => [entry.name, entry]));
  const unsound = new Set([...report.damage.map(({ name }) => name), ...report.stray]);
  const stray = new Set(report.stray);
  const copies: Copy[] = [];
  for (const entry of [...listing.entries].sort(byRoom)) {
    const { name, sizeBytes } = entry;
    const other = there.get(name);
    if (stray.has(name)) continue; // nobody named it yet, or not any more
    if (other === undefined) copies.push({ name, rule: 'new' });
    else if (isSegment(name)) {
      if (sizeBytes > other.sizeBytes) copies.push({ name, rule: 'grow' });
    } else if (isFile(name)) {
      if (sizeBytes === other.sizeBytes) continue; // written once; what it holds is verified afterwards
      const whole = await isFileWhole(eyes, reading, fileIdOf(name), sizeBytes);
      if (!whole.ok) return whole;
      if (whole.value) copies.push({ name, rule: 'replace' });
    } else if (!unsound.has(name)) {
      const same = await areSame(eyes, entry, place, other);
      if (!same.ok) return same;
      if (!same.value) copies.push({ name, rule: 'replace' });
    }
  }
  return ok(copies);
}

/** What is damaged in the copy and whole in the locker. */
async function planMending(
  eyes: FolderEyes,
  mine: ReadFolder,
  theirs: FolderEyes,
  found: ReadFolder,
): Promise<Result<readonly Copy[]>> {
  const damaged = new Set(mine.report.damage.map(({ name }) => name));
  const present = new Map(mine.listing.entries.map(({ name, sizeBytes }) => [name, sizeBytes]));
  const copies: Copy[] = [];
  for (const name of new Set(found.report.damage.map((each) => each.name))) {
    const sizeBytes = present.get(name);
    if (sizeBytes === undefined || damaged.has(name)) continue;
    const better = isFile(name)
      ? await isFileWhole(eyes, mine.reading, fileIdOf(name), sizeBytes)
      : isSegment(name)
        ? await losesNothing(name, versionOf(theirs, found), versionOf(eyes, mine))
        : ok(true);
    if (!better.ok) return better;
    if (better.value) copies.push({ name, rule: 'replace' });
  }
  return ok(copies);
}

/** Slots that were replaced or removed, which would go on opening the copy, and files that were deleted for good. */
async function dropRevoked(
  changes: readonly Change[],
  place: BackupPlace,
  listing: FolderListing,
): Promise<Result<FolderListing>> {
  const gone = new Set(revokedNames(changes));
  for (const { name } of listing.entries.filter((entry) => gone.has(entry.name))) {
    const dropped = await place.drop(name);
    if (!dropped.ok && dropped.error !== 'not-there') return dropped;
  }
  return ok({ ...listing, entries: listing.entries.filter(({ name }) => !gone.has(name)) });
}

function revokedNames(changes: readonly Change[]): readonly FolderName[] {
  return changes.flatMap(({ kind, payload }) => {
    if (kind === 'purged') return payload.files.map(fileName);
    if (kind === 'slot-removed') return [slotName(payload.slot)];
    return kind === 'passphrase-changed' ? payload.replaced.map(slotName) : [];
  });
}

function lacking(wanted: readonly ChangeId[], changes: readonly Change[]): number {
  const held = new Set(changes.map(({ id }) => id));
  return wanted.filter((id) => !held.has(id)).length;
}

async function areSame(
  { folder }: FolderEyes,
  mine: FolderEntry,
  place: BackupPlace,
  theirs: FolderEntry,
): Promise<Result<boolean>> {
  if (mine.sizeBytes !== theirs.sizeBytes) return ok(false);
  const [a, b] = [await readWhole(folder, mine), await readWhole(asFolder(place), theirs)];
  if (!a.ok) return a;
  if (!b.ok) return b;
  return ok(a.value.length === b.value.length && a.value.every((byte, at) => byte === b.value[at]));
}

const rooms = ['keys/', 'epoch/', 'files/', 'journal/', 'slots/'];

export function byRoom(a: FolderEntry, b: FolderEntry): number {
  const room = ({ name }: FolderEntry): number => rooms.findIndex((each) => name.startsWith(each));
  return room(a) - room(b) || (a.name < b.name ? -1 : Number(a.name > b.name));
}

export function isSegment(name: FolderName): boolean {
  return name.startsWith('journal/');
}

export function isFile(name: FolderName): boolean {
  return name.startsWith('files/');
}

export function fileIdOf(name: FolderName): FileId {
  return name.slice('files/'.length) as FileId;
}
