// The segments of a folder, read or recalled, and what they say of who wrote them.
import { mapInBatches } from '../batches.ts';
import { sha256Hex } from '../crypto/digest.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { DeviceId } from '../evidence/ids.ts';
import { formatOf } from '../journal/frame.ts';
import { readSegment, type SegmentReading } from '../journal/segment.ts';
import { fail, ok, type Result } from '../result.ts';
import {
  inside,
  type FolderEntry,
  type FolderListing,
  type FolderName,
  type LockerFolder,
} from './folder.ts';
import type { KeyRing } from './key-ring.ts';
import { readWhole } from './read-whole.ts';
import type { LockerReport } from './report.ts';
import { isFinished, type SegmentMemory } from './segment-memory.ts';
import { lastClock } from './segment-union.ts';

/** Years of work leave a thousand small segments: one after the other is mostly waiting. Not more, for the memory's sake. */
const filesAtOnce = 8;

interface SegmentsRead {
  readonly read: readonly SegmentReading[];
  /** SHA-256 of each segment's bytes, by its run; empty without a memory. */
  readonly digests: ReadonlyMap<string, string>;
  readonly stray: readonly FolderName[];
  /** Since format 2 a program that writes first sees to it that every pool lies here twice. */
  readonly hasCopies: boolean;
}

export async function readSegments(
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

export function lastDevice(readings: readonly SegmentReading[]): DeviceId {
  const last = readings.reduce<SegmentReading | undefined>(
    (latest, reading) =>
      lastClock(reading) >= (latest === undefined ? 0 : lastClock(latest)) ? reading : latest,
    undefined,
  );
  return last?.device ?? ('' as DeviceId);
}

export function lastSeq(
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
