// The locker's folder on a disk. Moves sealed bytes and nothing else; no Electron here, so that the headless command uses
// the same code. What it answers `ok` to has reached the disk.
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CopyRule } from '../../shared/ipc.ts';
import {
  mayRemove,
  givesUp,
  mayReplace,
  mayRetire,
  segmentLocker,
  type FolderName,
  type LockerFolder,
} from '../../shared/locker/folder.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { codeOf, errorOf } from './disk-errors.ts';
import { nodeDisk, type Disk, type DiskFile } from './disk.ts';
import { temporary, walk } from './walk.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export interface DiskFolder extends LockerFolder {
  /** Ends what a page left open: closes segments, drops unfinished files. The next `list` sweeps again. */
  release(): Promise<void>;
  /**
   * Copies one file out of another folder, in parts, under a temporary name, fsynced and renamed; answers the bytes
   * written. `grow` writes nothing where the file here is as long, and refuses (`already-there`) where it does not begin
   * the other one.
   */
  take(name: FolderName, from: ReadableFolder, rule: CopyRule): Promise<Result<number>>;
}

export type ReadableFolder = Pick<LockerFolder, 'list' | 'read'>;

export interface FolderOptions {
  readonly disk?: Disk;
  /** Writes nothing at all, not even to sweep. */
  readonly readOnly?: boolean;
}

interface Growing {
  readonly file: DiskFile;
  length: number;
}

const copyPartBytes = 1024 * 1024;
const mostSlotBytes = 64 * 1024;

/** Virus scanners and synchronisers hold files for moments; Windows then refuses to rename them. */
const renamePausesMs = [10, 30, 90, 270];

export function diskFolder(
  root: string,
  { disk = nodeDisk, readOnly = false }: FolderOptions = {},
): DiskFolder {
  const known = new Set<string>();
  const begun = new Map<FolderName, Growing>();
  let segment: { readonly name: FolderName; readonly file: DiskFile } | undefined;
  let swept = readOnly;
  let settled = false;
  let queue: Promise<unknown> = Promise.resolve();

  const pathOf = (name: string): string => path.join(root, ...name.split('/'));

  /** One at a time, in order; what a failed operation means becomes a code. */
  const write = <T = null>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    if (readOnly) return Promise.resolve(fail('folder-read-only'));
    const job = queue.then(work).catch((error: unknown) => {
      const code = errorOf(error, 'writing');
      return fail(code === 'not-there' ? 'folder-unreadable' : code);
    });
    queue = job;
    return job;
  };

  /** Makes the folders above a name, on the disk before anything lies in them. A link among them is refused. */
  const readPart = async (file: string, offset: number, lengthBytes: number): Promise<Buffer> => {
    const opened = await disk.openOld(file);
    try {
      return Buffer.from(await opened.read(offset, lengthBytes));
    } finally {
      await opened.close();
    }
  };

  const isGivenUp = async (lockerId: string): Promise<boolean> => {
    const { entries } = await walk(disk, root);
    for (const { name } of entries.filter((entry) => entry.name.startsWith('slots/'))) {
      const slot = await readPart(pathOf(name), 0, mostSlotBytes);
      if (givesUp(slot.toString(), lockerId)) return true;
    }
    return false;
  };

  const prepareFolders = async (name: FolderName): Promise<void> => {
    const steps = name.split('/').slice(0, -1);
    for (let depth = 0; depth <= steps.length; depth++) {
      const folder = path.join(root, ...steps.slice(0, depth));
      if (known.has(folder)) continue;
      const made = await disk.makeFolder(folder).then(
        () => true,
        (error: unknown) => {
          if (codeOf(error) !== 'EEXIST') throw error;
          return false;
        },
      );
      // Also where it was there: whoever made it may have been killed, or refused, before its name was on the disk.
      const onDisk = disk.syncFolder(path.dirname(folder));
      await (made || depth > 0 ? onDisk : onDisk.catch(() => undefined)); // above the locker all may be forbidden
      await refuseLinks(folder);
    }
  };

  const refuseLinks = async (folder: string): Promise<void> => {
    if (known.has(folder)) return;
    const expected = path.join(await disk.resolve(root), path.relative(root, folder));
    if ((await disk.resolve(folder)) !== expected)
      throw new Error('a link leads out of the locker');
    known.add(folder);
  };

  const renameIntoPlace = async (name: FolderName): Promise<void> => {
    const target = pathOf(name);
    await renamePatiently(disk, target + temporary, target);
    await disk.syncFolder(path.dirname(target));
  };

  /** Under a temporary name first, so that the name holds all of the bytes or what it held before. */
  const writeWhole = async (name: FolderName, bytes: Bytes): Promise<void> => {
    const { file } = await begin(name);
    try {
      await writeAll(file, bytes);
      await file.sync();
      await file.close();
      await renameIntoPlace(name);
    } catch (error) {
      await closeQuietly(file);
      // It may be gone: a rename that was done, and whose folder could not be synced.
      await disk.remove(pathOf(name) + temporary).catch(() => undefined);
      throw error;
    }
  };

  const exists = (name: FolderName): Promise<boolean> =>
    disk.size(pathOf(name)).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
        return false;
      },
    );

  /**
   * A new segment records how far the earlier ones go. A program that was killed may have left ends of them that never
   * reached the disk; if they were lost after they were recorded, that would read as tampering.
   */
  const settleSegments = async (): Promise<void> => {
    if (settled) return;
    const { entries } = await walk(disk, root);
    const segments = entries.filter(({ name }) => name.startsWith('journal/'));
    for (const each of segments) await disk.syncOld(pathOf(each.name));
    const folders = new Set(segments.map((each) => path.dirname(pathOf(each.name))));
    for (const folder of [...folders, ...(folders.size > 0 ? [path.join(root, 'journal')] : [])]) {
      await disk.syncFolder(folder);
    }
    settled = true;
  };

  const openSegment = async (name: FolderName): Promise<NonNullable<typeof segment>> => {
    await prepareFolders(name);
    await settleSegments();
    return { name, file: await disk.openNew(pathOf(name)) };
  };

  const closeSegment = async (): Promise<void> => {
    const file = segment?.file;
    segment = undefined;
    if (file !== undefined) await closeQuietly(file);
  };

  const begin = async (name: FolderName): Promise<Growing> => {
    await prepareFolders(name);
    return { file: await disk.openNew(pathOf(name) + temporary), length: 0 };
  };

  const discard = async (name: FolderName): Promise<void> => {
    const growing = begun.get(name);
    if (growing === undefined) return;
    begun.delete(name);
    await closeQuietly(growing.file);
    await disk.remove(pathOf(name) + temporary);
  };

  /** Removes what a crash left behind: in turn with the writes and past the files begun, so that none of theirs goes. */
  const sweep = async (): Promise<void> => {
    if (swept) return;
    const job = queue.then(async () => {
      const names = (await walk(disk, root)).temporary;
      const isBegun = (name: string) =>
        Array.from(begun.keys()).some((each) => each + temporary === name);
      for (const name of names.filter((each) => !isBegun(each))) await disk.remove(pathOf(name));
      swept = true;
    });
    queue = job.catch(() => undefined);
    await job;
  };

  return {
    list: async () => {
      try {
        await sweep();
        const found = await walk(disk, root);
        const foreign = found.foreign.length + (readOnly ? found.temporary.length : 0);
        return ok({ entries: found.entries, foreign });
      } catch (error) {
        const code = errorOf(error, 'reading');
        return code === 'not-there' ? ok({ entries: [], foreign: 0 }) : fail(code);
      }
    },

    read: async (name, offset, lengthBytes) => {
      try {
        await refuseLinks(path.dirname(pathOf(name)));
        const file = await disk.openOld(pathOf(name));
        try {
          return ok(await file.read(offset, lengthBytes));
        } finally {
          await file.close();
        }
      } catch (error) {
        return fail(errorOf(error, 'reading'));
      }
    },

    append: (name, bytes) =>
      write(async () => {
        const isNew = segment?.name !== name;
        if (isNew) await closeSegment();
        segment ??= await openSegment(name);
        const { file } = segment;
        try {
          await writeAll(file, bytes);
          await file.sync();
          if (isNew) await disk.syncFolder(path.dirname(pathOf(name)));
        } catch (error) {
          await closeSegment(); // nobody knows what the disk holds: a further append is refused as `already-there`
          throw error;
        }
        return ok(null);
      }),

    create: (name, bytes) =>
      write(async () => {
        if (await exists(name)) return fail('already-there');
        await writeWhole(name, bytes);
        return ok(null);
      }),

    replace: (name, bytes) =>
      write(async () => {
        if (!mayReplace(name)) return fail('request-malformed');
        await writeWhole(name, bytes);
        return ok(null);
      }),

    beginFile: (name) =>
      write(async () => {
        if (begun.has(name) || (await exists(name))) return fail('already-there');
        begun.set(name, await begin(name));
        return ok(null);
      }),

    writePart: (name, offset, bytes) =>
      write(async () => {
        const growing = begun.get(name);
        if (growing === undefined) return fail('not-there');
        if (growing.length !== offset) return fail('request-malformed');
        await writeAll(growing.file, bytes);
        growing.length += bytes.length;
        return ok(null);
      }),

    commitFile: (name) =>
      write(async () => {
        const growing = begun.get(name);
        if (growing === undefined) return fail('not-there');
        await growing.file.sync();
        await growing.file.close();
        begun.delete(name);
        await renameIntoPlace(name);
        return ok(null);
      }),

    discardFile: (name) =>
      write(async () => {
        await discard(name);
        return ok(null);
      }),

    retire: (name, lockerId) =>
      write(async () => {
        if (!mayRetire(name) || !(await isGivenUp(lockerId))) return fail('request-malformed');
        await refuseLinks(path.dirname(pathOf(name)));
        if (name.startsWith('journal/')) {
          const { offset, lengthBytes } = segmentLocker;
          const owner = await readPart(pathOf(name), offset, lengthBytes);
          if (owner.toString('hex') !== lockerId) return fail('request-malformed');
        }
        if (segment?.name === name) await closeSegment();
        await disk.remove(pathOf(name));
        await disk.syncFolder(path.dirname(pathOf(name)));
        return ok(null);
      }),

    remove: (name) =>
      write(async () => {
        if (!mayRemove(name)) return fail('request-malformed');
        await refuseLinks(path.dirname(pathOf(name)));
        await disk.remove(pathOf(name));
        await disk.syncFolder(path.dirname(pathOf(name)));
        return ok(null);
      }),

    take: (name, from, rule) =>
      write(async () => {
        const old = (await exists(name)) ? await disk.openOld(pathOf(name)) : undefined;
        try {
          if (old !== undefined && rule === 'new') return fail('already-there');
          const growing = await begin(name);
          begun.set(name, growing);
          try {
            const taken = await copyParts(name, from, growing, rule === 'grow' ? old : undefined);
            if (!taken.ok || taken.value === undefined) await discard(name);
            else {
              await growing.file.sync();
              await growing.file.close();
              await renameIntoPlace(name);
              begun.delete(name);
            }
            return taken.ok ? ok(taken.value ?? 0) : taken;
          } catch (error) {
            await discard(name).catch(() => undefined); // what went wrong first is what counts
            throw error;
          }
        } finally {
          if (old !== undefined) await closeQuietly(old);
        }
      }),

    release: async () => {
      await write(async () => {
        for (const name of Array.from(begun.keys())) await discard(name);
        await closeSegment();
        swept = readOnly;
        settled = false;
        return ok(null);
      });
    },
  };
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

async function writeAll(file: DiskFile, bytes: Bytes): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const written = await file.write(bytes.subarray(at));
    if (written === 0) throw new Error('the disk took nothing and did not say why');
    at += written;
  }
}

/** For a handle that nothing more is expected of: what was promised of it was synced before. */
async function closeQuietly(file: DiskFile): Promise<void> {
  await file.close().catch(() => undefined);
}

async function renamePatiently(disk: Disk, from: string, to: string): Promise<void> {
  for (const pauseMs of renamePausesMs) {
    try {
      await disk.rename(from, to);
      return;
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))) throw error;
      await wait(pauseMs);
    }
  }
  await disk.rename(from, to);
}
