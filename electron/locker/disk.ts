// The file operations the locker's folder is made of, few and explicit: a test can fail or tear any one of them.
import { constants } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  rmdir,
  type FileHandle,
} from 'node:fs/promises';

type Bytes = Uint8Array<ArrayBuffer>;

interface DiskEntry {
  readonly name: string;
  /** Links are neither. */
  readonly kind: 'file' | 'folder' | 'other';
}

export interface DiskFile {
  /** Bytes from `position`, fewer at the end of the file. */
  read(position: number, lengthBytes: number): Promise<Bytes>;
  /** Writes at the end and answers how much of it: all, or less. */
  write(bytes: Bytes): Promise<number>;
  /** Returns when bytes and size are on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Every method rejects with Node's errors, which have a `code`. */
export interface Disk {
  list(folder: string): Promise<readonly DiskEntry[]>;
  size(path: string): Promise<number>;
  /** The path without any link in it. */
  resolve(path: string): Promise<string>;
  makeFolder(path: string): Promise<void>;
  /** Opens for reading; refuses a link. */
  openOld(path: string): Promise<DiskFile>;
  /** Returns when what an earlier program wrote to the file is on the disk. */
  syncOld(path: string): Promise<void>;
  /** Creates for appending; refuses an existing name. */
  openNew(path: string): Promise<DiskFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Refuses a folder that something lies in. */
  removeFolder(path: string): Promise<void>;
  /** Returns when the folder's names are on the disk. */
  syncFolder(path: string): Promise<void>;
}

const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_WRONLY } = constants;
// Windows has no such flag; there `resolve` alone refuses links.
const { O_NOFOLLOW } = constants as Partial<typeof constants>;
const noFollow = O_NOFOLLOW ?? 0;

export const nodeDisk: Disk = {
  list: async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }));
  },
  size: async (path) => (await lstat(path)).size,
  resolve: (path) => realpath(path),
  makeFolder: async (path) => {
    await mkdir(path);
  },
  openOld: async (path) => fileOf(await open(path, O_RDONLY | noFollow)),
  syncOld: async (path) => {
    const flags = process.platform === 'win32' ? O_RDWR : O_RDONLY; // Windows flushes only what may be written
    const handle = await open(path, flags | noFollow);
    try {
      await handle.datasync();
    } finally {
      await handle.close();
    }
  },
  openNew: async (path) =>
    fileOf(await open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | noFollow, 0o600)),
  rename,
  remove: (path) => rm(path),
  removeFolder: (path) => rmdir(path),
  syncFolder: async (path) => {
    if (process.platform === 'win32') return; // a folder cannot be opened there; NTFS keeps names in its own journal
    const handle = await open(path, O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

function fileOf(handle: FileHandle): DiskFile {
  return {
    read: async (position, lengthBytes) => {
      const bytes = new Uint8Array(lengthBytes);
      let length = 0;
      while (length < lengthBytes) {
        const at = position + length;
        const { bytesRead } = await handle.read(bytes, length, lengthBytes - length, at);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      return length === lengthBytes ? bytes : bytes.slice(0, length);
    },
    write: async (bytes) => (await handle.write(bytes)).bytesWritten,
    sync: () => handle.datasync(), // what is needed to read the bytes again, the size included (fdatasync(2))
    close: () => handle.close(),
  };
}
