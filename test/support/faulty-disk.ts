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

  constructor(fault?: Fault, now: Contents = { folders: new Set(['/']), files: new Map() }) {
    this.#fault = fault;
    this.#now = now;
    for (const [name, stored] of now.files) this.#durable.set(name, stored);
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
    return this.#do(() => name);
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

  syncFolder(folder: string) {
    return this.#do(() => {
      const inside = (name: string): boolean => path.dirname(name) === folder;
      for (const name of this.#durable.keys()) {
        if (inside(name) && !this.#now.files.has(name)) this.#durable.delete(name);
      }
      for (const [name, stored] of this.#now.files)
        if (inside(name)) this.#durable.set(name, stored);
    });
  }

  #handle(stored: Stored): DiskFile {
    return {
      read: (position, length) => this.#do(() => stored.bytes.slice(position, position + length)),
      write: (bytes) => {
        const half = bytes.slice(0, bytes.length >> 1);
        return this.#do(
          () => {
            stored.bytes = Uint8Array.from([...stored.bytes, ...bytes]);
            return bytes.length;
          },
          () => {
            stored.bytes = Uint8Array.from([...stored.bytes, ...half]);
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

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
