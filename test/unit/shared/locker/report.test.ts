// The words in which the check of a folder tells what it found: whoever runs it reads them line by line.
import { expect, test } from 'vitest';
import { slotName } from '../../../../shared/locker/folder.ts';
import { describeReport, type LockerReport } from '../../../../shared/locker/report.ts';

const name = slotName('a'.repeat(32));
const whole: LockerReport = {
  ...{ unclosed: [], torn: [], damage: [], missing: [], notArrived: [], stray: [] },
  ...{ unexplained: [], unpurged: [], foreign: 0, segments: 2, frames: 30, files: 4 },
};

test('a locker that is whole is one line', () => {
  expect(describeReport(whole)).toEqual(['2 segments, 30 frames, 4 sealed files: whole']);
});

test('each finding is a line, and the last one counts what is wrong', () => {
  const report: LockerReport = {
    ...whole,
    damage: [
      { name, why: 'chain', frame: 7 },
      { name, why: 'slot' },
    ],
    ...{ missing: [name], notArrived: [name], torn: [name], stray: [name], unpurged: [name] },
    unclosed: [
      { name, device: 'd', lastAt: Date.UTC(2026, 0, 2) },
      { name, device: 'd', lastAt: 0 },
    ],
    unexplained: [{ name, what: 'keys-unused' }],
    foreign: 3,
  };
  expect(describeReport(report)).toEqual([
    `damaged: ${name}, frame 7: this frame does not follow from the one before`,
    `damaged: ${name}: this key slot was altered`,
    `missing: ${name}`,
    `not arrived: ${name}`,
    `unclosed: ${name}, everything up to 2026-01-02T00:00:00.000Z is here`,
    `unclosed: ${name}, nothing was written`,
    `torn end, ignored: ${name}`,
    `stray: ${name}`,
    `unexplained: ${name}: no act uses these keys; acts were taken away, or a session was cut off`,
    `deleted for good, and still here: ${name}`,
    'files of other names: 3',
    '2 segments, 30 frames, 4 sealed files: 2 damaged, 1 missing',
  ]);
});

test('what is missing alone is not whole', () => {
  expect(describeReport({ ...whole, missing: [name] }).at(-1)).toContain('0 damaged, 1 missing');
});
