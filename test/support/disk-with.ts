// A disk in memory that has something on it from the beginning.
import path from 'node:path';
import { FaultyDisk } from './faulty-disk.ts';

type Contents = string | Uint8Array<ArrayBuffer>;

/** These files, by their paths, in the folders above them, and empty folders. All of it is on the platter. */
export function diskWith(
  files: Readonly<Record<string, Contents>>,
  ...empty: readonly string[]
): FaultyDisk {
  const folders = new Set(['/']);
  const add = (folder: string): void => {
    if (folders.has(folder)) return;
    folders.add(folder);
    add(path.dirname(folder));
  };
  empty.forEach(add);
  Object.keys(files).forEach((name) => {
    add(path.dirname(name));
  });
  const stored = Object.entries(files).map(([name, contents]) => {
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    return [name, { bytes, synced: bytes.length }] as const;
  });
  return new FaultyDisk(undefined, { folders, files: new Map(stored) });
}

/** A slot, and a segment, as far as they say in the clear of which locker they are. */
export function slotOf(lockerId: string): string {
  return `${JSON.stringify({ lockerId })}\n`;
}

export function segmentOf(lockerId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...new Uint8Array(18), ...Buffer.from(lockerId, 'hex')]);
}
