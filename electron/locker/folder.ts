// The locker's folder on a disk. Moves sealed bytes and nothing else; no Electron here, so that the headless command uses
// the same code. What it answers `ok` to has reached the disk.
import type { CopyRule } from '../../shared/ipc.ts';
import {
  isGivenUp,
  mayRemove,
  mayReplace,
  mayRetire,
  segmentLocker,
  type FolderName,
  type LockerFolder,
} from '../../shared/locker/folder.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { BegunFiles, type ReadableFolder } from './begun-files.ts';
import { codeOf, errorOf } from './disk-errors.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { FolderPaths } from './folder-paths.ts';
import { SegmentFile } from './segment-file.ts';
import { walk } from './walk.ts';

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

export interface FolderOptions {
  readonly disk?: Disk;
  /** Writes nothing at all, not even to sweep. */
  readonly readOnly?: boolean;
}

const mostSlotBytes = 64 * 1024;

export function diskFolder(
  root: string,
  { disk = nodeDisk, readOnly = false }: FolderOptions = {},
): DiskFolder {
  const paths = new FolderPaths(disk, root);
  const begun = new BegunFiles(disk, paths);
  const segment = new SegmentFile(disk, paths);
  let swept = readOnly;
  let queue: Promise<unknown> = Promise.resolve();

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

  const readPart = async (name: FolderName, offset: number, lengthBytes: number) => {
    const file = await disk.openOld(paths.of(name));
    try {
      return await file.read(offset, lengthBytes);
    } finally {
      await file.close();
    }
  };

  const readSlots = async (): Promise<readonly string[]> => {
    const { entries } = await walk(disk, root);
    const slots: string[] = [];
    for (const { name } of entries.filter((entry) => entry.name.startsWith('slots/'))) {
      slots.push(Buffer.from(await readPart(name, 0, mostSlotBytes)).toString());
    }
    return slots;
  };

  const isSegmentOf = async (name: FolderName, lockerId: string): Promise<boolean> => {
    const owner = await readPart(name, segmentLocker.offset, segmentLocker.lengthBytes);
    return Buffer.from(owner).toString('hex') === lockerId;
  };

  /** Deletes for good; `not-there` where nothing lies under the name in a folder that is there, which one that was pulled out is not. */
  const remove = (
    name: FolderName,
    may: (name: FolderName) => boolean,
    isMeant: () => Promise<boolean>,
  ): Promise<Result<null>> =>
    write(async () => {
      if (!may(name)) return fail('request-malformed');
      try {
        await paths.refuseLinks(name);
        if (!(await isMeant())) return fail('request-malformed');
        await segment.letGo(name);
        await disk.remove(paths.of(name));
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
        await disk.resolve(root);
        return fail('not-there');
      }
      await paths.sync(name);
      return ok(null);
    });

  /** Removes what a crash left behind: in turn with the writes and past the files begun, so that none of theirs goes. */
  const sweep = async (): Promise<void> => {
    if (swept) return;
    const job = queue.then(async () => {
      const names = (await walk(disk, root)).temporary;
      for (const name of names.filter((each) => !begun.holds(each))) {
        await disk.remove(paths.of(name));
      }
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
        await paths.refuseLinks(name);
        return ok(await readPart(name, offset, lengthBytes));
      } catch (error) {
        return fail(errorOf(error, 'reading'));
      }
    },

    append: (name, bytes) =>
      write(async () => {
        await segment.append(name, bytes);
        return ok(null);
      }),

    create: (name, bytes) =>
      write(async () => {
        if (await paths.exists(name)) return fail('already-there');
        await begun.writeWhole(name, bytes);
        return ok(null);
      }),

    replace: (name, bytes) =>
      write(async () => {
        if (!mayReplace(name)) return fail('request-malformed');
        await begun.writeWhole(name, bytes);
        return ok(null);
      }),

    beginFile: (name) => write(() => begun.begin(name)),
    writePart: (name, offset, bytes) => write(() => begun.write(name, offset, bytes)),
    commitFile: (name) => write(() => begun.commit(name)),

    discardFile: (name) =>
      write(async () => {
        await begun.discard(name);
        return ok(null);
      }),

    retire: (name, lockerId) =>
      remove(name, mayRetire, async () => {
        if (!isGivenUp(await readSlots(), lockerId)) return false;
        return !name.startsWith('journal/') || isSegmentOf(name, lockerId);
      }),

    remove: (name) => remove(name, mayRemove, () => Promise.resolve(true)),

    take: (name, from, rule) => write(() => begun.take(name, from, rule)),

    release: async () => {
      await write(async () => {
        await begun.discardAll();
        await segment.release();
        swept = readOnly;
        return ok(null);
      });
    },
  };
}
