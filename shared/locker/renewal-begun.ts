// A renewal of keys that was begun and is not finished: found again by whoever goes on, dropped where nobody can or shall.
// What it wrote has names that follow from the keys of now and the id of the locker to come, so that it can be dropped
// without the passphrase it was begun with.
import { toHex, type Bytes } from '../bytes.ts';
import { blindedId, type LockerKeys } from '../crypto/locker-keys.ts';
import { openSlot, type Slot, type Stretching } from '../crypto/slots.ts';
import { compareChanges, type Change } from '../journal/change.ts';
import { fail, ok, type Result } from '../result.ts';
import type { FolderEyes } from './check-folder.ts';
import { fileName, inside, keysName, secondKeysName, segmentLocker, slotName } from './folder.ts';
import type { LockerReading } from './read-locker.ts';
import { readSlots } from './slot-files.ts';

/** The name of a pool or file of the locker to come. */
export function renewedName(keys: LockerKeys, lockerId: string, what: string): string {
  return blindedId(keys, `renewed/${lockerId}/${what}`);
}

export interface Begun {
  readonly lockerId: string;
  readonly recoverySlot: string;
  /** The caller zeroes it. */
  readonly master: Bytes;
}

/** Slots of lockers to come. `locker-renewed` where one of them has come already: this one is over. */
export async function readMarked({
  folder,
  keys,
}: Pick<FolderEyes, 'folder' | 'keys'>): Promise<Result<readonly Slot[]>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const found = await readSlots(folder, listing.value);
  if (!found.ok) return found;
  const marked = found.value.slots.filter(({ body }) => body.follows === keys.lockerId);
  const isOver = marked.some(({ body }) => body.kind === 'passphrase' && body.pending !== true);
  return isOver ? fail('locker-renewed') : ok(marked);
}

/** One that this passphrase opens and that holds nothing a purge took away since. */
export async function findBegun(
  eyes: FolderEyes,
  reading: LockerReading,
  passphrase: Bytes,
  stretching: Stretching,
): Promise<Result<Begun | undefined>> {
  const marked = await readMarked(eyes);
  if (!marked.ok) return marked;
  for (const slot of marked.value.filter(({ body }) => body.pending === true)) {
    const { lockerId } = slot.body;
    const recovery = marked.value.find(
      ({ body }) => body.kind === 'recovery' && body.lockerId === lockerId,
    );
    if (recovery === undefined || !isCurrent(lockerId, reading)) continue;
    const master = await openSlot(slot, { kind: 'passphrase', passphrase }, stretching);
    if (master !== undefined) return ok({ lockerId, recoverySlot: recovery.id, master });
  }
  return ok(undefined);
}

/** Purged sources only ever grow in number: as many as when it was begun are the same. */
function isCurrent(lockerId: string, { union, purged }: LockerReading): boolean {
  const begins = union.changes
    .filter(isBegin)
    .filter(({ payload }) => payload.locker === lockerId)
    .sort(compareChanges);
  return begins[0]?.payload.purged === purged.sources.size;
}

function isBegin(change: Change): change is Extract<Change, { kind: 'renewal-begun' }> {
  return change.kind === 'renewal-begun';
}

/**
 * Deletes what was prepared in every locker to come but `kept`; safe to do again. The slots go last: while they are there,
 * main lets pools and segments of theirs be deleted, and whoever comes next knows that something is left.
 */
export async function dropBegun(
  eyes: FolderEyes,
  reading: LockerReading,
  kept?: string,
): Promise<Result<null>> {
  const marked = await readMarked(eyes);
  if (!marked.ok) return marked;
  const ids = new Set(marked.value.map(({ body }) => body.lockerId).filter((id) => id !== kept));
  for (const id of ids) {
    const dropped = await dropContent(eyes, reading, id);
    if (!dropped.ok) return dropped;
  }
  const goes = marked.value.filter(({ body }) => ids.has(body.lockerId));
  const pending = goes.filter(({ body }) => body.pending === true);
  for (const { id } of [...goes.filter((slot) => !pending.includes(slot)), ...pending]) {
    const removed = await eyes.folder.remove(slotName(id));
    if (!removed.ok) return removed;
  }
  return ok(null);
}

async function dropContent(
  eyes: FolderEyes,
  { files, purged }: LockerReading,
  lockerId: string,
): Promise<Result<null>> {
  const { folder, keys } = eyes;
  const journal = await dropJournal(eyes, lockerId);
  if (!journal.ok) return journal;
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const there = new Set<string>(listing.value.entries.map(({ name }) => name));
  for (const file of [...files.keys(), ...purged.files]) {
    const name = fileName(renewedName(keys, lockerId, `file/${file}`));
    if (!there.has(name)) continue;
    const removed = await folder.remove(name);
    if (!removed.ok) return removed;
  }
  const pools = [];
  for (;;) {
    const pool = renewedName(keys, lockerId, `pool/${String(pools.length / 2)}`);
    const both = [keysName(pool), secondKeysName(pool)];
    if (!both.some((name) => there.has(name))) break;
    pools.push(...both);
  }
  // The last one first: those before it lead to it.
  for (const name of pools.toReversed().filter((each) => there.has(each))) {
    const retired = await folder.retire(name, lockerId);
    if (!retired.ok) return retired;
  }
  return ok(null);
}

/** Segments of a locker to come. */
export async function dropJournal({ folder }: FolderEyes, lockerId: string): Promise<Result<null>> {
  const listing = await folder.list();
  if (!listing.ok) return listing;
  const { offset, lengthBytes } = segmentLocker;
  for (const { name } of inside(listing.value, 'journal/')) {
    const owner = await folder.read(name, offset, lengthBytes);
    if (!owner.ok) return owner;
    if (toHex(owner.value) !== lockerId) continue;
    const retired = await folder.retire(name, lockerId);
    if (!retired.ok) return retired;
  }
  return ok(null);
}
