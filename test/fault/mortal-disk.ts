import { nodeDisk, type Disk, type DiskFile } from '../../electron/locker/disk.ts';

/**
 * The real disk of a process that kills itself at its n-th operation: before it is done, but for a write, of which a part is
 * written first.
 */
export function mortalDisk(dieAt: number): Disk {
  let operations = 0;
  const step = async <T>(work: () => Promise<T>, partly?: () => Promise<unknown>): Promise<T> => {
    if (++operations === dieAt) {
      await partly?.();
      process.kill(process.pid, 'SIGKILL');
    }
    return work();
  };
  const mortalFile = (file: DiskFile): DiskFile => ({
    read: (position, lengthBytes) => step(() => file.read(position, lengthBytes)),
    write: (bytes) =>
      step(
        () => file.write(bytes),
        () => file.write(bytes.subarray(0, Math.floor((bytes.length * (dieAt % 8)) / 8))),
      ),
    sync: () => step(() => file.sync()),
    close: () => step(() => file.close()),
  });
  return {
    list: (folder) => step(() => nodeDisk.list(folder)),
    size: (path) => step(() => nodeDisk.size(path)),
    resolve: (path) => step(() => nodeDisk.resolve(path)),
    makeFolder: (path) => step(() => nodeDisk.makeFolder(path)),
    openOld: async (path) => mortalFile(await step(() => nodeDisk.openOld(path))),
    syncOld: (path) => step(() => nodeDisk.syncOld(path)),
    openNew: async (path) => mortalFile(await step(() => nodeDisk.openNew(path))),
    rename: (from, to) => step(() => nodeDisk.rename(from, to)),
    remove: (path) => step(() => nodeDisk.remove(path)),
    removeFolder: (path) => step(() => nodeDisk.removeFolder(path)),
    syncFolder: (path) => step(() => nodeDisk.syncFolder(path)),
  };
}
