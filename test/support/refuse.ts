// A folder in memory that refuses an operation, as a full or failing disk does.
import type { ErrorCode } from '../../shared/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { MemoryFolder } from './memory-folder.ts';

export interface Refusal {
  readonly what: 'list' | 'read' | 'append' | 'create' | 'commitFile' | 'retire' | 'remove';
  /** Calls on names that begin so; any, unless it is given. */
  readonly inside?: string;
  /** The first such call that is refused, from 1. */
  readonly nth?: number;
  /** How many are; all that follow, unless it is given. */
  readonly times?: number;
  readonly error?: ErrorCode;
}

/** Until it is called back, the folder answers so and does nothing. */
export function refuse(
  folder: MemoryFolder,
  { what, inside = '', nth = 1, times = Number.POSITIVE_INFINITY, error = 'disk-full' }: Refusal,
): () => void {
  const real = folder[what].bind(folder) as (...how: unknown[]) => Promise<Result<unknown>>;
  let calls = 0;
  const refusing = (...how: unknown[]): Promise<Result<unknown>> => {
    const [name = ''] = how;
    if (typeof name !== 'string' || !name.startsWith(inside)) return real(...how);
    calls++;
    return calls < nth || calls >= nth + times ? real(...how) : Promise.resolve(fail(error));
  };
  Object.assign(folder, { [what]: refusing });
  return () => {
    Object.assign(folder, { [what]: real });
  };
}
