import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  diskFolder,
  type DiskFolder,
  type FolderOptions,
} from '../../../../electron/locker/folder.ts';
import { nodeDisk } from '../../../../electron/locker/disk.ts';
import {
  epochName,
  fileName,
  keysName,
  secondKeysName,
  segmentFile,
  slotName,
} from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';

const id = '0123456789abcdef0123456789abcdef';
const bytes = new Uint8Array([1, 2, 3, 4]);
let base: string;
let root: string;
const opened: DiskFolder[] = [];

function open(options: FolderOptions = {}): DiskFolder {
  const folder = diskFolder(root, options);
  opened.push(folder);
  return folder;
}

beforeEach(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'locker-folder-'));
  root = path.join(base, 'locker');
});
afterEach(async () => {
  for (const folder of opened.splice(0)) await folder.release();
  await rm(base, { recursive: true });
});

test('a folder that is not there lists nothing and is not made by looking', async () => {
  expect(await open().list()).toEqual(ok({ entries: [], foreign: 0 }));
  expect(await readdir(base)).toEqual([]);
});

test('keeps what was appended, in order, and makes a segment only once', async () => {
  const folder = open();
  const name = segmentFile(id, id);
  expect(await folder.append(name, bytes, [])).toEqual(ok(null));
  expect(await folder.append(name, bytes, [])).toEqual(ok(null));
  expect(await folder.read(name, 2, 100)).toEqual(ok(new Uint8Array([3, 4, 1, 2, 3, 4])));
  expect(await folder.list()).toEqual(ok({ entries: [{ name, sizeBytes: 8 }], foreign: 0 }));

  expect(await open().append(name, bytes, [])).toEqual(fail('already-there'));
});

test('why a folder cannot be made is told as it is', async () => {
  const makeFolder = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOSPC' }));
  const folder = open({ disk: { ...nodeDisk, makeFolder } });
  expect(await folder.create(slotName(id), bytes)).toEqual(fail('disk-full'));
});

test('never writes over a name that exists', async () => {
  const folder = open();
  const name = slotName(id);
  expect(await folder.create(name, bytes)).toEqual(ok(null));
  expect(await folder.create(name, new Uint8Array(9))).toEqual(fail('already-there'));
  expect(await folder.read(name, 0, 100)).toEqual(ok(bytes));
});

test('writes over pools and epoch keys only, and leaves no temporary name', async () => {
  const folder = open();
  const other = new Uint8Array(9);
  for (const name of [keysName(id), secondKeysName(id), epochName(id)]) {
    expect(await folder.replace(name, bytes)).toEqual(ok(null));
    expect(await folder.replace(name, other)).toEqual(ok(null));
    expect(await folder.read(name, 0, 100)).toEqual(ok(other));
  }
  for (const name of [slotName(id), fileName(id), segmentFile(id, id)]) {
    expect(await folder.replace(name, bytes)).toEqual(fail('request-malformed'));
  }
  const names = (await readdir(root, { recursive: true })).sort();
  expect(names).toEqual(['epoch', `epoch/${id}`, 'keys', `keys/${id}`, `keys/${id}.2`]);
});

test('a replacement that could not be renamed leaves what was there, and can be tried again', async () => {
  let refusals = 0;
  const refused = Object.assign(new Error(), { code: 'EIO' });
  const disk = {
    ...nodeDisk,
    rename: (from: string, to: string) =>
      refusals-- > 0 ? Promise.reject(refused) : nodeDisk.rename(from, to),
  };
  const folder = open({ disk });
  expect(await folder.replace(keysName(id), bytes)).toEqual(ok(null));
  refusals = 1;
  expect(await folder.replace(keysName(id), new Uint8Array(9))).toEqual(fail('folder-unreadable'));
  expect(await folder.read(keysName(id), 0, 100)).toEqual(ok(bytes));
  expect(await folder.replace(keysName(id), new Uint8Array(9))).toEqual(ok(null));
});

test('never deletes keys or segments', async () => {
  const folder = open();
  expect(await folder.create(keysName(id), bytes)).toEqual(ok(null));
  for (const name of [keysName(id), segmentFile(id, id), epochName(id)]) {
    expect(await folder.remove(name)).toEqual(fail('request-malformed'));
  }
  expect(await folder.read(keysName(id), 0, 100)).toEqual(ok(bytes));
});

test('what is gone already is told so; in a folder that is gone altogether nobody knows', async () => {
  const folder = open();
  expect(await folder.create(slotName(id), bytes)).toEqual(ok(null));
  expect(await folder.remove(slotName(id))).toEqual(ok(null));
  for (const name of [slotName(id), fileName(id)]) {
    expect(await folder.remove(name)).toEqual(fail('not-there'));
  }
  await rm(root, { recursive: true });
  expect(await folder.remove(slotName(id))).toEqual(fail('folder-unreadable'));
});

test('a large file appears only when it is committed', async () => {
  const folder = open();
  const name = fileName(id);
  expect(await folder.beginFile(name)).toEqual(ok(null));
  expect(await folder.writePart(name, 0, bytes)).toEqual(ok(null));
  expect(await folder.writePart(name, 3, bytes)).toEqual(fail('request-malformed'));
  expect(await folder.read(name, 0, 10)).toEqual(fail('not-there'));
  expect(await folder.commitFile(name)).toEqual(ok(null));
  expect(await folder.read(name, 0, 10)).toEqual(ok(bytes));
  expect(await folder.beginFile(name)).toEqual(fail('already-there'));
});

test('what a crash left unfinished is swept by the first listing, and never while it is being written', async () => {
  const crashed = open();
  await crashed.beginFile(fileName(id));
  await crashed.list();
  expect(await crashed.writePart(fileName(id), 0, bytes)).toEqual(ok(null));

  expect(await open().list()).toEqual(ok({ entries: [], foreign: 0 }));
  expect(await readdir(path.join(root, 'files'))).toEqual([]);
});

test('a listing takes nothing of what is being written in a folder that was not there before', async () => {
  const folder = open();
  await folder.list();
  const begun = await folder.beginFile(fileName(id));
  const [created] = await Promise.all([folder.create(slotName(id), bytes), folder.list()]);
  expect([begun, created, await folder.commitFile(fileName(id))]).toEqual([
    ok(null),
    ok(null),
    ok(null),
  ]);
});

test('a reader that may not write sweeps nothing and refuses to write', async () => {
  await open().beginFile(fileName(id));
  const reader = open({ readOnly: true });

  expect(await reader.list()).toEqual(ok({ entries: [], foreign: 1 }));
  expect(await reader.append(segmentFile(id, id), bytes, [])).toEqual(fail('folder-read-only'));
  expect(await reader.remove(fileName(id))).toEqual(fail('folder-read-only'));
  expect(await readdir(path.join(root, 'files'))).toEqual([`${id}.tmp`]);
});

test('releasing drops unfinished files and lets the next page begin anew', async () => {
  const folder = open();
  await folder.beginFile(fileName(id));
  await folder.append(segmentFile(id, id), bytes, []);
  await folder.release();

  expect(await readdir(path.join(root, 'files'))).toEqual([]);
  expect(await folder.append(segmentFile(id, id), bytes, [])).toEqual(fail('already-there'));
});

test('a link inside the locker is neither listed nor followed', async () => {
  const outside = path.join(base, 'outside');
  await mkdir(outside);
  await writeFile(path.join(outside, id), 'secret');
  await mkdir(root);
  await symlink(outside, path.join(root, 'files'));
  await mkdir(path.join(root, 'slots'));
  await symlink(path.join(outside, id), path.join(root, 'slots', id));
  const folder = open();

  expect(await folder.list()).toEqual(ok({ entries: [], foreign: 2 }));
  expect(await folder.read(fileName(id), 0, 10)).toEqual(fail('folder-unreadable'));
  expect(await folder.read(slotName(id), 0, 10)).toEqual(fail('folder-unreadable'));
  expect((await folder.beginFile(fileName('f'.repeat(32)))).ok).toBe(false);
  const follows = new TextEncoder().encode(`{"follows":"${id}"}\n`);
  expect(await folder.create(slotName('e'.repeat(32)), follows)).toEqual(ok(null));
  await rm(path.join(root, 'slots', id));
  await symlink(outside, path.join(root, 'keys'));
  expect(await folder.remove(fileName(id))).toEqual(fail('folder-unreadable'));
  expect(await folder.retire(keysName(id), id)).toEqual(fail('folder-unreadable'));
  expect(await readFile(path.join(outside, id), 'utf8')).toBe('secret');
  expect(await readdir(outside)).toEqual([id]);
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'folder-read-only'],
  ['EACCES', 'folder-read-only'],
  ['EIO', 'folder-unreadable'],
  ['ENOENT', 'folder-unreadable'],
] as const)('says %s as %s', async (code, expected) => {
  const failing = {
    ...nodeDisk,
    openNew: () => Promise.reject(Object.assign(new Error(), { code })),
  };
  const folder = open({ disk: failing });

  expect(await folder.append(segmentFile(id, id), bytes, [])).toEqual(fail(expected));
});

test('a rename that is refused for a moment is tried again', async () => {
  let refusals = 2;
  const busy = Object.assign(new Error(), { code: 'EBUSY' });
  const disk = {
    ...nodeDisk,
    rename: (from: string, to: string) =>
      refusals-- > 0 ? Promise.reject(busy) : nodeDisk.rename(from, to),
  };
  const folder = open({ disk });

  expect(await folder.create(slotName(id), bytes)).toEqual(ok(null));
});
