// A backup in memory that notes what it is asked, and can refuse or spoil single items.
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import type { FolderName } from '../../shared/locker/folder.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { CopyRule } from '../../shared/ipc.ts';
import { fail, ok } from '../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from './memory-folder.ts';

export interface MemoryBackup extends BackupPlace {
  /** What lies in the copy. */
  readonly copy: MemoryFolder;
  readonly stored: (readonly [FolderName, CopyRule])[];
  readonly fetched: FolderName[];
  readonly dropped: FolderName[];
  /** Errors by name, for everything that is asked of it. */
  readonly refusing: Map<FolderName, ErrorCode>;
  /** Items that come across with one bit changed, so many times. */
  readonly spoiling: Map<FolderName, number>;
}

export function memoryBackup(locker: MemoryFolder): MemoryBackup {
  const copy = memoryFolder();
  const refusing = new Map<FolderName, ErrorCode>();
  const spoiling = new Map<FolderName, number>();
  const move = (name: FolderName, from: MemoryFolder, to: MemoryFolder) => {
    const error = refusing.get(name);
    const bytes = from.files.get(name)?.slice();
    if (error !== undefined) return fail(error);
    if (bytes === undefined) return fail('not-there');
    const times = spoiling.get(name) ?? 0;
    if (times > 0) {
      spoiling.set(name, times - 1);
      flip(bytes);
    }
    to.files.set(name, bytes);
    return ok(bytes.length);
  };
  const nothing = () => Promise.resolve(ok(null));
  const backup: MemoryBackup = {
    ...{ copy, refusing, spoiling, stored: [], fetched: [], dropped: [] },
    list: () => copy.list(),
    read: (...request) => copy.read(...request),
    choose: nothing,
    release: nothing,
    store: (name, rule) => {
      backup.stored.push([name, rule]);
      return Promise.resolve(move(name, locker, copy));
    },
    fetch: (name) => {
      backup.fetched.push(name);
      return Promise.resolve(move(name, copy, locker));
    },
    drop: (name) => {
      backup.dropped.push(name);
      const error = refusing.get(name);
      if (error === undefined) copy.files.delete(name);
      return Promise.resolve(error === undefined ? ok(null) : fail(error));
    },
  };
  return backup;
}

/** Changes one bit, forty bytes before the end. */
export function flip(bytes: Uint8Array | undefined): void {
  if (bytes !== undefined) bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
}
