// What the operations on a real disk ask of the system: that bytes and names are on it, and that no handle stays open.
import { constants } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile, type FileHandle } from 'node:fs/promises';
import type * as Fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeDisk } from '../../../../electron/locker/disk.ts';

/** What was asked of handles since the last `asked()`, how many bytes a read gives at most, and how a file was opened last. */
const watched = vi.hoisted((): { asked: string[]; mostBytes: number; flags: unknown } => ({
  asked: [],
  mostBytes: Infinity,
  flags: undefined,
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Fs>();
  const { watchedOpen } = await import('../../../support/watched-open.ts');
  const openWatched = watchedOpen(real.open, (asked) => {
    watched.asked.push(asked);
  });
  const open = async (...how: Parameters<typeof real.open>): Promise<FileHandle> => {
    const handle = await openWatched(...how);
    watched.flags = how[1];
    const read = handle.read.bind(handle) as (...place: unknown[]) => unknown;
    const readLittle = (bytes: Uint8Array, offset: number, length: number, position: number) =>
      read(bytes, offset, Math.min(length, watched.mostBytes), position);
    return Object.assign(handle, { read: readLittle });
  };
  return { ...real, open };
});

const asked = (): readonly string[] => watched.asked.splice(0);
const bytes = Uint8Array.of(1, 2, 3, 4, 5);
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'disk-'));
  file = path.join(folder, 'file');
  watched.mostBytes = Infinity;
  asked();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

test('what was written is asked onto the disk, and nothing but that', async () => {
  const made = await nodeDisk.openNew(file);
  expect(await made.write(bytes)).toBe(5);
  expect(asked()).toEqual(['open']);
  await made.sync();
  await made.close();
  expect(asked()).toEqual(['datasync', 'close']);
});

test('what an earlier program wrote is asked onto the disk, and the handle closed', async () => {
  await writeFile(file, bytes);
  await nodeDisk.syncOld(file);
  expect(asked()).toEqual(['open', 'datasync', 'close']);
});

test.skipIf(process.platform === 'win32')(
  'the names of a folder are asked onto the disk, and the handle closed',
  async () => {
    await nodeDisk.syncFolder(folder);
    expect(asked()).toEqual(['open', 'sync', 'close']);
  },
);

test.each([
  ['linux', constants.O_RDONLY, ['open', 'sync', 'close']],
  ['win32', constants.O_RDWR, []],
] as const)(
  'on %s a file is opened as it must be to be flushed, and a folder where it can be',
  async (platform, access, folderAsked) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue(platform);
    await writeFile(file, bytes);
    await nodeDisk.syncOld(file);
    expect(Number(watched.flags) & (constants.O_RDWR | constants.O_WRONLY)).toBe(access);
    asked();
    await nodeDisk.syncFolder(folder);
    expect(asked()).toEqual(folderAsked);
  },
);

test('a file is read whole where the system gives it in pieces, and up to its end', async () => {
  await writeFile(file, bytes);
  watched.mostBytes = 2;
  const opened = await nodeDisk.openOld(file);
  expect(await opened.read(0, 5)).toEqual(bytes);
  expect(await opened.read(1, 100)).toEqual(bytes.subarray(1));
  expect(await opened.read(5, 1)).toEqual(new Uint8Array(0));
  await opened.close();
  expect(asked()).toEqual(['open', 'close']);
});

test('a link is neither read, synced nor written through', async () => {
  await writeFile(file, bytes);
  const link = path.join(folder, 'link');
  await symlink(file, link);
  await expect(nodeDisk.openOld(link)).rejects.toThrow('ELOOP');
  await expect(nodeDisk.syncOld(link)).rejects.toThrow('ELOOP');
  await expect(nodeDisk.openNew(link)).rejects.toThrow('EEXIST');
});

test('lists files, folders and what is neither', async () => {
  await writeFile(file, bytes);
  await mkdir(path.join(folder, 'inner'));
  await symlink(file, path.join(folder, 'link'));
  const listed = await nodeDisk.list(folder);
  expect(new Map(listed.map(({ name, kind }) => [name, kind]))).toEqual(
    new Map([
      ['file', 'file'],
      ['inner', 'folder'],
      ['link', 'other'],
    ]),
  );
});
