// Of two versions of one segment: whether the one may take the place of the other.
import type { ChangeId, DeviceId } from '../evidence/ids.ts';
import { readSegment, type SegmentReading } from '../journal/segment.ts';
import { ok, type Result } from '../result.ts';
import type { FolderEyes, ReadFolder } from './check-folder.ts';
import type { FolderListing, FolderName } from './folder.ts';
import type { KeyRing } from './key-ring.ts';
import { readWhole } from './read-whole.ts';

interface SegmentVersion {
  readonly from: FolderEyes;
  readonly listing: FolderListing;
  readonly ring: KeyRing;
}

export function versionOf(from: FolderEyes, { listing, reading }: ReadFolder): SegmentVersion {
  return { from, listing, ring: reading.ring };
}

/** Whether `next` is undamaged and holds every act that can be read in `now`; an absent `now` holds none. */
export async function losesNothing(
  name: FolderName,
  now: SegmentVersion,
  next: SegmentVersion,
): Promise<Result<boolean>> {
  const [before, after] = [await read(name, now), await read(name, next)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  if (after.value === undefined || after.value.damage.length > 0) return ok(false);
  const held = new Set(actsOf(after.value));
  return ok(before.value === undefined || actsOf(before.value).every((id) => held.has(id)));
}

async function read(
  name: FolderName,
  { from: { folder, keys }, listing, ring }: SegmentVersion,
): Promise<Result<SegmentReading | undefined>> {
  const entry = listing.entries.find((each) => each.name === name);
  const [, device, run] = /^journal\/(\w+)\/(\w+)\.seg$/.exec(name) ?? [];
  if (entry === undefined || device === undefined || run === undefined) return ok(undefined);
  const bytes = await readWhole(folder, entry);
  if (!bytes.ok) return bytes;
  const segment = { lockerId: keys.lockerId, device: device as DeviceId, run };
  const reading = await readSegment(segment, bytes.value, keys.journal, ring.find);
  return ok(typeof reading === 'string' ? undefined : reading);
}

function actsOf({ frames }: SegmentReading): readonly ChangeId[] {
  return frames.flatMap(({ parts }) =>
    parts.flatMap(({ held }) => (typeof held === 'string' ? [] : held.changes.map(({ id }) => id))),
  );
}
