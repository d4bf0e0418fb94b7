// A second folder that holds, or shall hold, a copy of the locker. Main keeps it and moves the sealed bytes; the vault
// decides what is moved, and reads the copy with the keys it has.
import type { BackupPurpose, CopyRule } from '../ipc.ts';
import { fail, type Result } from '../result.ts';
import type { FolderName, LockerFolder } from './folder.ts';

export interface BackupPlace extends Pick<LockerFolder, 'list' | 'read'> {
  /** Asks the person for the folder. `place-not-empty`, `backup-inside`, `backup-of-another`, `backup-absent` where it will not do. */
  choose(purpose: BackupPurpose): Promise<Result<null>>;
  /** Copies from the locker; answers the bytes written. Whole or not at all, on the disk when it answers. */
  store(name: FolderName, rule: CopyRule): Promise<Result<number>>;
  /** Copies back into the locker, in the same way. */
  fetch(name: FolderName, rule: CopyRule): Promise<Result<number>>;
  /** Deletes a file or a slot from the copy. */
  drop(name: FolderName): Promise<Result<null>>;
  /** Lets go of it. `whole`: all of it was done; of a `copy` that is not whole nothing stays. */
  release(whole: boolean): Promise<Result<null>>;
}

/** The copy as a folder to read; nothing can be written through it. */
export function asFolder(place: Pick<BackupPlace, 'list' | 'read'>): LockerFolder {
  const refuse = () => Promise.resolve(fail('folder-read-only'));
  return {
    list: () => place.list(),
    read: (...args) => place.read(...args),
    append: refuse,
    create: refuse,
    replace: refuse,
    beginFile: refuse,
    writePart: refuse,
    commitFile: refuse,
    discardFile: refuse,
    remove: refuse,
    retire: refuse,
  };
}
