import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeDisk } from '../../../../electron/locker/disk.ts';
import { isInside, withoutLinks } from '../../../../electron/locker/inside.ts';

let root: string;
const at = (...steps: readonly string[]) => path.join(root, ...steps);

beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(tmpdir(), 'inside-')));
  mkdirSync(at('outer', 'inner'), { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('a folder lies in itself and in what is above it, through links and where it is not there yet', async () => {
  symlinkSync(at('outer', 'inner'), at('alias'));
  for (const place of [at('outer'), at('outer', 'inner'), at('outer', 'new', 'er'), at('alias')]) {
    expect(await isInside(place, at('outer'), nodeDisk), place).toBe(true);
    expect(await isInside(place, path.parse(root).root, nodeDisk), place).toBe(true);
  }
  for (const place of [root, at('outer.old'), at('out')]) {
    expect(await isInside(place, at('outer'), nodeDisk), place).toBe(false);
  }
});

test('what lies below a file is no place, and nobody makes one of it', async () => {
  writeFileSync(at('file'), '');
  await expect(withoutLinks(at('file', 'below'), nodeDisk)).rejects.toThrow('ENOTDIR');
});

test('where not even the topmost folder is there, the error is told', async () => {
  const gone = Object.assign(new Error('gone'), { code: 'ENOENT' });
  const disk = { ...nodeDisk, resolve: () => Promise.reject(gone) };
  await expect(withoutLinks(at('outer'), disk)).rejects.toBe(gone);
});
