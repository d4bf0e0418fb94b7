import { expect, test } from 'vitest';
import { unambiguousDate, unambiguousMoment } from '../../../../shared/quote/unambiguous-date.ts';

test.each([
  ['2007-06-12', '12 June 2007'],
  ['2007-06', 'June 2007'],
  ['2007', '2007'],
  ['', ''],
  ['spring 2007', 'spring 2007'],
  ['2007-13-01', '2007-13-01'],
])('%o reads as %o', (value, read) => {
  expect(unambiguousDate(value)).toBe(read);
});

test('a moment is told in UTC', () => {
  expect(unambiguousMoment(Date.UTC(2026, 10, 14, 9, 5, 59))).toBe('14 November 2026, 09:05 UTC');
});
