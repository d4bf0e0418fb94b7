// Reads a whole locker: key pools → segments → their union → what was purged, and names what is wrong. Writes nothing.
import { mapInBatches } from '../batches.ts';
import { concat, type Bytes } from '../bytes.ts';
import { sha256Hex } from '../crypto/digest.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { DeviceId, FileId } from '../evidence/ids.ts';
import { compareChanges, type Change } from '../journal/change.ts';
import { purgedBy, withoutPurged, type Purged } from '../library/purged.ts';
import { formatOf } from '../journal/frame.ts';
import { readSegment, type SegmentReading } from '../journal/segment.ts';
import { fail, ok, type Result } from '../result.ts';
import {
  fileName,
  keysName,
  slotName,
  type FolderEntry,
  type FolderListing,
  type FolderName,
  type LockerFolder,
} from './folder.ts';
import { KeyRing } from './key-ring.ts';
import { namedFiles, type NamedFile } from './named-files.ts';
import { placeOf, readPools, type PoolReading } from './pool-files.ts';
import { findPurgeWork, keysToPurge, settlePurged, type PurgeWork } from './purge-work.ts';
import type { Damage, LockerReport } from './report.ts';
import { runOf, type Run } from './runs.ts';
import { isFinished, type Finished, type SegmentMemory } from './segment-memory.ts';
import { lastClock, missingKeysOf, uniteSegments, type SegmentUnion } from './segment-union.ts';

const mostReadBytes = 8 * 1024 * 1024;
/** Years of work leave a thousand small segments: one after the other is mostly waiting. Not more, for the memory's sake. */
const filesAtOnce = 8;

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

export function inside({ entries }: FolderListing, prefix: string): readonly FolderEntry[] {
  return entries.filter(({ name }) => name.startsWith(prefix));
}

interface SegmentsRead {
  readonly read: readonly SegmentReading[];
  /** SHA-256 of each segment's bytes, by its run; empty without a memory. */
  readonly digests: ReadonlyMap<string, string>;
  readonly stray: readonly FolderName[];
  /** Since format 2 a program that writes first sees to it that every pool lies here twice. */
  readonly hasCopies: boolean;
}

async function readSegments(
  folder: LockerFolder,
  listing: FolderListing,
  keys: LockerKeys,
  ring: KeyRing,
  memory: SegmentMemory | undefined,
): Promise<Result<SegmentsRead>> {
  const read: SegmentReading[] = [];
  const digests = new Map<string, string>();
  const stray: FolderName[] = [];
  let hasCopies = false;
  const readOne = (entry: FolderEntry) => readEntry(folder, entry, keys, ring, memory);
  const results = await mapInBatches(inside(listing, 'journal/'), readOne, filesAtOnce);
  for (const result of results) {
    if (!result.ok) return result;
    if (result.value === undefined) continue;
    const { entry, reading, digest, isRecalled, format } = result.value;
    if (reading === 'newer') return fail('locker-newer');
    if (reading === 'foreign') {
      stray.push(entry.name);
      continue;
    }
    for (const { key, held } of reading.frames.flatMap(({ parts }) => parts)) {
      if (typeof held !== 'string') ring.bind(key, held.subject);
    }
    hasCopies ||= format >= 2;
    if (!isRecalled && isFinished(reading)) memory?.missed();
    digests.set(reading.run, digest);
    read.push(reading);
  }
  return ok({ read, digests, stray, hasCopies });
}

interface EntryRead {
  readonly entry: FolderEntry;
  readonly reading: SegmentReading | 'newer' | 'foreign';
  readonly digest: string;
  readonly isRecalled: boolean;
  /** As its header says; 0 where that is damaged. */
  readonly format: number;
}

/** Undefined where the entry is no segment. */
async function readEntry(
  folder: LockerFolder,
  entry: FolderEntry,
  keys: LockerKeys,
  ring: KeyRing,
  memory: SegmentMemory | undefined,
): Promise<Result<EntryRead | undefined>> {
  const [, owner, run] = /^journal\/(\w+)\/(\w+)\.seg$/.exec(entry.name) ?? [];
  if (owner === undefined || run === undefined) return ok(undefined);
  const bytes = await readWhole(folder, entry);
  if (!bytes.ok) return bytes;
  const name = { lockerId: keys.lockerId, device: owner as DeviceId, run };
  const digest = memory === undefined ? '' : await sha256Hex(bytes.value);
  const recalled = await memory?.recall(name, digest);
  const reading = recalled ?? (await readSegment(name, bytes.value, keys.journal, ring.find));
  const isReadable =
    typeof reading !== 'string' && !reading.damage.some(({ why }) => why === 'header');
  const format = isReadable ? formatOf(bytes.value) : 0;
  return ok({ entry, reading, digest, isRecalled: recalled !== undefined, format });
}

export async function readWhole(
  folder: LockerFolder,
  { name, sizeBytes }: FolderEntry,
): Promise<Result<Bytes>> {
  const pieces: Bytes[] = [];
  for (let at = 0; at < sizeBytes; at += mostReadBytes) {
    const piece = await folder.read(name, at, Math.min(mostReadBytes, sizeBytes - at));
    if (!piece.ok) return piece;
    pieces.push(piece.value);
  }
  return ok(concat(...pieces));
}

/** Pools that do not open, and keys that are gone though no purge names them. */
function judgePools(
  pools: readonly PoolReading[],
  readings: readonly SegmentReading[],
  self: DeviceId,
  hasCopies: boolean,
): Pick<LockerReport, 'damage' | 'notArrived' | 'stray' | 'unexplained'> {
  const damage: Damage[] = [];
  const unexplained: LockerReport['unexplained'][number][] = [];
  const users = usersOf(readings);
  const notArrived: FolderName[] = [];
  const stray: FolderName[] = [];
  const missing = readings.flatMap((reading) =>
    missingKeysOf(reading).map((key) => ({ pool: placeOf(key).pool, device: reading.device })),
  );
  const byPool = Map.groupBy(missing, ({ pool }) => pool);
  for (const { pool, copies } of pools) {
    const lacking = byPool.get(pool) ?? [];
    const isOpen = copies.some(({ state }) => state === 'open');
    for (const { name } of copies.filter(({ state }) => state === 'sealed')) {
      if (isOpen) damage.push({ name, why: 'keys-copy' });
      else if (lacking.length > 0) damage.push({ name, why: 'keys' });
      else stray.push(name);
    }
    if (!isOpen) continue;
    const by = users.get(pool);
    const there = copies.filter(({ state }) => state !== 'absent').map(({ name }) => name);
    if (by === undefined) {
      unexplained.push(...there.map((name) => ({ name, what: 'keys-unused' as const })));
    }
    for (const { name } of copies.filter(({ state }) => state === 'absent')) {
      if (!hasCopies || by === undefined) continue; // a pool is used when both files of it are on the disk
      if (by.has(self)) damage.push({ name, why: 'keys-copy' });
      else notArrived.push(name);
    }
    if (lacking.length === 0) continue;
    // Emptied by a purge whose act is not here: lost where the acts are this device's own, else on its way.
    if (lacking.some(({ device }) => device === self)) {
      damage.push({ name: keysName(pool), why: 'keys' });
    } else notArrived.push(keysName(pool));
  }
  return { damage, notArrived, stray, unexplained };
}

/** By pool, the devices that sealed something under a key of it. */
function usersOf(readings: readonly SegmentReading[]): ReadonlyMap<string, ReadonlySet<DeviceId>> {
  const users = new Map<string, Set<DeviceId>>();
  for (const { device, frames } of readings) {
    for (const { key } of frames.flatMap(({ parts }) => parts)) {
      const { pool } = placeOf(key);
      users.set(pool, (users.get(pool) ?? new Set()).add(device));
    }
  }
  return users;
}

/** One of the recovery key and one of the passphrase (`renew-keys.ts`). */
const slotsOfRenewal = 2;

/** Slots against what the journal tells of them, where it tells of any: lockers of before that tell of none. */
function unexplainedSlots(
  listing: FolderListing,
  changes: readonly Change[],
): LockerReport['unexplained'] {
  const told = new Set<FolderName>();
  const gone = new Set<FolderName>();
  for (const { kind, payload } of [...changes].sort(compareChanges)) {
    if (kind === 'slot-added') told.add(slotName(payload.slot));
    if (kind === 'slot-removed') gone.add(slotName(payload.slot));
    if (kind === 'keys-renewed') {
      // The new locker's slots are told of last before it; all of before went with the old one.
      const own = Array.from(told).slice(-slotsOfRenewal);
      for (const slot of told) if (!own.includes(slot)) gone.add(slot);
    }
    if (kind !== 'passphrase-changed') continue;
    told.add(slotName(payload.slot));
    for (const slot of payload.replaced) gone.add(slotName(slot));
  }
  if (!changes.some(({ kind }) => kind === 'slot-added')) return [];
  const here = inside(listing, 'slots/').map(({ name }) => name);
  const missing = Array.from(told).filter((name) => !gone.has(name) && !here.includes(name));
  const unknown = here.filter((name) => !told.has(name) && !gone.has(name));
  return [
    ...missing.map((name) => ({ name, what: 'slot-gone' as const })),
    ...unknown.map((name) => ({ name, what: 'slot-unknown' as const })),
  ];
}

/** Key pools and files that are named but absent, with the devices that name them. */
function absentNames(
  listing: FolderListing,
  readings: readonly SegmentReading[],
  files: ReadonlyMap<FileId, NamedFile>,
): ReadonlyMap<FolderName, ReadonlySet<DeviceId>> {
  const present = new Set(listing.entries.map(({ name }) => name.replace(/\.2$/, '')));
  const absent = new Map<FolderName, Set<DeviceId>>();
  const need = (name: FolderName, by: DeviceId): void => {
    if (!present.has(name)) absent.set(name, (absent.get(name) ?? new Set()).add(by));
  };
  for (const reading of readings) {
    for (const key of missingKeysOf(reading)) need(keysName(placeOf(key).pool), reading.device);
  }
  for (const [file, { by }] of files) need(fileName(file), by);
  return absent;
}

/** Files nobody names, and slots that were replaced but came back. */
function strayNames(
  listing: FolderListing,
  changes: readonly Change[],
  files: ReadonlyMap<FileId, NamedFile>,
  work: PurgeWork,
): readonly FolderName[] {
  const named = new Set([...files.keys(), ...work.files].map(fileName));
  const replaced = new Set(
    changes.flatMap(({ kind, payload }) => {
      if (kind === 'slot-removed') return [slotName(payload.slot)];
      return kind === 'passphrase-changed' ? payload.replaced.map(slotName) : [];
    }),
  );
  return [
    ...inside(listing, 'slots/').filter(({ name }) => replaced.has(name)),
    ...inside(listing, 'files/').filter(({ name }) => !named.has(name)),
  ].map(({ name }) => name);
}

function lastDevice(readings: readonly SegmentReading[]): DeviceId {
  const last = readings.reduce<SegmentReading | undefined>(
    (latest, reading) =>
      lastClock(reading) >= (latest === undefined ? 0 : lastClock(latest)) ? reading : latest,
    undefined,
  );
  return last?.device ?? ('' as DeviceId);
}

function lastSeq(
  readings: readonly SegmentReading[],
  { damage, missing }: LockerReport,
  self: DeviceId,
): number {
  const frames = readings.filter(({ device }) => device === self).flatMap(({ frames }) => frames);
  const seq = frames.reduce((highest, frame) => Math.max(highest, frame.seq), 0);
  const own = `journal/${self}/`;
  const unread = [...damage.map(({ name }) => name), ...missing].some((name) =>
    name.startsWith(own),
  );
  return seq + (unread ? 1_000_000 : 0);
}
