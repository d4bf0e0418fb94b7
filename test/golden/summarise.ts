import { utf8 } from '../../shared/bytes.ts';
import { sha256Hex } from '../../shared/crypto/digest.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { isObject } from '../../shared/shape.ts';
import { must } from '../support/small-locker.ts';

export interface Summary {
  readonly lockerId: string;
  /** SHA-256 of each change's JSON with its keys sorted and no spaces, in the total order. */
  readonly changes: readonly string[];
  /** What every file that can be opened says of itself, and the SHA-256 of its bytes. */
  readonly files: Readonly<Record<string, { readonly meta: unknown; readonly sha256: string }>>;
  readonly sources: number;
  readonly marks: number;
}

/** What a locker holds, short enough to keep. */
export async function summarise(locker: OpenLocker): Promise<Summary> {
  const files: Record<string, { meta: unknown; sha256: string }> = {};
  for (const { original, working } of locker.state.sources.values()) {
    for (const file of working === undefined ? [original.file] : [original.file, working.file]) {
      const { meta, bytes } = must(await locker.openFile(file));
      files[file] = { meta, sha256: await sha256Hex(bytes) };
    }
  }
  return {
    lockerId: locker.lockerId,
    changes: await Promise.all(locker.changes.map(digestOf)),
    files,
    sources: locker.state.sources.size,
    marks: locker.state.marks.size,
  };
}

/** SHA-256 of a change's JSON, whatever the order of its keys. */
export function digestOf(change: unknown): Promise<string> {
  return sha256Hex(utf8(JSON.stringify(sorted(change))));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, sorted(held)]));
}
