// The locker's folder and that of a backup, and what is copied between them. Which side failed decides what is said.
import type { ErrorCode } from '../../shared/errors.ts';
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { ReadableFolder } from '../locker/begun-files.ts';
import type { DiskFolder } from '../locker/folder.ts';
import { asBackupError } from './backup-place.ts';

export type TwoFolders = Omit<BackupPlace, 'choose' | 'release'>;

export function twoFolders(locker: DiskFolder, backup: DiskFolder): TwoFolders {
  return {
    list: async () => ofBackup(await backup.list()),
    read: async (...args) => ofBackup(await backup.read(...args)),
    store: (name, rule) => {
      const source = witnessed(locker);
      return backup
        .take(name, source.folder, rule)
        .then((taken) => (source.error() === undefined ? ofBackup(taken) : taken));
    },
    fetch: (name, rule) => {
      const source = witnessed(backup);
      return locker
        .take(name, source.folder, rule)
        .then((taken) => (source.error() === undefined ? taken : ofBackup(taken)));
    },
    drop: async (name) => ofBackup(await backup.remove(name)),
  };
}

function ofBackup<T>(result: Result<T>): Result<T> {
  return result.ok ? result : fail(asBackupError(result.error));
}

/** The folder, and whether reading it was what failed. */
function witnessed(folder: ReadableFolder): {
  readonly folder: ReadableFolder;
  readonly error: () => ErrorCode | undefined;
} {
  let failed: ErrorCode | undefined;
  return {
    error: () => failed,
    folder: {
      list: () => folder.list(),
      read: async (...args) => {
        const read = await folder.read(...args);
        if (!read.ok) failed = read.error;
        return read;
      },
    },
  };
}
