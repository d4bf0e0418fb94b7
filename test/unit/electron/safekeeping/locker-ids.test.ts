// A backup is known as a locker's by what its files say in the clear; a file that was cut off says nothing.
import { beforeEach, expect, test } from 'vitest';
import { fromSegment, fromSlot } from '../../../../electron/safekeeping/locker-ids.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { createSmallLocker, testHost, there } from '../../../support/small-locker.ts';

let folder: MemoryFolder;

const firstIn = (room: string) =>
  there(Array.from(folder.files).find(([name]) => name.startsWith(room)))[1];

beforeEach(async () => {
  folder = memoryFolder();
  await createSmallLocker(await testHost(folder));
});

test('slots and segments of a locker name the same one', () => {
  const named = there(fromSlot(firstIn('slots/')));
  expect(named).toMatch(/^[0-9a-f]{32}$/);
  expect(fromSegment(firstIn('journal/'))).toBe(named);
});

test('a segment says whose it is as soon as all of the id is there, and nothing before', () => {
  const segment = firstIn('journal/');
  expect(fromSegment(segment.slice(0, 34))).toBe(fromSegment(segment));
  for (const length of [0, 17, 18, 33]) {
    expect(fromSegment(segment.slice(0, length)), String(length)).toBeUndefined();
  }
});

test('a slot that cannot be read says nothing', () => {
  const slot = firstIn('slots/');
  expect(fromSlot(slot.slice(0, 20))).toBeUndefined();
  expect(fromSlot(new TextEncoder().encode('{"lockerId":"another"}\n'))).toBeUndefined();
});
