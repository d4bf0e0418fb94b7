// Writing that does not end halfway without saying so.
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './disk-errors.ts';
import type { Disk, DiskFile } from './disk.ts';

/** Virus scanners and synchronisers hold files for moments; Windows then refuses to rename them. */
const renamePausesMs = [10, 30, 90, 270];

export async function writeAll(file: DiskFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const written = await file.write(bytes.subarray(at));
    if (written === 0) throw new Error('the disk took nothing and did not say why');
    at += written;
  }
}

/** For a handle that nothing more is expected of: what was promised of it was synced before. */
export async function closeQuietly(file: DiskFile): Promise<void> {
  await file.close().catch(() => undefined);
}

export async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (const pauseMs of renamePausesMs) {
    try {
      await disk.rename(from, to);
      return;
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))) throw error;
      await wait(pauseMs);
    }
  }
  await disk.rename(from, to);
}
