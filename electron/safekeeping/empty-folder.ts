// Takes away what a copy that was not finished left behind: the locker's own names, and folders that nothing else lies in.
import path from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { codeOf, errorOf } from '../locker/disk-errors.ts';
import type { Disk } from '../locker/disk.ts';
import { walk } from '../locker/walk.ts';

/** The folder itself stays. */
export async function emptyFolder(disk: Disk, folder: string): Promise<Result<null>> {
  return quietWhereAbsent(async () => {
    await removeFiles(disk, folder);
    for (const { name, kind } of await disk.list(folder)) {
      if (kind === 'folder') await removeEmpty(disk, path.join(folder, name), 1);
    }
  });
}

/** The folder goes as well, where nothing else lies in it. */
export async function removeCopy(disk: Disk, folder: string): Promise<Result<null>> {
  return quietWhereAbsent(async () => {
    await removeFiles(disk, folder);
    await removeEmpty(disk, folder, 2);
  });
}

async function quietWhereAbsent(work: () => Promise<void>): Promise<Result<null>> {
  try {
    await work();
    return ok(null);
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? ok(null) : fail(errorOf(error, 'writing'));
  }
}

async function removeFiles(disk: Disk, folder: string): Promise<void> {
  const found = await walk(disk, folder);
  for (const name of [...found.entries.map((entry) => entry.name), ...found.temporary]) {
    await disk.remove(path.join(folder, ...name.split('/')));
  }
}

async function removeEmpty(disk: Disk, folder: string, depth: number): Promise<void> {
  for (const { name, kind } of depth > 0 ? await disk.list(folder) : []) {
    if (kind === 'folder') await removeEmpty(disk, path.join(folder, name), depth - 1);
  }
  await disk.removeFolder(folder).catch((error: unknown) => {
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error; // somebody put something there
  });
}
