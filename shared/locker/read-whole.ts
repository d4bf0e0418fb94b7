// A file of a locker's folder, read a piece at a time.
import { concat, type Bytes } from '../bytes.ts';
import { ok, type Result } from '../result.ts';
import type { FolderEntry, LockerFolder } from './folder.ts';

const mostReadBytes = 8 * 1024 * 1024;

export async function readWhole(
  folder: LockerFolder,
  { name, sizeBytes }: FolderEntry,
): Promise<Result<Bytes>> {
  const pieces: Bytes[] = [];
  for (let at = 0; at < sizeBytes; at += mostReadBytes) {
    const piece = await folder.read(name, at, Math.min(mostReadBytes, sizeBytes - at));
    if (!piece.ok) return piece;
    pieces.push(piece.value);
  }
  return ok(concat(...pieces));
}
