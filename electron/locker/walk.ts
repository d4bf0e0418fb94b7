// What lies in a locker's folder: files of the format, temporary names a crash left behind, and the rest.
import path from 'node:path';
import { mapInBatches } from '../../shared/batches.ts';
import { parseFolderName, type FolderEntry, type FolderName } from '../../shared/locker/folder.ts';
import { codeOf } from './disk-errors.ts';
import type { Disk } from './disk.ts';

/** A file under this ending was never finished. */
export const temporary = '.tmp';
const sizesAtOnce = 64;

interface Found {
  readonly entries: readonly FolderEntry[];
  readonly temporary: string[];
  /** Of none of the format's names, folders in the place of files included. */
  readonly foreign: string[];
}

/** Everything in the folder, down to the depth names have. Links are foreign and not followed. */
export async function walk(disk: Disk, root: string): Promise<Found> {
  const names: FolderName[] = [];
  const found: Found = { entries: [], temporary: [], foreign: [] };
  const visit = async (steps: readonly string[]): Promise<void> => {
    for (const { name: last, kind } of await disk.list(path.join(root, ...steps))) {
      const inner = [...steps, last];
      const name = inner.join('/');
      const parsed = kind === 'file' ? parseFolderName(name) : undefined;
      if (kind === 'folder' && inner.length < 3 && parseFolderName(name) === undefined) {
        await visit(inner);
      } else if (parsed !== undefined) names.push(parsed);
      else if (kind === 'file' && isTemporary(name)) found.temporary.push(name);
      else found.foreign.push(name);
    }
  };
  await visit([]);
  names.sort();
  const sized = await mapInBatches(names, (name) => entryOf(disk, root, name), sizesAtOnce);
  return { ...found, entries: sized.filter((entry) => entry !== undefined) };
}

function isTemporary(name: string): boolean {
  const stem = name.endsWith(temporary) ? name.slice(0, -temporary.length) : '';
  return parseFolderName(stem) !== undefined;
}

/** Undefined for what went away since its folder was listed: a synchroniser may be at work. */
async function entryOf(
  disk: Disk,
  root: string,
  name: FolderName,
): Promise<FolderEntry | undefined> {
  try {
    return { name, sizeBytes: await disk.size(path.join(root, ...name.split('/'))) };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}
