// A segment in a folder in memory by its header alone: whose it is can be told, and how long it is.
import { segmentHeader } from '../../shared/journal/frame.ts';
import { segmentFile, type FolderName } from '../../shared/locker/folder.ts';
import type { MemoryFolder } from './memory-folder.ts';
import { deviceB } from './small-locker.ts';

/** With 50 bytes behind the header; answers what the journal says of it. */
export function putSegment(
  folder: MemoryFolder,
  lockerId: string,
  run: string,
): { readonly name: FolderName; readonly length: number } {
  const name = segmentFile(deviceB, run);
  const header = segmentHeader({ lockerId, device: deviceB, run });
  folder.files.set(name, new Uint8Array([...header, ...new Uint8Array(50)]));
  return { name, length: header.length + 50 };
}
