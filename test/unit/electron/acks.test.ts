import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withAcks } from '../../../electron/acks.ts';

import type { FolderName, LockerFolder } from '../../../shared/locker/folder.ts';
import { fail, ok } from '../../../shared/result.ts';
import { absentFolder } from '../../support/absent-folder.ts';

const segment = 'journal/d/r.seg' as FolderName;
const acks = [
  { seq: 1, kind: 'marked' },
  { seq: 2, kind: 'tagged' },
];
let parent: string;
let file: string;

beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'acks-'));
  file = path.join(parent, 'acks');
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

test('a line is there for every change once it is on the disk, and before the page hears', async () => {
  let writtenBefore = false;
  const folder: LockerFolder = {
    ...absentFolder,
    append: () => {
      writtenBefore = existsSync(file);
      return Promise.resolve(ok(null));
    },
  };
  const acknowledging = withAcks(folder, () => 'device', file);
  expect(await acknowledging.append(segment, new Uint8Array(), acks)).toEqual(ok(null));
  expect(writtenBefore).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('device 1 marked\ndevice 2 tagged\n');
});

test('a change that did not reach the disk has no line', async () => {
  const acknowledging = withAcks(absentFolder, () => 'device', file);
  expect(await acknowledging.append(segment, new Uint8Array(), acks)).toEqual(
    fail('folder-unreadable'),
  );
  expect(existsSync(file)).toBe(false);
});
