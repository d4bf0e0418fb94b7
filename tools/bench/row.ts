// A figure beside its yardstick. Machines differ and are shared: only the two together say something.

export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** Empty where there is none to measure it by. */
  readonly yardstick: string;
  /** In the same unit, measured in the same minutes; 0 without a yardstick. */
  readonly yardstickValue: number;
  /** `value` / `yardstickValue`; null where that is 0. */
  readonly ratio: number | null;
  /** Empty where there is none. */
  readonly goal: string;
  readonly met: boolean | null;
}

type Unit = 'ms' | 'frames' | 'KB';

interface Measured extends Pick<Row, 'name' | 'value' | 'unit' | 'yardstick' | 'yardstickValue'> {
  /** Most the value, or its ratio to the yardstick, should be. */
  readonly goal?: { readonly of: 'value' | 'ratio'; readonly most: number };
}

export function row({ goal, ...measured }: Measured): Row {
  const { value, unit, yardstickValue } = measured;
  const ratio = yardstickValue === 0 ? null : value / yardstickValue;
  const limit = goal?.of === 'ratio' ? `${goal.most}×` : `${goal?.most} ${unit}`;
  return {
    ...measured,
    ratio,
    goal: goal === undefined ? '' : `≤ ${limit}`,
    met: goal === undefined ? null : (goal.of === 'ratio' ? (ratio ?? value) : value) <= goal.most,
  };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function p95(values: readonly number[]): number {
  return quantile(values, 0.95);
}

/** The smallest value that at least `share` of them do not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

/** Milliseconds of a piece of work that does not wait. */
export function timed(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}
