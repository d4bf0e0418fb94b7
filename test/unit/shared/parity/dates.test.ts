import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unambiguousDate } from '../../../../shared/quote/unambiguous-date.ts';
import { compareDates, readDate, readDates } from '../../../../shared/parity/dates.ts';

const datesIn = (text: string) => readDates(text).map(({ value }) => value);

describe('a date is read', () => {
  test.each([
    ['on 12 June 2007', ['2007-06-12']],
    ['the 12th of June 2007', ['2007-06-12']],
    ['June 12, 2007', ['2007-06-12']],
    ['Sept. 3rd, 2019', ['2019-09-03']],
    ['in June 2007', ['2007-06']],
    ['2007-06-12T08:00', ['2007-06-12']],
    ['2007/6/12', ['2007-06-12']],
    ['2007-06', ['2007-06']],
    ['since 2007', ['2007']],
    ['# 2007 River Report', ['2007']],
    ['2007–2009', ['2007', '2009']],
    ['2007/08', ['2007']],
    ['13.06.2007', ['2007-06-13']],
    ['06/13/2007', ['2007-06-13']],
    ['06.06.2007', ['2007-06-06']],
    ['１２ June ２００７', ['2007-06-12']],
    ['عام ٢٠٠٧', ['2007']],
    ['2007年6月12日', ['2007-06-12']],
    ['二〇〇七年六月十二日', ['2007-06-12']],
    ['二零零七年十二月', ['2007-12']],
    ['民國96年6月12日', ['2007-06-12']],
    ['中華民國九十六年', ['2007']],
    ['民国元年', ['1912']],
    ['令和5年6月', ['2023-06']],
  ])('%s', (text, values) => {
    expect(datesIn(text)).toEqual(values);
  });

  test.each([
    ['12–14 June 2007', ['2007-06-12', '2007-06-14']],
    ['June 12 to 14, 2007', ['2007-06-12', '2007-06-14']],
    ['between 3 June and 5 July 2007', ['2007-06-03', '2007-07-05']],
    ['2007年6月12日至14日', ['2007-06-12', '2007-06-14']],
    ['2007年6月12至14日', ['2007-06-12', '2007-06-14']],
    ['2007年6月至8月', ['2007-06', '2007-08']],
  ])('twice in a range: %s', (text, values) => {
    expect(datesIn(text)).toEqual(values);
  });

  test('as undated where the text says so', () => {
    expect(readDates('Mill Watch, “Boats”, n.d., p. 3')).toEqual([
      { value: '', precision: 'none', start: 21, end: 25, possible: true },
    ]);
  });

  test.each(['31 June 2007', '29 February 2021', '2007-13-01', '2007年2月30日', '31.06.2007'])(
    'as impossible: %s',
    (text) => {
      expect(readDates(text)).toMatchObject([{ possible: false, precision: 'day' }]);
    },
  );

  test('with its place', () => {
    const text = '民國96年6月12日（June 2007）';
    expect(readDates(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '民國96年6月12日',
      'June 2007',
    ]);
  });
});

describe('no date is made of', () => {
  test.each([
    '12.06.2007',
    '12/06/2007',
    '96年',
    '三月',
    '12 June',
    '2007 people',
    'USD 2007',
    'No. 2007',
    '2,007',
    '20070612',
    'room 2007-1',
    'https://example.org/2007/06/12/boats',
    '共2007人',
    'they may leave',
  ])('%s', (text) => {
    expect(readDates(text)).toEqual([]);
  });
});

describe('the date a text begins with', () => {
  test('may follow a weekday, and ends where it ends', () => {
    expect(readDate('Tuesday, 3 September 2019, updated')).toMatchObject({
      value: '2019-09-03',
      start: 9,
      end: 25,
    });
    expect(readDate('last seen 3 September 2019')).toBeUndefined();
  });
});

describe('two dates', () => {
  const date = (value: string) => readDate(value) ?? { value: '', precision: 'none' as const };

  test.each([
    ['2007', '12 June 2007', 'same'],
    ['June 2007', '12 June 2007', 'same'],
    ['May 2007', '12 June 2007', 'earlier'],
    ['13 June 2007', '12 June 2007', 'later'],
    ['2008', '12 June 2007', 'later'],
    ['n.d.', '2007', 'unknown'],
    ['31 June 2007', '2007', 'unknown'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(compareDates(date(a), date(b))).toBe(expected);
  });
});

describe('whatever the day', () => {
  const day = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2100-12-31'),
    noInvalidDate: true,
  });

  test('each form gives it back', () => {
    fc.assert(
      fc.property(day, (when) => {
        const value = when.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = value.split('-').map(Number) as [number, number, number];
        const english = unambiguousDate(value);
        const [d = '', m = '', y = ''] = english.split(' ');
        for (const form of [
          value,
          english,
          `${m} ${d}, ${y}`,
          `${year}年${month}月${dayOfMonth}日`,
          `${year}.${month}.${dayOfMonth}`,
        ]) {
          expect(readDates(`It was ${form}.`)).toMatchObject([{ value, possible: true }]);
        }
        if (year > 1911)
          expect(datesIn(`民國${year - 1911}年${month}月${dayOfMonth}日`)).toEqual([value]);
      }),
    );
  });
});
