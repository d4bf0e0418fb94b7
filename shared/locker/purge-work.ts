// What the purges of a journal still ask of a folder: told from what lies there, so that a purge that was cut off, or
// undone by an older copy, is done again.
import type { FileId, PersonId, SourceId } from '../evidence/ids.ts';
import type { Change, ChangePayloads } from '../journal/change.ts';
import { isPurged, sourceOf, type Purged } from '../library/purged.ts';
import type { SegmentReading } from '../journal/segment.ts';
import { fileName, type FolderListing, type FolderName } from './folder.ts';
import { keyName, needsMending, placeOf, type PoolReading } from './pool-files.ts';
import { namedFiles } from './named-files.ts';

export interface PurgeWork {
  /** What turned up of purged sources and no purge names: it is named before anything of it is touched. */
  readonly unnamed: readonly {
    readonly person: PersonId;
    readonly payload: ChangePayloads['purged'];
  }[];
  /** Pools to write again: damaged or absent files of them, and the places to empty. */
  readonly pools: readonly { readonly pool: string; readonly places: readonly number[] }[];
  readonly files: readonly FileId[];
  /** What of it is purged and still here, by name. */
  readonly left: readonly FolderName[];
}

/** `readings` as they were read, purged parts included where their key still opens them. */
export function findPurgeWork(
  listing: FolderListing,
  pools: readonly PoolReading[],
  readings: readonly SegmentReading[],
  purged: Purged,
): PurgeWork {
  const unnamed = findUnnamed(readings, purged);
  const keys = keysToPurge({ unnamed }, purged);
  const files = [...purged.files, ...unnamed.flatMap(({ payload }) => payload.files)];
  const placesByPool = Map.groupBy(Array.from(keys, placeOf), ({ pool }) => pool);
  const toMend = pools.flatMap((reading) => {
    const places = (placesByPool.get(reading.pool) ?? []).map(({ place }) => place);
    return needsMending(reading, places) ? [{ pool: reading.pool, places }] : [];
  });
  const present = new Set(listing.entries.map(({ name }) => name));
  return {
    unnamed,
    pools: toMend,
    files: files.filter((file) => present.has(fileName(file))),
    left: stillHere(listing, pools, keys, files),
  };
}

/** Files of pools that hold one of these keys, and these files, where they lie in the folder. */
export function stillHere(
  listing: FolderListing,
  pools: readonly PoolReading[],
  keys: ReadonlySet<string>,
  files: readonly FileId[],
): readonly FolderName[] {
  const filled = pools.flatMap(({ pool, copies }) =>
    copies.filter(({ places }) => Array.from(places).some((at) => keys.has(keyName(pool, at)))),
  );
  const purged = new Set(files.map(fileName));
  const present = listing.entries.filter(({ name }) => purged.has(name));
  return [...filled, ...present].map(({ name }) => name);
}

/** Every key that serves purged sources, as far as anybody can tell by now. */
export function keysToPurge(
  { unnamed }: Pick<PurgeWork, 'unnamed'>,
  purged: Purged,
): ReadonlySet<string> {
  return new Set([...purged.keys, ...unnamed.flatMap(({ payload }) => payload.keys)]);
}

function findUnnamed(
  readings: readonly SegmentReading[],
  purged: Purged,
): readonly PurgeWork['unnamed'][number][] {
  const parts = readings.flatMap(({ frames }) => frames.flatMap((frame) => frame.parts));
  const found = new Map<SourceId, { keys: Set<string>; changes: Change[] }>();
  for (const { key, held } of parts) {
    if (typeof held === 'string' || !isPurged(held.subject, purged)) continue;
    const source = sourceOf(held.subject);
    if (source === undefined) continue;
    const { keys, changes } = found.get(source) ?? { keys: new Set(), changes: [] };
    found.set(source, { keys: keys.add(key), changes: [...changes, ...held.changes] });
  }
  return Array.from(found).flatMap(([source, { keys, changes }]) => {
    const person = purged.sources.get(source);
    const payload = {
      source,
      subjects: Array.from(new Set(changes.map(({ subject }) => subject))),
      keys: Array.from(keys).filter((key) => !purged.keys.has(key)),
      files: Array.from(namedFiles(changes).keys()).filter((file) => !purged.files.has(file)),
    };
    const isNews = payload.keys.length + payload.files.length > 0;
    return person !== undefined && isNews ? [{ person, payload }] : [];
  });
}

/** Parts of purged subjects, opened or not, become `purged`: nothing they held goes further. */
export function settlePurged(
  readings: readonly SegmentReading[],
  purged: Purged,
  keys: ReadonlySet<string>,
): readonly SegmentReading[] {
  if (purged.sources.size === 0) return readings;
  return readings.map((reading) => ({
    ...reading,
    frames: reading.frames.map((frame) => ({
      ...frame,
      parts: frame.parts.map((part) => {
        const { key, held } = part;
        const isGone =
          typeof held === 'string'
            ? held === 'key-missing' && keys.has(key)
            : isPurged(held.subject, purged);
        return isGone ? { key, held: 'purged' as const } : part;
      }),
    })),
  }));
}
