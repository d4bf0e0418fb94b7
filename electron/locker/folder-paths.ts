// Where a locker's names lie on the disk. Nothing is reached through a link that leads out of the locker.
import path from 'node:path';
import type { FolderName } from '../../shared/locker/folder.ts';
import { codeOf } from './disk-errors.ts';
import type { Disk } from './disk.ts';

export class FolderPaths {
  readonly root: string;
  readonly #disk: Disk;
  /** Folders that are there and lie where their names say. */
  readonly #known = new Set<string>();

  constructor(disk: Disk, root: string) {
    this.#disk = disk;
    this.root = root;
  }

  /** Of a name of the format, or of a temporary one. */
  of(name: string): string {
    return path.join(this.root, ...name.split('/'));
  }

  folderOf(name: FolderName): string {
    return path.dirname(this.of(name));
  }

  /** Makes the folders above a name, on the disk before anything lies in them. A link among them is refused. */
  async prepare(name: FolderName): Promise<void> {
    const steps = name.split('/').slice(0, -1);
    for (let depth = 0; depth <= steps.length; depth++) {
      const folder = path.join(this.root, ...steps.slice(0, depth));
      if (this.#known.has(folder)) continue;
      const made = await this.#disk.makeFolder(folder).then(
        () => true,
        (error: unknown) => {
          if (codeOf(error) !== 'EEXIST') throw error;
          return false;
        },
      );
      // Also where it was there: whoever made it may have been killed, or refused, before its name was on the disk.
      const onDisk = this.#disk.syncFolder(path.dirname(folder));
      await (made || depth > 0 ? onDisk : onDisk.catch(() => undefined)); // above the locker all may be forbidden
      await this.#refuseLinksTo(folder);
    }
  }

  /** Rejects where the folder above a name is reached through a link. */
  refuseLinks(name: FolderName): Promise<void> {
    return this.#refuseLinksTo(this.folderOf(name));
  }

  async exists(name: FolderName): Promise<boolean> {
    return this.#disk.size(this.of(name)).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
        return false;
      },
    );
  }

  /** Returns when the names beside this one are on the disk. */
  sync(name: FolderName): Promise<void> {
    return this.#disk.syncFolder(this.folderOf(name));
  }

  async #refuseLinksTo(folder: string): Promise<void> {
    if (this.#known.has(folder)) return;
    const expected = path.join(
      await this.#disk.resolve(this.root),
      path.relative(this.root, folder),
    );
    if ((await this.#disk.resolve(folder)) !== expected)
      throw new Error('a link leads out of the locker');
    this.#known.add(folder);
  }
}
