import path from 'node:path';
import { codeOf } from './disk-errors.ts';
import type { Disk } from './disk.ts';

/** Whether one folder is the other or lies in it, whatever links lead there. */
export async function isInside(place: string, outer: string, disk: Disk): Promise<boolean> {
  const [inner, around] = [await withoutLinks(place, disk), await withoutLinks(outer, disk)];
  const above = around.endsWith(path.sep) ? around : around + path.sep;
  return inner === around || inner.startsWith(above);
}

/** Without links, as far down as the path exists. */
export async function withoutLinks(folder: string, disk: Disk): Promise<string> {
  try {
    return await disk.resolve(folder);
  } catch (error) {
    const above = path.dirname(folder);
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    return path.join(await withoutLinks(above, disk), path.basename(folder));
  }
}
