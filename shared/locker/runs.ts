// The sessions a journal tells of, each one run of the program, and the first place where its record breaks.
import type { DeviceId, PersonId } from '../evidence/ids.ts';
import type { SegmentReading } from '../journal/segment.ts';
import { segmentFile, type FolderName } from './folder.ts';
import type { DamageReason, LockerReport } from './report.ts';

export interface Run {
  readonly name: FolderName;
  readonly device: DeviceId;
  /** Wall clock of its earliest and its latest frame, 0 where none is whole. */
  readonly beganAt: number;
  readonly endedAt: number;
  readonly closed: boolean;
  readonly acts: number;
  readonly people: readonly PersonId[];
  /** Wall clock of the last frame before any damage. */
  readonly soundUntil: number;
}

export function runOf(reading: SegmentReading): Run {
  const { device, run, frames, closed, accepted } = reading;
  const changes = frames.flatMap(({ parts }) =>
    parts.flatMap(({ held }) => (typeof held === 'string' ? [] : held.changes)),
  );
  return {
    name: segmentFile(device, run),
    device,
    ...spanOf(frames.map(({ at }) => at)),
    closed,
    acts: changes.length,
    people: [...new Set(changes.map(({ person }) => person))],
    soundUntil: frames.findLast(({ to }) => to <= accepted.length)?.at ?? 0,
  };
}

/** The first frame of a run is written with its first act, and stamped a moment after it. */
function spanOf(moments: readonly number[]): Pick<Run, 'beganAt' | 'endedAt'> {
  const sorted = moments.toSorted((a, b) => a - b);
  return { beganAt: sorted[0] ?? 0, endedAt: sorted.at(-1) ?? 0 };
}

export interface ChainBreak {
  readonly why: DamageReason | 'missing';
  readonly device: string;
  /** When the run began in which it is, and when its last act before the break was done; 0 where nobody knows. */
  readonly beganAt: number;
  readonly soundUntil: number;
}

/** The break in the earliest run that has one; a run that is gone altogether comes before all. */
export function firstBreak(
  { damage, missing }: Pick<LockerReport, 'damage' | 'missing'>,
  runs: readonly Run[],
): ChainBreak | null {
  const byName = new Map(runs.map((run) => [run.name, run]));
  const breaks = [
    ...missing.map((name) => ({ name, why: 'missing' as const })),
    ...damage.map(({ name, why }) => ({ name, why })),
  ]
    .filter(({ name }) => name.startsWith('journal/'))
    .map(({ name, why }): ChainBreak => {
      const { beganAt = 0, soundUntil = 0 } = byName.get(name) ?? {};
      return { why, device: name.split('/')[1] ?? '', beganAt, soundUntil };
    });
  return breaks.sort((a, b) => a.beganAt - b.beganAt)[0] ?? null;
}
