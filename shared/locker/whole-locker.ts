// A locker as a renewal takes it over: whole, and afterwards the same.
import { compareChanges, type Change } from '../journal/change.ts';
import { fail, ok, type Result } from '../result.ts';
import { isFileWhole, readFolder, type FolderEyes, type ReadFolder } from './check-folder.ts';
import { fileName } from './folder.ts';
import type { RenewalSteps } from './renewed-content.ts';
import type { Damage, LockerReport } from './report.ts';

/** Only what is whole is taken over; what a purge has still to delete is deleted first, by an opening. */
export async function readWholeLocker(eyes: FolderEyes): Promise<Result<ReadFolder>> {
  const read = await readFolder(eyes);
  if (!read.ok) return read;
  const { report, reading } = read.value;
  const { missing, notArrived, unpurged } = report;
  const { unnamed, files } = reading.work;
  const wrong = [
    ...lastingDamage(report),
    ...missing,
    ...notArrived,
    ...unpurged,
    ...unnamed,
    ...files,
  ];
  return wrong.length > 0 ? fail('renewal-unclean') : read;
}

/** Epoch keys of the locker before do not open under the new ones, and each device makes its own anew. */
function lastingDamage({ damage }: LockerReport): readonly Damage[] {
  return damage.filter(({ why }) => why !== 'epoch');
}

/** Opens the new locker as any reader would, and compares: every change, and every byte of every file with its hash. */
export async function verifyRenewed(
  eyes: FolderEyes,
  wanted: readonly Change[],
  { progress, cancelled }: RenewalSteps,
): Promise<Result<null>> {
  const read = await readFolder(eyes);
  if (!read.ok) return read;
  const { reading, report, listing } = read.value;
  const { missing, notArrived } = report;
  // A run that died in its first bytes names no locker: it is of the one before, and there is nothing in it to be taken over.
  const unclosed = report.unclosed.filter(({ lastAt }) => lastAt > 0);
  const wrong = [...lastingDamage(report), ...missing, ...notArrived, ...unclosed];
  if (wrong.length > 0 || textOf(reading.union.changes) !== textOf(wanted)) return fail('internal');
  const sizes = new Map(listing.entries.map(({ name, sizeBytes }) => [name, sizeBytes]));
  for (const [done, file] of Array.from(reading.files.keys()).entries()) {
    if (cancelled?.() === true) return fail('cancelled');
    progress?.('verifying', done, reading.files.size);
    const whole = await isFileWhole(eyes, reading, file, sizes.get(fileName(file)));
    if (!whole.ok) return whole;
    if (!whole.value) return fail('internal');
  }
  progress?.('verifying', reading.files.size, reading.files.size);
  return ok(null);
}

/** What arrived in the folder meanwhile is not in the new locker: then nothing takes the old one's place. */
export async function isUnchanged(
  old: FolderEyes,
  changes: readonly Change[],
): Promise<Result<null>> {
  const read = await readWholeLocker(old);
  if (!read.ok) return read;
  const same = textOf(read.value.reading.union.changes) === textOf(changes);
  return same ? ok(null) : fail('renewal-unclean');
}

/** The same for the same changes, however their fields are ordered. */
function textOf(changes: readonly Change[]): string {
  const sorted = [...changes].sort(compareChanges);
  return JSON.stringify(sorted, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
