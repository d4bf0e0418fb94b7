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
  type ReadFolder,
} from './check-folder.ts';
import type { FolderName } from './folder.ts';
import type { LockerReport } from './report.ts';
import { losesNothing, versionOf } from './segment-choice.ts';

export interface BroughtBack {
  readonly brought: readonly FolderName[];
  /** What the locker looks like now. */
  readonly report: LockerReport;
}

/**
 * `own`: the segment this run is writing, which nothing may replace. In rounds: which files a locker should have shows only
 * when its keys and segments are whole again.
 */
export async function bringBack(
  eyes: FolderEyes,
  own: FolderName | undefined,
  place: BackupPlace,
  steps: CheckSteps,
): Promise<Result<BroughtBack>> {
  const theirs = { ...eyes, folder: asFolder(place) };
  const found = await readFolder(theirs);
  if (!found.ok) return found;
  const brought = new Set<FolderName>();
  for (;;) {
    const mine = await checkFolder(eyes, steps);
    if (!mine.ok) return mine;
    const kept = new Set([...brought, ...(own === undefined ? [] : [own])]);
    const now = await bringRound(
      { eyes, ...mine.value },
      { eyes: theirs, ...found.value },
      kept,
      place,
      steps,
    );
    if (!now.ok) return now;
    for (const name of now.value) brought.add(name);
    if (now.value.length === 0) return ok({ brought: [...brought], report: mine.value.report });
  }
}

interface Side extends ReadFolder {
  readonly eyes: FolderEyes;
}

async function bringRound(
  mine: Side,
  theirs: Side,
  kept: ReadonlySet<FolderName>,
  place: BackupPlace,
  { cancelled }: CheckSteps,
): Promise<Result<readonly FolderName[]>> {
  const unsound = new Set(theirs.report.damage.map(({ name }) => name));
  const wanted = wantedNames(mine.report);
  const brought: FolderName[] = [];
  for (const { name, sizeBytes } of [...theirs.listing.entries].sort(byRoom)) {
    if (!wanted.has(name) || unsound.has(name) || kept.has(name)) continue;
    if (cancelled?.() === true) return fail('cancelled');
    const better = isFile(name)
      ? await isFileWhole(theirs.eyes, theirs.reading, fileIdOf(name), sizeBytes)
      : isSegment(name)
        ? await losesNothing(name, versionOf(mine.eyes, mine), versionOf(theirs.eyes, theirs))
        : ok(true);
    if (!better.ok) return better;
    if (!better.value) continue;
    const fetched = await place.fetch(name, 'replace');
    if (!fetched.ok) return fetched;
    brought.push(name);
  }
  return ok(brought);
}

function wantedNames({ damage, missing, notArrived }: LockerReport): ReadonlySet<FolderName> {
  return new Set([...damage.map(({ name }) => name), ...missing, ...notArrived]);
}
