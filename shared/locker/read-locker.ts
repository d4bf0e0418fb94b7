// Reads a whole locker: key pools → segments → their union → what was purged, and names what is wrong. Writes nothing.
import { mapInBatches } from '../batches.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { DeviceId, FileId } from '../evidence/ids.ts';
import { purgedBy, withoutPurged, type Purged } from '../library/purged.ts';
import { ok, type Result } from '../result.ts';
import type { FolderListing, FolderName, LockerFolder } from './folder.ts';
import { absentNames, strayNames, unexplainedSlots } from './judge-names.ts';
import { judgePools } from './judge-pools.ts';
import { KeyRing } from './key-ring.ts';
import { namedFiles, type NamedFile } from './named-files.ts';
import { readPools } from './pool-files.ts';
import { findPurgeWork, keysToPurge, settlePurged, type PurgeWork } from './purge-work.ts';
import { lastDevice, lastSeq, readSegments } from './read-segments.ts';
import type { LockerReport } from './report.ts';
import { runOf, type Run } from './runs.ts';
import { isFinished, type Finished, type SegmentMemory } from './segment-memory.ts';
import { uniteSegments, type SegmentUnion } from './segment-union.ts';

export interface LockerReading {
  readonly ring: KeyRing;
  readonly self: DeviceId;
  /** Its changes are without those of purged sources. */
  readonly union: SegmentUnion;
  readonly files: ReadonlyMap<FileId, NamedFile>;
  readonly report: LockerReport;
  readonly runs: readonly Run[];
  readonly purged: Purged;
  readonly work: PurgeWork;
  /** To be remembered. */
  readonly finished: readonly Finished[];
  /** Highest seq of this device, with room left where some of its own acts cannot be read. */
  readonly seq: number;
}

/**
 * `device`: whose locker this is; where nobody knows, the device that acted last. Without a `memory` everything is opened
 * again, as a check must.
 */
export async function readLocker(
  folder: LockerFolder,
  listing: FolderListing,
  keys: LockerKeys,
  device: DeviceId | undefined,
  memory?: SegmentMemory,
): Promise<Result<LockerReading>> {
  const ring = new KeyRing(folder, keys);
  const pools = await readPools(folder, listing, keys);
  if (!pools.ok) return pools;
  await mapInBatches(pools.value, async ({ pool, raw }) => raw && ring.take(pool, raw));
  const segments = await readSegments(folder, listing, keys, ring, memory);
  if (!segments.ok) return segments;
  const { read, digests, stray, hasCopies } = segments.value;

  const self = device ?? lastDevice(read);
  const everything = uniteSegments(read, self);
  const purged = purgedBy(everything.changes);
  const work = findPurgeWork(listing, pools.value, read, purged);
  const gone = keysToPurge(work, purged);
  ring.forget(gone);
  const readings = settlePurged(read, purged, gone);
  const union = { ...everything, changes: withoutPurged(everything.changes) };

  const files = namedFiles(union.changes);
  const found = judgePools(pools.value, readings, self, hasCopies);
  const absent = absentNames(listing, readings, files);
  const isOwn = (name: FolderName): boolean => absent.get(name)?.has(self) ?? false;
  const absentNamed = Array.from(absent.keys());
  const report: LockerReport = {
    unclosed: union.unclosed,
    torn: union.torn,
    damage: [...union.damage, ...found.damage],
    missing: [...union.missing, ...absentNamed.filter(isOwn)],
    notArrived: [
      ...union.notArrived,
      ...found.notArrived,
      ...absentNamed.filter((name) => !isOwn(name)),
    ],
    stray: [...found.stray, ...stray, ...strayNames(listing, union.changes, files, work)],
    unexplained: [...unexplainedSlots(listing, everything.changes), ...found.unexplained],
    unpurged: work.left,
    foreign: listing.foreign,
    segments: readings.length,
    frames: readings.reduce((sum, { frames }) => sum + frames.length, 0),
    files: files.size,
  };
  const finished = readings
    .filter(isFinished)
    .map((reading) => ({ reading, digest: digests.get(reading.run) ?? '' }));
  const seq = lastSeq(readings, report, self);
  const runs = readings.map(runOf);
  return ok({ ring, self, union, files, report, runs, purged, work, finished, seq });
}
