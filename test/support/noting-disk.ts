// A disk in memory that notes every operation in order, by the name below the locker's folder, and can refuse some of them.
import type { Disk, DiskFile } from '../../electron/locker/disk.ts';
import { FaultyDisk } from './faulty-disk.ts';

export class NotingDisk implements Disk {
  /** The code to fail with, if any: asked with an operation as it is noted (`write`, `rename to`) and its name. */
  refuse: (operation: string, name: string) => string | undefined = () => undefined;
  /** How much a single write takes. */
  mostBytes = Infinity;
  readonly #root: string;
  readonly #disk: FaultyDisk;
  #noted: string[] = [];

  constructor(root: string, disk = new FaultyDisk()) {
    this.#root = root;
    this.#disk = disk;
  }

  /** What was done since the last time this was asked. */
  noted(): readonly string[] {
    const noted = this.#noted;
    this.#noted = [];
    return noted;
  }

  list = (folder: string) => this.#note('list', folder, () => this.#disk.list(folder));
  size = (name: string) => this.#note('size', name, () => this.#disk.size(name));
  resolve = (name: string) => this.#note('resolve', name, () => this.#disk.resolve(name));
  makeFolder = (name: string) => this.#note('make', name, () => this.#disk.makeFolder(name));
  syncOld = (name: string) => this.#note('sync old', name, () => this.#disk.syncOld(name));
  rename = (from: string, to: string) =>
    this.#note('rename to', to, () => this.#disk.rename(from, to));
  remove = (name: string) => this.#note('remove', name, () => this.#disk.remove(name));
  removeFolder = (name: string) =>
    this.#note('remove folder', name, () => this.#disk.removeFolder(name));
  syncFolder = (name: string) => this.#note('sync names', name, () => this.#disk.syncFolder(name));
  openOld = async (name: string) =>
    this.#handle(name, await this.#note('open', name, () => this.#disk.openOld(name)));
  openNew = async (name: string) =>
    this.#handle(name, await this.#note('new', name, () => this.#disk.openNew(name)));

  #handle(name: string, file: DiskFile): DiskFile {
    return {
      read: (...place) => this.#note('read', name, () => file.read(...place)),
      write: (bytes) =>
        this.#note('write', name, () => file.write(bytes.subarray(0, this.mostBytes))),
      sync: () => this.#note('sync', name, () => file.sync()),
      close: () => this.#note('close', name, () => file.close()),
    };
  }

  #note<T>(operation: string, name: string, work: () => Promise<T>): Promise<T> {
    const below = name === this.#root ? '.' : name.replace(`${this.#root}/`, '');
    this.#noted.push(`${operation} ${below}`);
    const code = this.refuse(operation, below);
    return code === undefined ? work() : Promise.reject(Object.assign(new Error(code), { code }));
  }
}
