import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../shared/journal/change.ts';
import { isObject } from '../../shared/shape.ts';

/** Whether a change is as it was told to be saved. New keys give files new names (docs/locker-format.md), and change nothing else. */
export function isSameChange(kept: Change | undefined, told: Change): boolean {
  return kept !== undefined && isDeepStrictEqual(withoutNames(kept), withoutNames(told));
}

/** `file` of originals and working copies, `workingFile` of marks and quotes; a purge goes on naming the old ones. */
function withoutNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNames);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      key === 'file' || key === 'workingFile' ? '' : withoutNames(held),
    ]),
  );
}
