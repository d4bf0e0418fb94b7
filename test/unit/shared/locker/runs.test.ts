// What is told of a session, and until when its record is sound.
import { expect, test } from 'vitest';
import type { SegmentReading } from '../../../../shared/journal/segment.ts';
import { segmentFile } from '../../../../shared/locker/folder.ts';
import { runOf } from '../../../../shared/locker/runs.ts';
import { deviceA } from '../../../support/small-locker.ts';

const run = 'a'.repeat(32);

/** Frames that end at 200, 300 and 400, written at 2,000, 3,000 and 4,000, sound up to an offset. */
function runSoundTo(length: number, given: Partial<SegmentReading> = {}) {
  const frames = [200, 300, 400].map((to) => {
    const changes = [{ person: to === 300 ? 'b' : 'a' }];
    const parts = [{ key: 'k', held: { subject: 'library', changes } }];
    return { to, at: to * 10, clock: 0, seq: 0, parts };
  });
  const accepted = { length, head: '' };
  return runOf({
    ...{ device: deviceA, run, frames, accepted, closed: false },
    ...given,
  } as unknown as SegmentReading);
}

test('it tells who acted how often, from when to when', () => {
  expect(runSoundTo(400, { closed: true })).toEqual({
    ...{ name: segmentFile(deviceA, run), device: deviceA, closed: true },
    ...{ beganAt: 2000, endedAt: 4000, acts: 3, people: ['a', 'b'], soundUntil: 4000 },
  });
});

test.each([
  ['to its end', 400, 4000],
  ['to the end of a frame', 300, 3000],
  ['into a frame, which does not count', 399, 3000],
  ['not even in its first frame', 100, 0],
])('a run that is sound %s', (_how, length, at) => {
  expect(runSoundTo(length).soundUntil).toBe(at);
});

test('one without a whole frame began and ended nobody knows when', () => {
  expect(runSoundTo(0, { frames: [] })).toMatchObject({ beganAt: 0, endedAt: 0, acts: 0 });
});
