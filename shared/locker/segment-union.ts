// Puts the segments of all devices together and checks them against what later runs recorded of earlier ones.
import type { DeviceId } from '../evidence/ids.ts';
import type { Change } from '../journal/change.ts';
import type { AcceptedSegment } from '../journal/frame.ts';
import type { ReadFrame, SegmentReading } from '../journal/segment.ts';
import { segmentFile, type FolderName } from './folder.ts';
import type { Damage, LockerReport } from './report.ts';

export interface SegmentUnion extends Pick<
  LockerReport,
  'unclosed' | 'torn' | 'damage' | 'missing' | 'notArrived'
> {
  readonly changes: readonly Change[];
  /** What a new run of this device has to record. */
  readonly unrecorded: readonly AcceptedSegment[];
  readonly clock: number;
}

interface Recorded extends AcceptedSegment {
  readonly by: DeviceId;
}

export function uniteSegments(readings: readonly SegmentReading[], self: DeviceId): SegmentUnion {
  const recorded: Recorded[] = readings.flatMap(({ device, earlier }) =>
    earlier.map((entry) => ({ ...entry, by: device })),
  );
  const byRun = Map.groupBy(recorded, ({ run }) => run);
  const judged = readings.map((reading) => judge(reading, byRun.get(reading.run) ?? [], self));
  const present = new Set(readings.map(({ run }) => run));
  const absent = Array.from(byRun.values(), (entries) =>
    entries.filter(({ run, length }) => length > 0 && !present.has(run)),
  );
  const named = (isOwn: boolean): FolderName[] =>
    absent.flatMap((entries) => {
      const [first] = entries;
      const matches = first !== undefined && isOwn === entries.some(({ by }) => by === self);
      return matches ? [segmentFile(first.device, first.run)] : [];
    });
  const names = (is: (each: Judged) => boolean): FolderName[] =>
    judged.filter(is).map(({ name }) => name);
  return {
    changes: judged.flatMap(({ changes }) => changes),
    damage: judged.flatMap(({ damage }) => damage),
    missing: named(true),
    notArrived: [...named(false), ...names(({ isPartial }) => isPartial)],
    unclosed: judged
      .filter(({ isUnclosed }) => isUnclosed)
      .map(({ name, device, lastAt }) => ({ name, device, lastAt })),
    torn: names(({ isTorn }) => isTorn),
    unrecorded: judged.flatMap(({ unrecorded }) => unrecorded),
    clock: readings.reduce((latest, reading) => Math.max(latest, lastClock(reading)), 0),
  };
}

interface Judged {
  readonly name: FolderName;
  readonly device: DeviceId;
  readonly lastAt: number;
  readonly changes: readonly Change[];
  readonly damage: readonly Damage[];
  readonly isTorn: boolean;
  readonly isUnclosed: boolean;
  /** Another device's, and not all of it is here yet. */
  readonly isPartial: boolean;
  readonly unrecorded: readonly AcceptedSegment[];
}

/** One segment against what later runs recorded of it. */
function judge(reading: SegmentReading, entries: readonly Recorded[], self: DeviceId): Judged {
  const { device, run, accepted, frames, closed } = reading;
  const name = segmentFile(device, run);
  const { length: end, abandoned } = endOf(reading, entries);
  const kept = frames.filter(({ to }) => to <= end);
  const damage = reading.damage
    .filter(({ at }) => at < end)
    .map(({ frame, why }): Damage => ({ name, frame, why }));
  const whole = Array.from(reading.heads.keys()).at(-1) ?? 0;
  const lacking = entries.filter(({ length }) => length > whole);
  const mayCome = device !== self && lacking.every(({ by }) => by !== self);
  if (lacking.length > 0 && !mayCome) damage.push({ name, why: 'shortened' });
  const isRewritten = entries.some((entry) => differs(reading, entry));
  if (damage.length === 0 && lacking.length === 0 && isRewritten) {
    damage.push({ name, why: 'rewritten' });
  }
  const isKnown =
    abandoned ||
    entries.some(({ by, length }) => length === accepted.length && (by === self || by === device));
  return {
    ...{ name, device, lastAt: frames.at(-1)?.at ?? 0, damage },
    changes: kept.flatMap(changesOf),
    isTorn: reading.torn && !abandoned,
    isUnclosed: !closed && !isKnown,
    isPartial: lacking.length > 0 && mayCome,
    unrecorded: isKnown ? [] : [{ device, run, ...accepted, abandoned: false }],
  };
}

/** Where a segment ends for its readers: at the length its own writer gave it up, else nowhere. */
function endOf(
  reading: SegmentReading,
  entries: readonly Recorded[],
): { length: number; abandoned: boolean } {
  const given = entries.find(({ by, abandoned }) => abandoned && by === reading.device);
  return given === undefined
    ? { length: Number.POSITIVE_INFINITY, abandoned: false }
    : { length: given.length, abandoned: true };
}

function differs({ heads }: SegmentReading, { length, head }: AcceptedSegment): boolean {
  return length > 0 && heads.get(length) !== head;
}

function changesOf({ parts }: ReadFrame): readonly Change[] {
  return parts.flatMap(({ held }) => (typeof held === 'string' ? [] : held.changes));
}

export function lastClock({ frames }: SegmentReading): number {
  return frames.reduce((latest, { clock }) => Math.max(latest, clock), 0);
}

/** Keys that parts name and no pool here holds. */
export function missingKeysOf({ frames }: SegmentReading): readonly string[] {
  const parts = frames.flatMap((frame) => frame.parts);
  return parts.flatMap(({ key, held }) => (held === 'key-missing' ? [key] : []));
}
