import { expect, test } from 'vitest';
import { fromSegment, fromSlot } from '../../../../electron/safekeeping/locker-ids.ts';
import { segmentOf, slotOf } from '../../../support/disk-with.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import { createSmallLocker, testHost, there } from '../../../support/small-locker.ts';

const id = '0123456789abcdef'.repeat(2);
const bytes = (text: string) => new TextEncoder().encode(text);

test('a slot says in its first line which locker it is of', () => {
  expect(fromSlot(bytes(slotOf(id)))).toBe(id);
  expect(fromSlot(bytes(`${slotOf(id)}sealed`))).toBe(id);
});

test.each(['', 'no json', '{}', '{"lockerId":"short"}', '7'])(
  'one that says %j is of none',
  (text) => {
    expect(fromSlot(bytes(text))).toBeUndefined();
  },
);

test('a segment says behind its first 18 bytes which locker it is of, and not where it ends before', () => {
  expect(fromSegment(segmentOf(id))).toBe(id);
  expect(fromSegment(Uint8Array.from([...segmentOf(id), 1, 2, 3]))).toBe(id);
  expect(fromSegment(segmentOf(id).slice(0, -1))).toBeUndefined();
  expect(fromSegment(new Uint8Array())).toBeUndefined();
});

test('slots and segments of one locker say the same', async () => {
  const folder = memoryFolder();
  await createSmallLocker(await testHost(folder));
  const firstIn = (room: string) =>
    there(Array.from(folder.files).find(([name]) => name.startsWith(room)))[1];
  const named = there(fromSlot(firstIn('slots/')));
  expect(fromSegment(firstIn('journal/'))).toBe(named);
});
