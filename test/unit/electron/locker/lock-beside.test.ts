import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeSelf, takeLockBeside } from '../../../../electron/locker/lock-beside.ts';
import { fail } from '../../../../shared/result.ts';
import { must } from '../../../support/small-locker.ts';

let base: string;
let profile: string;

beforeEach(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'lock-beside-'));
  profile = path.join(base, 'profile');
});
afterEach(async () => {
  await rm(base, { recursive: true });
});

test('a profile is held by one at a time', async () => {
  const first = must(await takeLockBeside(profile));
  expect(first.stale).toBeUndefined();
  expect(await takeLockBeside(profile)).toEqual(fail('folder-in-use'));
  await first.release();
  expect(must(await takeLockBeside(profile)).stale).toBeUndefined();
});

const self = describeSelf();
const noSuchPid = 2 ** 22 + 1; // above the most that Linux gives out
test.each([
  ['program-ended', JSON.stringify({ ...self, pid: noSuchPid })],
  ['program-ended', JSON.stringify({ ...self, started: '1' })], // its number is another program's by now
  ['machine-restarted', JSON.stringify({ ...self, boot: 'an earlier one' })],
  ['other-machine', JSON.stringify({ ...self, machine: 'another' })],
  ['unreadable', '{"pid":'],
] as const)('a lock left behind is taken over and explained: %s', async (reason, content) => {
  await writeFile(`${profile}.lock`, content);
  expect(must(await takeLockBeside(profile)).stale).toBe(reason);
});

test('a lock that names a program at work is left alone', async () => {
  const content = JSON.stringify(self);
  await writeFile(`${profile}.lock`, content);
  expect(await takeLockBeside(profile)).toEqual(fail('folder-in-use'));
  expect(await readFile(`${profile}.lock`, 'utf8')).toBe(content);
});

test('a lock that cannot be written is told as that', async () => {
  expect(await takeLockBeside(path.join(base, 'absent', 'profile'))).toEqual(fail('not-there'));
});

test('a lock may be given back twice', async () => {
  const held = must(await takeLockBeside(profile));
  await held.release();
  await held.release();
  expect(await readdir(base)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')('a lock that is held keeps no file open', async () => {
  must(await takeLockBeside(profile));
  const open = await Promise.all(
    (await readdir('/proc/self/fd')).map((each) =>
      readlink(`/proc/self/fd/${each}`).catch(() => ''),
    ),
  );
  expect(open).not.toContain(`${profile}.lock`);
});
