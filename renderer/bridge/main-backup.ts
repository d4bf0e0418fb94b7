import type { BackupPurpose, CopyRule } from '../../shared/ipc.ts';
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import type { FolderName } from '../../shared/locker/folder.ts';
import { ask } from './ask.ts';

/** The folder of a backup as main keeps it, lent to the vault worker like the locker's own. */
export const mainBackup: BackupPlace = {
  choose: (purpose: BackupPurpose) => ask('backup:choose', { purpose }),
  list: () => ask('backup:list', null),
  read: (name: FolderName, offset: number, lengthBytes: number) =>
    ask('backup:read', { name, offset, lengthBytes }),
  store: (name: FolderName, rule: CopyRule) => ask('backup:store', { name, rule }),
  fetch: (name: FolderName, rule: CopyRule) => ask('backup:fetch', { name, rule }),
  drop: (name: FolderName) => ask('backup:drop', { name }),
  release: (whole) => ask('backup:release', { whole }),
};
