// Files that are written under a temporary name first, so that a name holds all of the bytes or what it held before.
import type { CopyRule } from '../../shared/ipc.ts';
import type { FolderName, LockerFolder } from '../../shared/locker/folder.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Disk, DiskFile } from './disk.ts';
import { closeQuietly, renamePatiently, writeAll } from './disk-writes.ts';
import type { FolderPaths } from './folder-paths.ts';
import { temporary } from './walk.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export type ReadableFolder = Pick<LockerFolder, 'list' | 'read'>;

interface Growing {
  readonly file: DiskFile;
  length: number;
}

const copyPartBytes = 1024 * 1024;

export class BegunFiles {
  readonly #disk: Disk;
  readonly #paths: FolderPaths;
  readonly #begun = new Map<FolderName, Growing>();

  constructor(disk: Disk, paths: FolderPaths) {
    this.#disk = disk;
    this.#paths = paths;
  }

  /** Whether a temporary name is of a file that is being written. */
  holds(name: string): boolean {
    return Array.from(this.#begun.keys()).some((each) => each + temporary === name);
  }

  async writeWhole(name: FolderName, bytes: Bytes): Promise<void> {
    const { file } = await this.#open(name);
    try {
      await writeAll(file, bytes);
      await file.sync();
      await file.close();
      await this.#renameIntoPlace(name);
    } catch (error) {
      await closeQuietly(file);
      // It may be gone: a rename that was done, and whose folder could not be synced.
      await this.#disk.remove(this.#paths.of(name) + temporary).catch(() => undefined);
      throw error;
    }
  }

  async begin(name: FolderName): Promise<Result<null>> {
    if (this.#begun.has(name) || (await this.#paths.exists(name))) return fail('already-there');
    this.#begun.set(name, await this.#open(name));
    return ok(null);
  }

  async write(name: FolderName, offset: number, bytes: Bytes): Promise<Result<null>> {
    const growing = this.#begun.get(name);
    if (growing === undefined) return fail('not-there');
    if (growing.length !== offset) return fail('request-malformed');
    await writeAll(growing.file, bytes);
    growing.length += bytes.length;
    return ok(null);
  }

  async commit(name: FolderName): Promise<Result<null>> {
    const growing = this.#begun.get(name);
    if (growing === undefined) return fail('not-there');
    await growing.file.sync();
    await growing.file.close();
    this.#begun.delete(name);
    await this.#renameIntoPlace(name);
    return ok(null);
  }

  async discard(name: FolderName): Promise<void> {
    const growing = this.#begun.get(name);
    if (growing === undefined) return;
    this.#begun.delete(name);
    await closeQuietly(growing.file);
    await this.#disk.remove(this.#paths.of(name) + temporary);
  }

  async discardAll(): Promise<void> {
    for (const name of Array.from(this.#begun.keys())) await this.discard(name);
  }

  /** Copies a file out of another folder, as `DiskFolder.take` says; answers the bytes written. */
  async take(name: FolderName, from: ReadableFolder, rule: CopyRule): Promise<Result<number>> {
    const isThere = await this.#paths.exists(name);
    const old = isThere ? await this.#disk.openOld(this.#paths.of(name)) : undefined;
    try {
      if (old !== undefined && rule === 'new') return fail('already-there');
      const growing = await this.#open(name);
      this.#begun.set(name, growing);
      try {
        const taken = await copyParts(name, from, growing, rule === 'grow' ? old : undefined);
        if (!taken.ok || taken.value === undefined) await this.discard(name);
        else {
          await growing.file.sync();
          await growing.file.close();
          await this.#renameIntoPlace(name);
          this.#begun.delete(name);
        }
        return taken.ok ? ok(taken.value ?? 0) : taken;
      } catch (error) {
        await this.discard(name).catch(() => undefined); // what went wrong first is what counts
        throw error;
      }
    } finally {
      if (old !== undefined) await closeQuietly(old);
    }
  }

  async #open(name: FolderName): Promise<Growing> {
    await this.#paths.prepare(name);
    return { file: await this.#disk.openNew(this.#paths.of(name) + temporary), length: 0 };
  }

  async #renameIntoPlace(name: FolderName): Promise<void> {
    const target = this.#paths.of(name);
    await renamePatiently(this.#disk, target + temporary, target);
    await this.#paths.sync(name);
  }
}

/** The bytes copied; undefined where `old` is not shorter, `already-there` where it does not begin what was read. */
async function copyParts(
  name: FolderName,
  from: ReadableFolder,
  to: Growing,
  old: DiskFile | undefined,
): Promise<Result<number | undefined>> {
  let oldLength = 0;
  for (;;) {
    const part = await from.read(name, to.length, copyPartBytes);
    if (!part.ok) return part;
    const bytes = part.value;
    if (old !== undefined) {
      const before = await old.read(to.length, copyPartBytes);
      oldLength += before.length;
      if (Buffer.compare(before, bytes.subarray(0, before.length)) !== 0) {
        return fail('already-there');
      }
    }
    await writeAll(to.file, bytes);
    to.length += bytes.length;
    if (bytes.length < copyPartBytes) break;
  }
  return ok(old !== undefined && oldLength >= to.length ? undefined : to.length);
}
