import type * as Fs from 'node:fs';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KnownLockers } from '../../../../electron/locker/known-lockers.ts';

const written = vi.hoisted((): unknown[] => []);
vi.mock('node:fs', async (original) => {
  const real = await original<typeof Fs>();
  const writeFileSync: typeof Fs.writeFileSync = (name, content, options) => {
    written.push([name, options]);
    real.writeFileSync(name, content, options);
  };
  return { ...real, writeFileSync };
});

const standard = '/home/Notes.locker';
let profile: string;
let file: string;

beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'known-'));
  file = path.join(profile, 'lockers.json');
  written.length = 0;
});
afterEach(() => {
  rmSync(profile, { recursive: true });
});

const know = () => new KnownLockers(profile, standard);

test('knows the standard locker, and writes nothing for it', () => {
  expect(know()).toMatchObject({ present: standard, isStandard: true, keepsRecent: false });
  know().enter(standard);
  expect(existsSync(file)).toBe(false);
});

test('remembers the present one alone as long as no list is wanted', () => {
  const known = know();
  known.enter('/stick/Plum.locker');
  known.enter('/stick/Pear.locker');
  expect(know()).toMatchObject({ present: '/stick/Pear.locker', isStandard: false, recent: [] });
  expect(readFileSync(file, 'utf8')).not.toContain('Plum');
  known.enter(standard);
  expect(existsSync(file)).toBe(false);
});

test('a wanted list holds the latest first, each once, and forgets', () => {
  const known = know();
  known.keepRecent(true);
  for (const name of ['a', 'b', 'a']) known.enter(`/stick/${name}`);
  expect(know().recent).toEqual(['/stick/a', '/stick/b', standard]);
  known.forget('/stick/b');
  expect(know().recent).toEqual(['/stick/a', standard]);
  expect(readFileSync(file, 'utf8')).not.toContain('/stick/b');
});

test('what was forgotten while it was open does not come back when another one is opened', () => {
  const known = know();
  known.keepRecent(true);
  known.enter('/stick/a');
  known.forget('/stick/a');
  known.enter('/stick/b');
  expect(know().recent).toEqual(['/stick/b', standard]);
  expect(readFileSync(file, 'utf8')).not.toContain('/stick/a');
});

test('a list that is wanted is wanted after a start, too, and begins with the present one', () => {
  know().keepRecent(true);
  expect(know()).toMatchObject({ isStandard: true, keepsRecent: true, recent: [standard] });
  know().keepRecent(false);
  expect(existsSync(file)).toBe(false);
});

test('what is remembered is on the disk before it takes the place of what was', () => {
  know().enter('/stick/a');
  expect(written).toEqual([[`${file}.new`, { mode: 0o600, flush: true }]]);
});

test('a list that is not wanted any more is gone, the present one stays', () => {
  const known = know();
  known.keepRecent(true);
  known.enter('/stick/a');
  known.enter('/stick/b');
  known.keepRecent(false);
  expect(know()).toMatchObject({ present: '/stick/b', keepsRecent: false, recent: [] });
  expect(readFileSync(file, 'utf8')).not.toContain('/stick/a');
});

test('the list stays short', () => {
  const known = know();
  known.keepRecent(true);
  for (let n = 0; n < 30; n++) known.enter(`/stick/${String(n)}`);
  expect(know().recent).toHaveLength(20);
  expect(know().recent[0]).toBe('/stick/29');
});

test.each([
  '',
  '{',
  '[]',
  '{"present":7}',
  '{"present":"relative","keepsRecent":true,"recent":[]}',
])('a damaged file %j is as none', (content) => {
  writeFileSync(file, content);
  expect(know()).toMatchObject({ present: standard, keepsRecent: false, recent: [] });
});
