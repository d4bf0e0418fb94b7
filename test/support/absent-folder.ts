import type { LockerFolder } from '../../shared/locker/folder.ts';
import { fail } from '../../shared/result.ts';

const absent = () => Promise.resolve(fail('folder-unreadable'));

/** A folder that cannot be reached: every call fails with the same code. */
export const absentFolder: LockerFolder = {
  list: absent,
  read: absent,
  append: absent,
  create: absent,
  replace: absent,
  beginFile: absent,
  writePart: absent,
  commitFile: absent,
  discardFile: absent,
  remove: absent,
  retire: absent,
};
