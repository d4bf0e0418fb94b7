import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeDisk, type Disk } from '../../../../electron/locker/disk.ts';
import { walk } from '../../../../electron/locker/walk.ts';

const id = (digit: string) => digit.repeat(32);
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'walk-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

async function put(name: string, content = 'abc'): Promise<void> {
  const file = path.join(root, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

test('finds what is of the format, sorted and with sizes, what was not finished, and what is neither', async () => {
  const segment = `journal/${id('1')}/${id('2')}.seg`;
  const kept = [`files/${id('a')}`, segment, `keys/${id('3')}`, `slots/${id('4')}`];
  for (const name of kept.toReversed()) await put(name, name);
  const unfinished = [`files/${id('b')}.tmp`, `keys/${id('3')}.2.tmp`];
  const foreign = ['notes.txt', 'notes.tmp', `files/${id('b')}.TMP`, `journal/${id('1')}/x.seg`];
  for (const name of [...unfinished, ...foreign]) await put(name);
  const found = await walk(nodeDisk, root);
  expect(found.entries).toEqual(kept.map((name) => ({ name, sizeBytes: name.length })));
  expect(found.temporary.sort()).toEqual(unfinished);
  expect(found.foreign.sort()).toEqual(foreign.sort());
});

test('a folder in the place of a file, and one deeper than names go, is one strange thing and not looked into', async () => {
  await put(`files/${id('a')}/inner`);
  await put(`files/${id('b')}.tmp/inner`);
  await put('journal/one/two/three');
  await put('journal/one/two/four');
  const { entries, foreign } = await walk(nodeDisk, root);
  expect(entries).toEqual([]);
  expect(foreign.sort()).toEqual([
    `files/${id('a')}`,
    `files/${id('b')}.tmp/inner`,
    'journal/one/two',
  ]);
});

test('many files are found, sorted, all of them', async () => {
  const names = Array.from(
    { length: 129 },
    (_, index) => `files/${String(index).padStart(32, '0')}`,
  );
  for (const name of names.toReversed()) await put(name);
  const { entries } = await walk(nodeDisk, root);
  expect(entries.map(({ name }) => name)).toEqual(names);
});

test('what a disk lists in no order is sorted', async () => {
  const kept = [`files/${id('a')}`, `files/${id('b')}`, `keys/${id('3')}`, `slots/${id('4')}`];
  for (const name of kept) await put(name);
  const list: Disk['list'] = async (folder) => (await nodeDisk.list(folder)).toReversed();
  const { entries } = await walk({ ...nodeDisk, list }, root);
  expect(entries.map(({ name }) => name)).toEqual(kept);
});

test('what went away while the folder was read is left out; what cannot be read is an error', async () => {
  await put(`files/${id('a')}`);
  await put(`files/${id('b')}`);
  const failing = (code: string): Disk => ({
    ...nodeDisk,
    size: (file) =>
      file.endsWith(id('a'))
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : nodeDisk.size(file),
  });
  const { entries } = await walk(failing('ENOENT'), root);
  expect(entries.map(({ name }) => name)).toEqual([`files/${id('b')}`]);
  await expect(walk(failing('EIO'), root)).rejects.toThrow('EIO');
});
