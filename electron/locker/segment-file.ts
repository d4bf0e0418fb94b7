// The one segment that grows: this run's. Every append is on the disk before it is answered.
import path from 'node:path';
import type { FolderName } from '../../shared/locker/folder.ts';
import type { Disk, DiskFile } from './disk.ts';
import { closeQuietly, writeAll } from './disk-writes.ts';
import type { FolderPaths } from './folder-paths.ts';
import { walk } from './walk.ts';

export class SegmentFile {
  readonly #disk: Disk;
  readonly #paths: FolderPaths;
  #open: { readonly name: FolderName; readonly file: DiskFile } | undefined;
  #settled = false;

  constructor(disk: Disk, paths: FolderPaths) {
    this.#disk = disk;
    this.#paths = paths;
  }

  async append(name: FolderName, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const isNew = this.#open?.name !== name;
    if (isNew) await this.#close();
    this.#open ??= await this.#begin(name);
    const { file } = this.#open;
    try {
      await writeAll(file, bytes);
      await file.sync();
      if (isNew) await this.#paths.sync(name);
    } catch (error) {
      await this.#close(); // nobody knows what the disk holds: a further append is refused as `already-there`
      throw error;
    }
  }

  /** The file is about to be removed. */
  async letGo(name: FolderName): Promise<void> {
    if (this.#open?.name === name) await this.#close();
  }

  /** Whoever writes next begins anew. */
  async release(): Promise<void> {
    await this.#close();
    this.#settled = false;
  }

  async #begin(name: FolderName): Promise<{ name: FolderName; file: DiskFile }> {
    await this.#paths.prepare(name);
    await this.#settle();
    return { name, file: await this.#disk.openNew(this.#paths.of(name)) };
  }

  async #close(): Promise<void> {
    const file = this.#open?.file;
    this.#open = undefined;
    if (file !== undefined) await closeQuietly(file);
  }

  /**
   * A new segment records how far the earlier ones go. A program that was killed may have left ends of them that never
   * reached the disk; if they were lost after they were recorded, that would read as tampering.
   */
  async #settle(): Promise<void> {
    if (this.#settled) return;
    const { entries } = await walk(this.#disk, this.#paths.root);
    const segments = entries.filter(({ name }) => name.startsWith('journal/'));
    for (const each of segments) await this.#disk.syncOld(this.#paths.of(each.name));
    const folders = new Set(segments.map((each) => this.#paths.folderOf(each.name)));
    const above = folders.size > 0 ? [path.join(this.#paths.root, 'journal')] : [];
    for (const folder of [...folders, ...above]) await this.#disk.syncFolder(folder);
    this.#settled = true;
  }
}
