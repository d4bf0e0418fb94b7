// Puts the segments of all devices together and checks them against what later runs recorded of earlier ones.
import type { DeviceId } from '../evidence/ids.ts';
import type { Change } from '../journal/change.ts';
import type { AcceptedSegment } from '../journal/frame.ts';
import type { SegmentReading } from '../journal/segment.ts';
import { segmentFile, type FolderName } from './folder.ts';
import type { Damage, LockerReport } from './report.ts';

export interface SegmentUnion extends Pick<
  LockerReport,
  'unclosed' | 'torn' | 'damage' | 'missing' | 'notArrived'
> {
  readonly changes: readonly Change[];
  readonly missingKeys: ReadonlySet<string>;
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
  const damage: Damage[] = [];
  const missing: FolderName[] = [];
  const notArrived: FolderName[] = [];
  const unclosed: LockerReport['unclosed'][number][] = [];
  const torn: FolderName[] = [];
  const unrecorded: AcceptedSegment[] = [];
  const changes: Change[] = [];

  const present = new Set(readings.map(({ run }) => run));
  for (const [run, entries] of byRun) {
    const needed = entries.filter(({ length }) => length > 0);
    const [first] = needed;
    if (first === undefined || present.has(run)) continue;
    const name = segmentFile(first.device, run);
    (needed.some(({ by }) => by === self) ? missing : notArrived).push(name);
  }

  for (const reading of readings) {
    const name = segmentFile(reading.device, reading.run);
    const entries = byRun.get(reading.run) ?? [];
    const { length: end, abandoned } = endOf(reading, entries);
    const { accepted, frames, closed } = reading;
    changes.push(...frames.filter(({ to }) => to <= end).flatMap((frame) => frame.changes));
    for (const found of reading.damage) {
      if (found.at < end) damage.push({ name, frame: found.frame, why: found.why });
    }
    const whole = Array.from(reading.heads.keys()).at(-1) ?? 0;
    const lacking = entries.filter(({ length }) => length > whole);
    const mayCome = reading.device !== self && lacking.every(({ by }) => by !== self);
    if (lacking.length > 0 && mayCome) notArrived.push(name);
    else if (lacking.length > 0) damage.push({ name, why: 'shortened' });
    else if (reading.damage.length === 0 && entries.some((entry) => differs(reading, entry))) {
      damage.push({ name, why: 'rewritten' });
    }
    const isKnown = entries.some(
      ({ by, length }) => length === accepted.length && (by === self || by === reading.device),
    );
    if (abandoned) continue;
    if (reading.torn) torn.push(name);
    if (isKnown) continue;
    unrecorded.push({ device: reading.device, run: reading.run, ...accepted, abandoned: false });
    if (!closed) unclosed.push({ name, device: reading.device, lastAt: frames.at(-1)?.at ?? 0 });
  }
  return {
    ...{ changes, damage, missing, notArrived, unclosed, torn, unrecorded },
    missingKeys: new Set(readings.flatMap((reading) => Array.from(reading.missingKeys))),
    clock: readings.reduce((latest, reading) => Math.max(latest, lastClock(reading)), 0),
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

export function lastClock({ frames }: SegmentReading): number {
  return frames.reduce((latest, { clock }) => Math.max(latest, clock), 0);
}
