import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../shared/journal/change.ts';

/** Whether a change is as it was told to be saved. New keys give files new names (docs/locker-format.md), and change nothing else. */
export function isSameChange(kept: Change | undefined, told: Change): boolean {
  return kept !== undefined && isDeepStrictEqual(withoutNames(kept), withoutNames(told));
}

function withoutNames(change: Change): unknown {
  if (change.kind !== 'source-imported') return change;
  const { original, working, ...rest } = change.payload;
  const files = [original, ...(working === undefined ? [] : [working])];
  return { ...change, payload: { ...rest, files: files.map((file) => ({ ...file, file: '' })) } };
}
