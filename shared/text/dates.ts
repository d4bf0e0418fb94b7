import type { PreciseDate } from '../evidence/source.ts';
import { readDate as readWrittenDate } from '../parity/dates.ts';

/** The date a text begins with, a weekday before it allowed; undefined when it begins with none that exists. */
export function readDate(text: string): PreciseDate | undefined {
  const date = readWrittenDate(text);
  if (date?.possible !== true || date.precision === 'none') return undefined;
  return { value: date.value, precision: date.precision };
}
