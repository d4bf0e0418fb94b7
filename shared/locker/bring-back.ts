// What is damaged or missing in the locker, replaced by what a backup holds of it. Each item is opened in the backup before
// it takes the place of anything; a segment only where no act that can be read today is lost by it.
import { fail, ok, type Result } from '../result.ts';
import { byRoom, fileIdOf, isFile, isSegment } from './back-up.ts';
import { asFolder, type BackupPlace } from './backup-place.ts';
import {
  checkFolder,
  isFileWhole,
  readFolder,
  type CheckSteps,
  type FolderEyes,
} from './check-folder.ts';
import type { FolderName } from './folder.ts';
import type { LockerReport } from './report.ts';
import { losesNothing, versionOf } from './segment-choice.ts';

export interface BroughtBack {
  readonly brought: readonly FolderName[];
  /** What the locker looks like now. */
  readonly report: LockerReport;
}

/** `own`: the segment this run is writing, which nothing may replace. */
export async function bringBack(
  eyes: FolderEyes,
  own: FolderName | undefined,
  place: BackupPlace,
  steps: CheckSteps,
): Promise<Result<BroughtBack>> {
  const mine = await checkFolder(eyes, steps);
  if (!mine.ok) return mine;
  const theirs = { ...eyes, folder: asFolder(place) };
  const found = await readFolder(theirs);
  if (!found.ok) return found;
  const unsound = new Set(found.value.report.damage.map(({ name }) => name));
  const wanted = wantedNames(mine.value.report);
  const offered = [...found.value.listing.entries].sort(byRoom);
  const brought: FolderName[] = [];
  for (const { name, sizeBytes } of offered) {
    if (!wanted.has(name) || unsound.has(name) || name === own) continue;
    if (steps.cancelled?.() === true) return fail('cancelled');
    const better = isFile(name)
      ? await isFileWhole(theirs, found.value.reading, fileIdOf(name), sizeBytes)
      : isSegment(name)
        ? await losesNothing(name, versionOf(eyes, mine.value), versionOf(theirs, found.value))
        : ok(true);
    if (!better.ok) return better;
    if (!better.value) continue;
    const fetched = await place.fetch(name, 'replace');
    if (!fetched.ok) return fetched;
    brought.push(name);
  }
  if (brought.length === 0) return ok({ brought, report: mine.value.report });
  const now = await checkFolder(eyes, steps);
  return now.ok ? ok({ brought, report: now.value.report }) : now;
}

function wantedNames({ damage, missing, notArrived }: LockerReport): ReadonlySet<FolderName> {
  return new Set([...damage.map(({ name }) => name), ...missing, ...notArrived]);
}
