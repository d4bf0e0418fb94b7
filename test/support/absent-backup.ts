import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import { fail, ok } from '../../shared/result.ts';

const absent = () => Promise.resolve(fail('backup-absent'));

/** For tests that have nothing to do with backups: the person never chooses a folder. */
export const absentBackup: BackupPlace = {
  choose: () => Promise.resolve(fail('cancelled')),
  list: absent,
  read: absent,
  store: absent,
  fetch: absent,
  drop: absent,
  release: () => Promise.resolve(ok(null)),
};
