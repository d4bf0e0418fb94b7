// Who wrote last, and which number an act of this device gets next.
import { expect, test } from 'vitest';
import type { DeviceId } from '../../../../shared/evidence/ids.ts';
import type { SegmentReading } from '../../../../shared/journal/segment.ts';
import { segmentFile } from '../../../../shared/locker/folder.ts';
import { lastDevice, lastSeq } from '../../../../shared/locker/read-segments.ts';
import type { LockerReport } from '../../../../shared/locker/report.ts';
import { deviceA, deviceB } from '../../../support/small-locker.ts';

const run = 'a'.repeat(32);

/** A run whose frames have these clocks, and seqs ten times as high. */
function reading(device: DeviceId, ...clocks: readonly number[]): SegmentReading {
  const frames = clocks.map((clock) => ({ to: 0, at: 0, clock, seq: clock * 10, parts: [] }));
  return { device, run, frames } as unknown as SegmentReading;
}

function seqOf(readings: readonly SegmentReading[], report: Partial<LockerReport> = {}): number {
  return lastSeq(
    readings,
    { damage: [], missing: [], ...report } as unknown as LockerReport,
    deviceA,
  );
}

test('the device that acted last is the one whose clock is highest', () => {
  expect(lastDevice([reading(deviceA, 3, 9, 4), reading(deviceB, 8)])).toBe(deviceA);
  expect(lastDevice([reading(deviceA, 3), reading(deviceB, 8)])).toBe(deviceB);
});

test('where nobody acted, it is one that began to; in an empty journal it is nobody', () => {
  expect(lastDevice([reading(deviceB)])).toBe(deviceB);
  expect(lastDevice([])).toBe('');
});

test('the number goes on after the highest of this device, whatever others counted', () => {
  expect(seqOf([reading(deviceA, 3, 9, 4), reading(deviceB, 20)])).toBe(90);
  expect(seqOf([])).toBe(0);
});

test('where acts of this device cannot be read there is room left for their numbers', () => {
  const room = 1_000_000;
  const name = segmentFile(deviceA, run);
  const theirs = segmentFile(deviceB, run);
  expect(seqOf([reading(deviceA, 1)], { damage: [{ name, why: 'altered' }] })).toBe(10 + room);
  expect(seqOf([reading(deviceA, 1)], { missing: [name] })).toBe(10 + room);
  expect(seqOf([reading(deviceA, 1)], { missing: [theirs] })).toBe(10);
  expect(seqOf([reading(deviceA, 1)], { damage: [{ name: theirs, why: 'altered' }] })).toBe(10);
});
