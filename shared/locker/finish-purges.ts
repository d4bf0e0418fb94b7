// Does what the purges in a journal ask of the folder, and looks whether it was done. Everything here can be done twice:
// whoever is cut off begins again at the next opening.
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { PersonId } from '../evidence/ids.ts';
import type { Act } from '../journal/change.ts';
import { ok, type Result } from '../result.ts';
import { fileName, type FolderName, type LockerFolder } from './folder.ts';
import { mendPool, readPools } from './pool-files.ts';
import { keysToPurge, stillHere } from './purge-work.ts';
import type { LockerReading } from './read-locker.ts';
import type { SegmentMemory } from './segment-memory.ts';

export interface PurgeHost {
  readonly folder: LockerFolder;
  readonly keys: LockerKeys;
  readonly memory: SegmentMemory | undefined;
  readonly act: (acts: readonly Act[], person: PersonId) => Promise<Result<unknown>>;
}

/**
 * Names what turned up, empties pools, deletes files, forgets what is remembered of them. Answers what is still here
 * afterwards; a disk that refuses is the usual reason, and a failure.
 */
export async function finishPurges(
  host: PurgeHost,
  reading: LockerReading,
): Promise<Result<readonly FolderName[]>> {
  const done = await emptyFolder(host, reading);
  await host.memory?.remember(reading.finished, reading.purged);
  return done.ok ? lookOver(host, reading) : done;
}

async function emptyFolder(
  { folder, keys, act }: PurgeHost,
  { work }: LockerReading,
): Promise<Result<null>> {
  for (const { person, payload } of work.unnamed) {
    const named = await act([{ subject: 'library', kind: 'purged', payload }], person);
    if (!named.ok) return named;
  }
  for (const { pool, places } of work.pools) {
    const mended = await mendPool(folder, keys, pool, places);
    if (!mended.ok) return mended;
  }
  for (const file of work.files) {
    const removed = await folder.remove(fileName(file));
    if (!removed.ok && removed.error !== 'not-there') return removed;
  }
  return ok(null);
}

async function lookOver(
  { folder, keys }: PurgeHost,
  { work, purged }: LockerReading,
): Promise<Result<readonly FolderName[]>> {
  if (work.left.length === 0) return ok([]);
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const pools = await readPools(folder, listing.value, keys);
  if (!pools.ok) return pools;
  for (const { raw } of pools.value) raw?.fill(0);
  const files = [...purged.files, ...work.files];
  return ok(stillHere(listing.value, pools.value, keysToPurge(work, purged), files));
}
