import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Disk, DiskFile } from '../../../electron/locker/disk.ts';
import { runFileOps } from '../../fault/file-ops.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The same disk seen by a program that forgets one operation. */
function forgetting(disk: Disk, forgotten?: 'sync' | 'syncFolder'): Disk {
  const file = (inner: DiskFile): DiskFile => ({
    read: (position, lengthBytes) => inner.read(position, lengthBytes),
    write: (bytes) => inner.write(bytes),
    sync: () => (forgotten === 'sync' ? Promise.resolve() : inner.sync()),
    close: () => inner.close(),
  });
  return {
    list: (folder) => disk.list(folder),
    size: (path) => disk.size(path),
    resolve: (path) => disk.resolve(path),
    makeFolder: (path) => disk.makeFolder(path),
    openOld: (path) => disk.openOld(path),
    syncOld: (path) => disk.syncOld(path),
    openNew: async (path) => file(await disk.openNew(path)),
    rename: (from, to) => disk.rename(from, to),
    remove: (path) => disk.remove(path),
    removeFolder: (path) => disk.removeFolder(path),
    syncFolder: (path) => (forgotten === 'syncFolder' ? Promise.resolve() : disk.syncFolder(path)),
  };
}

test('finds nothing wrong with the program as it is', async () => {
  const tally = await runFileOps({ seed: 5, n: 40, scratch: '' }, (disk) => disk);
  expect(tally).toMatchObject({ n: 40, lost: 0, failures: [] });
  expect(tally.acks).toBeGreaterThan(100);
});

test.each(['sync', 'syncFolder'] as const)(
  'catches a program that forgets %s',
  async (forgotten) => {
    const context = { seed: 5, n: 60, scratch: '' };
    const tally = await runFileOps(context, (disk) => forgetting(disk, forgotten));
    expect(tally.lost).toBeGreaterThan(0);
  },
);

/** The same disk seen by a program that takes sealed files for deleted and leaves them there. */
function hoarding(disk: Disk): Disk {
  const hidden = new Set<string>();
  const seen = forgetting(disk);
  return {
    ...seen,
    list: async (folder) => {
      const entries = await disk.list(folder);
      return entries.filter(({ name }) => !hidden.has(path.join(folder, name)));
    },
    remove: async (name) => {
      if (!/\/files\/\w+$/.test(name)) await disk.remove(name);
      else hidden.add(name);
    },
  };
}

test('catches a program that does not delete what is purged', async () => {
  const { failures } = await runFileOps({ seed: 5, n: 20, scratch: '' }, hoarding);
  const kept = failures.filter(({ what }) => what.includes('was purged and is there'));
  expect(kept.length).toBeGreaterThan(0);
});
