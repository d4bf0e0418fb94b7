// Reads a whole locker: key pools → segments → their union, and names what is wrong. Writes nothing.
import { concat, type Bytes } from '../bytes.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { DeviceId, FileId } from '../evidence/ids.ts';
import type { Change, Subject } from '../journal/change.ts';
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
import type { Damage, LockerReport } from './report.ts';
import type { SegmentMemory } from './segment-memory.ts';
import { lastClock, missingKeysOf, uniteSegments, type SegmentUnion } from './segment-union.ts';

const mostReadBytes = 8 * 1024 * 1024;

/** A sealed file that the journal names. */
export interface NamedFile {
  readonly subject: Subject;
  readonly by: DeviceId;
}

export interface LockerReading {
  readonly ring: KeyRing;
  readonly self: DeviceId;
  readonly union: SegmentUnion;
  readonly files: ReadonlyMap<FileId, NamedFile>;
  readonly report: LockerReport;
  /** Highest seq of this device, with room left where some of its own acts cannot be read. */
  readonly seq: number;
  /** A memory was there to be asked, and remembered nothing of this locker. */
  readonly rebuilt: boolean;
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
  const damage: Damage[] = [];
  const stray: FolderName[] = [];
  const sealedPools: FolderName[] = [];
  for (const entry of inside(listing, 'keys/')) {
    const sealed = await readWhole(folder, entry);
    if (!sealed.ok) return sealed;
    const opened = await ring.readPool(entry.name.slice('keys/'.length), sealed.value);
    if (!opened) sealedPools.push(entry.name);
  }
  const readings: SegmentReading[] = [];
  for (const entry of inside(listing, 'journal/')) {
    const [, owner, run] = /^journal\/(\w+)\/(\w+)\.seg$/.exec(entry.name) ?? [];
    if (owner === undefined || run === undefined) continue;
    const bytes = await readWhole(folder, entry);
    if (!bytes.ok) return bytes;
    const name = { lockerId: keys.lockerId, device: owner as DeviceId, run };
    const recalled = await memory?.recall(name, bytes.value);
    const reading = recalled ?? (await readSegment(name, bytes.value, keys.journal, ring.find));
    if (reading === 'newer') return fail('locker-newer');
    if (reading === 'foreign') {
      stray.push(entry.name);
      continue;
    }
    for (const { key, held } of reading.frames.flatMap(({ parts }) => parts)) {
      if (typeof held !== 'string') ring.bind(key, held.subject);
    }
    if (recalled === undefined) await memory?.remember(reading, bytes.value);
    readings.push(reading);
  }
  const self = device ?? lastDevice(readings);
  const union = uniteSegments(readings, self);
  const files = namedFiles(union.changes);
  damage.push(...union.damage);
  const needed = new Set(readings.flatMap(missingKeysOf).map(poolOf));
  for (const name of sealedPools) {
    if (needed.has(name)) damage.push({ name, why: 'keys' });
    else stray.push(name);
  }
  const absent = absentNames(listing, readings, files);
  const isOwn = (name: FolderName): boolean => absent.get(name)?.has(self) ?? false;
  const report: LockerReport = {
    unclosed: union.unclosed,
    torn: union.torn,
    damage,
    missing: [...union.missing, ...Array.from(absent.keys()).filter(isOwn)],
    notArrived: [...union.notArrived, ...Array.from(absent.keys()).filter((name) => !isOwn(name))],
    stray: [...stray, ...strayNames(listing, union.changes, files)],
    foreign: listing.foreign,
    segments: readings.length,
    frames: readings.reduce((sum, { frames }) => sum + frames.length, 0),
    files: files.size,
  };
  const rebuilt = memory?.wasEmpty ?? false;
  return ok({ ring, self, union, files, report, seq: lastSeq(readings, report, self), rebuilt });
}

export function inside({ entries }: FolderListing, prefix: string): readonly FolderEntry[] {
  return entries.filter(({ name }) => name.startsWith(prefix));
}

/** The sealed files a list of changes names. */
export function namedFiles(changes: readonly Change[]): Map<FileId, NamedFile> {
  const files = new Map<FileId, NamedFile>();
  for (const { kind, payload, subject, device } of changes) {
    if (kind !== 'source-imported') continue;
    files.set(payload.original.file, { subject, by: device });
    if (payload.working !== undefined) files.set(payload.working.file, { subject, by: device });
  }
  return files;
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

/** Key pools and files that are named but absent, with the devices that name them. */
function absentNames(
  listing: FolderListing,
  readings: readonly SegmentReading[],
  files: ReadonlyMap<FileId, NamedFile>,
): ReadonlyMap<FolderName, ReadonlySet<DeviceId>> {
  const present = new Set(listing.entries.map(({ name }) => name));
  const absent = new Map<FolderName, Set<DeviceId>>();
  const need = (name: FolderName, by: DeviceId): void => {
    if (!present.has(name)) absent.set(name, (absent.get(name) ?? new Set()).add(by));
  };
  for (const reading of readings) {
    for (const key of missingKeysOf(reading)) need(poolOf(key), reading.device);
  }
  for (const [file, { by }] of files) need(fileName(file), by);
  return absent;
}

/** Files nobody names, and slots that were replaced but came back. */
function strayNames(
  listing: FolderListing,
  changes: readonly Change[],
  files: ReadonlyMap<FileId, NamedFile>,
): readonly FolderName[] {
  const named = new Set(Array.from(files.keys(), fileName));
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

/** The pool a key lies in. */
function poolOf(key: string): FolderName {
  return keysName(key.replace(/-.*/, ''));
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
