// What is left of a locker after its keys were renewed: slots, segments, pools, files and epoch keys under the keys of before.
// Safe to do again. Only what the journal names is deleted, epoch keys where they do not open, and of segments only what was taken over to its end: what another device
// wrote and had not arrived by then stays, for whoever has the old keys in a backup.
import { toHex } from '../bytes.ts';
import type { DeviceId } from '../evidence/ids.ts';
import type { Change } from '../journal/change.ts';
import { ok, type Result } from '../result.ts';
import type { FolderEyes } from './check-folder.ts';
import { readEpoch } from './epoch.ts';
import { fileName, inside, parseFolderName, segmentLocker } from './folder.ts';
import { readSlots } from './slot-files.ts';

/** The locker of these keys must have been found whole: until then nothing of the one before may go. */
export async function clearRenewed(
  { folder, keys }: FolderEyes,
  changes: readonly Change[],
): Promise<Result<null>> {
  const renewals = changes.flatMap(({ kind, payload }) =>
    kind === 'keys-renewed' ? [payload] : [],
  );
  if (renewals.length === 0) return ok(null);
  const { lockerId } = keys;
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const there = new Set<string>(listing.value.entries.map(({ name }) => name));
  const from = new Set(renewals.map((renewal) => renewal.from));
  // The slots first: from then on nobody opens what is being taken apart. The final slot says whom it follows to the end.
  const found = await readSlots(folder, listing.value);
  if (!found.ok) return found;
  for (const { id, body } of found.value.slots) {
    const isLeft = body.lockerId === lockerId || from.has(body.follows ?? '');
    const goes = from.has(body.lockerId) || (body.pending === true && isLeft);
    const name = parseFolderName(`slots/${id}`);
    if (!goes || name === undefined) continue;
    const removed = await folder.remove(name);
    if (!removed.ok) return removed;
  }
  const lengths = new Map(
    renewals.flatMap(({ segments }) => segments.map(({ name, length }) => [name, length])),
  );
  for (const { name, sizeBytes } of inside(listing.value, 'journal/')) {
    if (sizeBytes > (lengths.get(name) ?? -1)) continue;
    const { offset, lengthBytes } = segmentLocker;
    const owner = await folder.read(name, offset, lengthBytes);
    if (!owner.ok) return owner;
    const id = toHex(owner.value);
    if (!from.has(id)) continue;
    await folder.retire(name, id); // what stays is reported as stray
  }
  for (const { from: id, pools, files } of renewals) {
    for (const name of pools.map((pool) => parseFolderName(`keys/${pool}`))) {
      if (name === undefined || !there.has(name)) continue;
      await folder.retire(name, id);
    }
    for (const name of files.map(fileName)) {
      if (!there.has(name)) continue;
      await folder.remove(name);
    }
  }
  const own = found.value.slots.find(({ body }) => body.lockerId === lockerId);
  return clearEpochs({ folder, keys }, own?.body.follows ?? '');
}

/**
 * Deletes epoch keys that do not open under these keys. Each device makes its own anew; one of before would be told as damage
 * until then.
 */
export async function clearEpochs(
  { folder, keys }: Pick<FolderEyes, 'folder' | 'keys'>,
  from: string,
): Promise<Result<null>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  for (const { name } of inside(listing.value, 'epoch/')) {
    const device = name.slice('epoch/'.length) as DeviceId;
    const isOpen = (await readEpoch(folder, keys, device)) !== undefined;
    if (!isOpen) await folder.retire(name, from);
  }
  return ok(null);
}
