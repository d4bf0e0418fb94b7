// What of the locker before lies in the folder, to be deleted once the new one has taken its place.
import { toHex } from '../bytes.ts';
import type { FileId } from '../evidence/ids.ts';
import { ok, type Result } from '../result.ts';
import type { FolderEyes } from './check-folder.ts';
import { inside, keysName, secondKeysName, segmentLocker } from './folder.ts';

/** What of the old locker lies in the folder: all of its segments at their length, pools, and the files taken over. */
export async function readLeft(
  { folder, keys }: FolderEyes,
  files: ReadonlyMap<FileId, FileId>,
  own: ReadonlySet<string>,
): Promise<
  Result<{
    from: string;
    segments: { name: string; length: number }[];
    pools: string[];
    files: FileId[];
  }>
> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const { offset, lengthBytes } = segmentLocker;
  const segments = [];
  for (const { name, sizeBytes } of inside(listing.value, 'journal/')) {
    const owner = await folder.read(name, offset, lengthBytes);
    if (!owner.ok) return owner;
    if (toHex(owner.value) === keys.lockerId) segments.push({ name, length: sizeBytes });
  }
  const ours = new Set<string>(
    Array.from(own).flatMap((pool) => [keysName(pool), secondKeysName(pool)]),
  );
  const pools = inside(listing.value, 'keys/')
    .filter(({ name }) => !ours.has(name))
    .map(({ name }) => name.slice('keys/'.length));
  return ok({ from: keys.lockerId, segments, pools, files: Array.from(files.keys()) });
}
