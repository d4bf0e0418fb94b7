// A disk in memory that fails, or dies, at its n-th operation, and that knows what had reached the platter by then.
import path from 'node:path';
import type { Disk, DiskFile } from '../../electron/locker/disk.ts';

type Bytes = Uint8Array<ArrayBuffer>;

interface Stored {
  bytes: Bytes;
  /** How much of it was synced. */
  synced: number;
}

interface Contents {
  readonly folders: Set<string>;
  readonly files: Map<string, Stored>;
}

/**
 * `refuse`: the n-th operation fails with `code`, the later ones succeed. `stay-broken`: it and all later ones fail.
 * `die`: nothing happens any more from it on; a write in progress is torn in the middle.
 */
export interface Fault {
  readonly at: number;
  readonly kind: 'refuse' | 'stay-broken' | 'die';
  readonly code: string;
}

export class FaultyDisk implements Disk {
  /** Operations so far. */
  count = 0;
  readonly #fault: Fault | undefined;
  #now: Contents;
  /** What the names were when their folder was last synced. */
  readonly #durable = new Map<string, Stored>();
  readonly #durableFolders: Set<string>;

  constructor(fault?: Fault, now: Contents = { folders: new Set(['/']), files: new Map() }) {
    this.#fault = fault;
    this.#now = now;
    for (const [name, stored] of now.files) this.#durable.set(name, stored);
    this.#durableFolders = new Set(now.folders);
  }

  get isDead(): boolean {
    return this.#fault?.kind === 'die' && this.count >= this.#fault.at;
  }

  /** The disk as the next program finds it: after a kill all that was written, after a power loss what was synced. */
  survivor(after: 'kill' | 'power-loss', fault?: Fault): FaultyDisk {
    const names = after === 'kill' ? this.#now.files : this.#durable;
    const files = Array.from(names, ([name, { bytes, synced }]): [string, Stored] => {
      const kept = after === 'kill' ? bytes.slice() : bytes.slice(0, synced);
      return [name, { bytes: kept, synced: kept.length }];
    });
    return new FaultyDisk(fault, {
      folders: new Set(this.#now.folders),
      files: new Map(files),
    });
  }

  /**
   * After a power loss that kept some of what was not synced and lost the rest, in no order: names made, renamed or removed, folders, and
   * ends of files, which may be there, short, or filled with zeros. `below` draws a whole number from 0 up to its argument.
   */
  scattered(below: (end: number) => number, fault?: Fault): FaultyDisk {
    const folders = new Set(
      Array.from(this.#now.folders).filter(
        (name) => this.#durableFolders.has(name) || below(2) === 0,
      ),
    );
    const files = new Map<string, Stored>();
    for (const name of new Set([...this.#now.files.keys(), ...this.#durable.keys()])) {
      const [before, after] = [this.#durable.get(name), this.#now.files.get(name)];
      const stored = before === after || below(2) === 0 ? after : before;
      if (stored === undefined || !isInside(name, folders)) continue;
      const bytes = scatterEnd(stored, below);
      files.set(name, { bytes, synced: bytes.length });
    }
    return new FaultyDisk(fault, { folders, files });
  }

  /** Every file there is, sorted. */
  paths(): string[] {
    return Array.from(this.#now.files.keys()).sort();
  }

  /** Damages one byte of a file, counted from its end where `at` is negative. */
  flip(name: string, at: number): void {
    const { bytes } = this.#file(name);
    const index = at < 0 ? bytes.length + at : at;
    bytes[index] = (bytes[index] ?? 0) ^ 1;
  }

  /** As `cp -r from/. to` does. */
  copyOver(from: string, to: string): void {
    const { folders, files } = this.#now;
    for (const folder of Array.from(folders)) {
      if (folder.startsWith(`${from}/`)) folders.add(to + folder.slice(from.length));
    }
    for (const [name, { bytes, synced }] of Array.from(files)) {
      if (!name.startsWith(`${from}/`)) continue;
      files.set(to + name.slice(from.length), { bytes: bytes.slice(), synced });
    }
  }

  list(folder: string) {
    return this.#do(() => {
      if (!this.#now.folders.has(folder)) throw failure('ENOENT');
      const inside = (name: string): boolean => path.dirname(name) === folder && name !== folder;
      return [
        ...Array.from(this.#now.folders)
          .filter(inside)
          .map((name) => ({ name: path.basename(name), kind: 'folder' as const })),
        ...Array.from(this.#now.files.keys())
          .filter(inside)
          .map((name) => ({ name: path.basename(name), kind: 'file' as const })),
      ];
    });
  }

  size(name: string) {
    return this.#do(() => this.#file(name).bytes.length);
  }

  resolve(name: string) {
    return this.#do(() => {
      const { folders, files } = this.#now;
      if (!folders.has(name) && !files.has(name)) throw failure('ENOENT');
      return name;
    });
  }

  makeFolder(name: string) {
    return this.#do(() => {
      if (this.#now.folders.has(name)) throw failure('EEXIST');
      this.#now.folders.add(name);
    });
  }

  openOld(name: string) {
    return this.#do(() => this.#handle(this.#file(name)));
  }

  syncOld(name: string) {
    return this.#do(() => {
      const stored = this.#file(name);
      stored.synced = stored.bytes.length;
    });
  }

  openNew(name: string) {
    return this.#do(() => {
      if (this.#now.files.has(name)) throw failure('EEXIST');
      const stored = { bytes: new Uint8Array(), synced: 0 };
      this.#now.files.set(name, stored);
      return this.#handle(stored);
    });
  }

  rename(from: string, to: string) {
    return this.#do(() => {
      if (this.#now.folders.has(from)) {
        this.#renameFolder(from, to);
        return;
      }
      this.#now.files.set(to, this.#file(from));
      this.#now.files.delete(from);
    });
  }

  remove(name: string) {
    return this.#do(() => {
      this.#file(name);
      this.#now.files.delete(name);
    });
  }

  removeFolder(folder: string) {
    return this.#do(() => {
      if (!this.#now.folders.has(folder)) throw failure('ENOENT');
      const inside = (name: string): boolean => name.startsWith(`${folder}/`);
      if ([...this.#now.folders, ...this.#now.files.keys()].some(inside)) {
        throw failure('ENOTEMPTY');
      }
      this.#now.folders.delete(folder);
    });
  }

  syncFolder(folder: string) {
    return this.#do(() => {
      const inside = (name: string): boolean => path.dirname(name) === folder;
      for (const name of this.#durable.keys()) {
        if (inside(name) && !this.#now.files.has(name)) this.#durable.delete(name);
      }
      for (const [name, stored] of this.#now.files)
        if (inside(name)) this.#durable.set(name, stored);
      for (const name of this.#now.folders) if (inside(name)) this.#durableFolders.add(name);
    });
  }

  /** Onto nothing or an empty folder. What is inside goes along, on the platter too: its names hang on the folder. */
  #renameFolder(from: string, to: string): void {
    const { folders, files } = this.#now;
    const inside = (folder: string) => (name: string) => name.startsWith(`${folder}/`);
    if ([...folders, ...files.keys()].some(inside(to))) throw failure('ENOTEMPTY');
    const moved = (name: string): string => to + name.slice(from.length);
    for (const name of [from, ...Array.from(folders).filter(inside(from))]) {
      folders.delete(name);
      folders.add(moved(name));
    }
    for (const name of Array.from(this.#durableFolders)) {
      if (name !== from && !inside(from)(name)) continue;
      this.#durableFolders.delete(name);
      this.#durableFolders.add(moved(name));
    }
    for (const names of [files, this.#durable]) {
      for (const [name, stored] of Array.from(names).filter(([each]) => inside(from)(each))) {
        names.delete(name);
        names.set(moved(name), stored);
      }
    }
  }

  #handle(stored: Stored): DiskFile {
    return {
      read: (position, length) => this.#do(() => stored.bytes.slice(position, position + length)),
      write: (bytes) => {
        const half = bytes.slice(0, bytes.length >> 1);
        return this.#do(
          () => {
            stored.bytes = joined(stored.bytes, bytes);
            return bytes.length;
          },
          () => {
            stored.bytes = joined(stored.bytes, half);
          },
        );
      },
      sync: () =>
        this.#do(() => {
          stored.synced = stored.bytes.length;
        }),
      close: () => this.#do(() => undefined),
    };
  }

  #file(name: string): Stored {
    const stored = this.#now.files.get(name);
    if (stored === undefined) throw failure('ENOENT');
    return stored;
  }

  /** Counts an operation and does it, or fails. `partly` is what a failed one leaves behind. */
  #do<T>(work: () => T, partly?: () => void): Promise<T> {
    this.count++;
    const { at, kind, code } = this.#fault ?? { at: 0, kind: 'refuse', code: '' };
    const fails = at > 0 && (kind === 'refuse' ? this.count === at : this.count >= at);
    if (fails && this.count === at) partly?.();
    return new Promise((resolve) => {
      if (fails) throw failure(code);
      resolve(work());
    });
  }
}

/** Whether every folder above the name is there. */
function isInside(name: string, folders: ReadonlySet<string>): boolean {
  const above = path.dirname(name);
  return folders.has(above) && (above === '/' || isInside(above, folders));
}

/** What was synced, and of the rest all, some, none, or zeros where the size came to the disk before the bytes. */
function scatterEnd({ bytes, synced }: Stored, below: (end: number) => number): Bytes {
  const end = synced + below(bytes.length - synced + 1);
  const zeroed = bytes.slice();
  switch (below(4)) {
    case 0:
      return bytes.slice();
    case 1:
      return bytes.slice(0, synced);
    case 2:
      return bytes.slice(0, end);
    default:
      return zeroed.fill(0, end);
  }
}

function joined(a: Bytes, b: Bytes): Bytes {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
