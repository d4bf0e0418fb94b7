import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FolderName } from '../../shared/locker/folder.ts';

/** Every file of a locker's folder on the disk, by its name in the locker. */
export function filesBelow(root: string): Map<FolderName, Uint8Array<ArrayBuffer>> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      const inside = path.relative(root, file).replaceAll(path.sep, '/');
      return [inside as FolderName, new Uint8Array(readFileSync(file))];
    }),
  );
}
