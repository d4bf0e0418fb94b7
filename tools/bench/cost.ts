// Wall clock and CPU time: on a shared machine the one says how long it took, the other what it cost.
import { median, row, type Row } from './row.ts';

export interface Cost {
  readonly wallMs: number;
  /** Of the whole process, threads of WebCrypto included. */
  readonly cpuMs: number;
}

export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  await work();
  return costSince(startedMs, cpu);
}

export function costSince(startedMs: number, cpu: NodeJS.CpuUsage): Cost {
  const wallMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1_000 };
}

/**
 * A row of wall clock and one of CPU time: medians. The goal is for a calm machine, and stands beside both: on one that is
 * shared, only CPU time can tell.
 */
export function costRows(
  name: string,
  costs: readonly Cost[],
  yardstick: string,
  yardstickCosts: readonly Cost[],
  mostMs?: number,
): Row[] {
  const wall = (all: readonly Cost[]) => median(all.map(({ wallMs }) => wallMs));
  const cpu = (all: readonly Cost[]) => median(all.map(({ cpuMs }) => cpuMs));
  const goal = mostMs === undefined ? {} : { goal: { of: 'value', most: mostMs } as const };
  return [
    row({
      ...{ name, value: wall(costs), unit: 'ms' },
      ...{ yardstick, yardstickValue: wall(yardstickCosts), ...goal },
    }),
    row({
      ...{ name: `${name}, CPU`, value: cpu(costs), unit: 'ms' },
      ...{ yardstick: `${yardstick}, CPU`, yardstickValue: cpu(yardstickCosts), ...goal },
    }),
  ];
}
