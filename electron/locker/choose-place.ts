// Whether the folder a person chose will do for a locker.
import path from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';
import { codeOf, errorOf } from './disk-errors.ts';
import type { Disk } from './disk.ts';
import { isInside, withoutLinks } from './inside.ts';

/**
 * The place without links. `open`: a folder that holds a locker. `create`: an empty one, or one that does not exist yet.
 * Never a folder of the program's own (`own`), and never one inside another locker.
 */
export async function placeForLocker(
  purpose: 'open' | 'create',
  chosen: string,
  own: readonly string[],
  disk: Disk,
): Promise<Result<string>> {
  try {
    for (const folder of own) {
      if (await isInside(chosen, folder, disk)) return fail('place-own');
    }
    const place = await withoutLinks(chosen, disk);
    if (await isBelowLocker(place, disk)) return fail('place-in-locker');
    if (purpose === 'open')
      return (await holdsLocker(place, disk)) ? ok(place) : fail('place-without-locker');
    return (await isEmpty(place, disk)) ? ok(place) : fail('place-not-empty');
  } catch (error) {
    const code = errorOf(error, 'reading');
    return fail(code === 'not-there' ? 'folder-unreadable' : code);
  }
}

/** A way in lies there: what a locker has from the first moment of its creation on. */
export async function holdsLocker(place: string, disk: Disk): Promise<boolean> {
  return (await listIfThere(path.join(place, 'slots'), disk)).some(({ kind }) => kind === 'file');
}

async function isEmpty(place: string, disk: Disk): Promise<boolean> {
  return (await listIfThere(place, disk)).length === 0;
}

async function isBelowLocker(place: string, disk: Disk): Promise<boolean> {
  for (let at = path.dirname(place); ; at = path.dirname(at)) {
    // What may not be looked into is no reason to refuse what lies below it.
    if (await holdsLocker(at, disk).catch(() => false)) return true;
    if (path.dirname(at) === at) return false;
  }
}

async function listIfThere(folder: string, disk: Disk): ReturnType<Disk['list']> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return [];
  }
}
