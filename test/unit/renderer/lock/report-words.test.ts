import { expect, test } from 'vitest';
import { clockTime, dateAndTime } from '../../../../renderer/app/clock-time.ts';
import { describeReport } from '../../../../renderer/lock/report-words.ts';
import type { OpenReport } from '../../../../renderer/vault/calls/opening.ts';
import { testPerson } from '../../../support/memory-vault.ts';

const now = new Date(2026, 10, 21, 15, 0);
const quiet: OpenReport = {
  person: testPerson,
  unclosed: [],
  alarms: [],
  notArrived: 0,
  rebuilt: false,
};

test('says nothing when there is nothing to say', () => {
  expect(describeReport(quiet, now)).toEqual([]);
});

test('says until when a session that was not closed is whole, with the day where it is another', () => {
  const today = new Date(2026, 10, 21, 14, 2).getTime();
  const earlier = new Date(2026, 10, 19, 9, 30).getTime();
  const one = describeReport({ ...quiet, unclosed: [{ device: 'a', lastAt: today }] }, now);
  expect(one).toEqual([
    `The last session ended without closing; everything up to ${clockTime(today)} is here.`,
  ]);
  const [older] = describeReport({ ...quiet, unclosed: [{ device: 'a', lastAt: earlier }] }, now);
  expect(older).toContain(dateAndTime(earlier));
});

test('of several sessions that were not closed it names the last', () => {
  const [at, before] = [now.getTime() - 60_000, now.getTime() - 120_000];
  const unclosed = [before, at].map((lastAt) => ({ device: 'a', lastAt }));
  const [sentence] = describeReport({ ...quiet, unclosed }, now);
  expect(sentence).toContain('2 sessions, the last one');
  expect(sentence).toContain(clockTime(at));
});

test('puts alarms first', () => {
  const report = { ...quiet, alarms: ['A file is damaged.'], rebuilt: true, notArrived: 1 };
  const sentences = describeReport(report, now);
  expect(sentences[0]).toBe('A file is damaged.');
  expect(sentences[1]).toContain('1 item from other devices has not arrived');
  expect(sentences).toHaveLength(3);
});
