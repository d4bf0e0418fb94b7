// A locker's folder in memory: the same answers as the one on a disk, without the disk.
import { toHex } from '../../shared/bytes.ts';
import {
  isGivenUp,
  mayRemove,
  mayRetire,
  segmentLocker,
  type FolderName,
  type LockerFolder,
} from '../../shared/locker/folder.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface MemoryFolder extends LockerFolder {
  /** What lies in the folder, by name. Tests damage it here. */
  readonly files: Map<FolderName, Bytes>;
  /** Times a segment was appended to. */
  appends: number;
}

export function memoryFolder(files = new Map<FolderName, Bytes>()): MemoryFolder {
  const begun = new Map<FolderName, Bytes[]>();
  const done: Promise<Result<null>> = Promise.resolve(ok(null));
  const refused: Promise<Result<null>> = Promise.resolve(fail('request-malformed'));
  const put = (name: FolderName, bytes: Bytes): typeof done => {
    files.set(name, bytes.slice());
    return done;
  };
  const take = (name: FolderName): typeof done =>
    files.delete(name) ? done : Promise.resolve(fail('not-there'));
  const slots = (): readonly string[] =>
    Array.from(files).flatMap(([name, bytes]) =>
      name.startsWith('slots/') ? [new TextDecoder().decode(bytes)] : [],
    );
  const isSegmentOf = (name: FolderName, lockerId: string): boolean => {
    const { offset, lengthBytes } = segmentLocker;
    return (
      toHex(files.get(name)?.slice(offset, offset + lengthBytes) ?? new Uint8Array()) === lockerId
    );
  };
  const folder: MemoryFolder = {
    files,
    appends: 0,
    list: () => {
      const names = Array.from(files.keys()).sort();
      const entries = names.map((name) => ({ name, sizeBytes: files.get(name)?.length ?? 0 }));
      return Promise.resolve(ok({ entries, foreign: 0 }));
    },
    read: (name, offset, lengthBytes) => {
      const bytes = files.get(name)?.slice(offset, offset + lengthBytes);
      return Promise.resolve(bytes === undefined ? fail('not-there') : ok(bytes));
    },
    append: (name, bytes) => {
      folder.appends++;
      return put(name, joined([files.get(name) ?? new Uint8Array(), bytes]));
    },
    create: (name, bytes) =>
      files.has(name) ? Promise.resolve(fail('already-there')) : put(name, bytes),
    replace: put,
    beginFile: (name) => {
      if (begun.has(name) || files.has(name)) return Promise.resolve(fail('already-there'));
      begun.set(name, []);
      return done;
    },
    writePart: (name, _offset, bytes) => {
      begun.get(name)?.push(bytes.slice());
      return done;
    },
    commitFile: (name) => {
      const parts = begun.get(name);
      begun.delete(name);
      return parts === undefined ? Promise.resolve(fail('not-there')) : put(name, joined(parts));
    },
    discardFile: (name) => {
      begun.delete(name);
      return done;
    },
    retire: (name, lockerId) => {
      if (!mayRetire(name) || !isGivenUp(slots(), lockerId)) return refused;
      if (name.startsWith('journal/') && !isSegmentOf(name, lockerId)) return refused;
      return take(name);
    },
    remove: (name) => {
      return mayRemove(name) ? take(name) : refused;
    },
  };
  return folder;
}

function joined(parts: readonly Bytes[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** `cp -r`: as it lies there now; what is written later does not reach the copy. */
export function copyOf({ files }: Pick<MemoryFolder, 'files'>): MemoryFolder {
  return memoryFolder(new Map(Array.from(files, ([name, bytes]) => [name, bytes.slice()])));
}

/** `cp -r from/. to`: what lies in `to` under the same name is written over. */
export function copyOver(from: MemoryFolder, to: MemoryFolder): void {
  for (const [name, bytes] of from.files) to.files.set(name, bytes.slice());
}
