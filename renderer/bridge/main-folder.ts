import type { AckLine, FolderName, LockerFolder } from '../../shared/locker/folder.ts';
import { ask } from './ask.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The locker's folder as main keeps it, for the thread that has the bridge; the vault worker is lent it by messages. */
export const mainFolder: LockerFolder = {
  list: () => ask('folder:list', null),
  read: (name: FolderName, offset: number, lengthBytes: number) =>
    ask('folder:read', { name, offset, lengthBytes }),
  append: (name: FolderName, bytes: Bytes, acks: readonly AckLine[]) =>
    ask('folder:append', { name, bytes, acks }),
  create: (name: FolderName, bytes: Bytes) => ask('folder:create', { name, bytes }),
  replace: (name: FolderName, bytes: Bytes) => ask('folder:replace', { name, bytes }),
  beginFile: (name: FolderName) => ask('folder:begin-file', { name }),
  writePart: (name: FolderName, offset: number, bytes: Bytes) =>
    ask('folder:write-part', { name, offset, bytes }),
  commitFile: (name: FolderName) => ask('folder:commit-file', { name }),
  discardFile: (name: FolderName) => ask('folder:discard-file', { name }),
  retire: (name: FolderName, lockerId: string) => ask('folder:retire', { name, lockerId }),
  remove: (name: FolderName) => ask('folder:remove', { name }),
};
