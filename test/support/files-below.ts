import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FolderName } from '../../shared/locker/folder.ts';

/** Every file of a locker's folder on the disk, by its name in the locker. */
export function filesBelow(root: string): Map<FolderName, Uint8Array<ArrayBuffer>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.flatMap(({ parentPath, name }): [FolderName, Uint8Array<ArrayBuffer>][] => {
      const file = path.join(parentPath, name);
      const inside = path.relative(root, file).replaceAll(path.sep, '/');
      const bytes = readIfThere(file);
      return bytes === undefined ? [] : [[inside as FolderName, bytes]];
    }),
  );
}

/** A running browser deletes files of its cache while they are listed. */
function readIfThere(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
