import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, dateWords, entriesOf } from '../../../../renderer/library/precise-date.ts';

test('reads a year, a month of a year, and a day', () => {
  expect(dateOf({ year: '2007', month: '', day: '' })).toEqual({
    value: '2007',
    precision: 'year',
  });
  expect(dateOf({ year: '2007', month: '6', day: '' })).toEqual({
    value: '2007-06',
    precision: 'month',
  });
  expect(dateOf({ year: ' 2007', month: '6', day: '2 ' })).toEqual({
    value: '2007-06-02',
    precision: 'day',
  });
  expect(dateOf({ year: '', month: '', day: '' })).toEqual({ value: '', precision: 'none' });
});

test('refuses what is no date', () => {
  const refused = [
    ['2025', '', '3'],
    ['', '6', ''],
    ['2025', '2', '30'],
    ['2025', '2', '29'],
    ['2025', '13', ''],
    ['25', '', ''],
    ['02025', '', ''],
    ['2025', '6', '0'],
    ['2025', '6', 'x'],
  ] as const;
  for (const [year, month, day] of refused) expect(dateOf({ year, month, day })).toBeUndefined();
  expect(dateOf({ year: '2024', month: '2', day: '29' })?.value).toBe('2024-02-29');
});

test('every date there is comes back from its own entries', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      fc.constantFrom('day', 'month', 'year'),
      (moment, precision) => {
        const length = { day: 10, month: 7, year: 4 }[precision];
        const date = { value: moment.toISOString().slice(0, length), precision };
        expect(dateOf(entriesOf(date))).toEqual(date);
      },
    ),
  );
});

test('shows a date no more exactly than it is known', () => {
  expect(dateWords({ value: '2007', precision: 'year' }, 'en-GB')).toBe('2007');
  expect(dateWords({ value: '2007-06', precision: 'month' }, 'en-GB')).toBe('June 2007');
  expect(dateWords({ value: '2007-06-12', precision: 'day' }, 'en-GB')).toBe('12 Jun 2007');
  expect(dateWords({ value: '', precision: 'none' }, 'en-GB')).toBe('');
});
