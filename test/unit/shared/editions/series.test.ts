import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEditions, seriesOf } from '../../../../shared/editions/series.ts';

test.each([
  ['2025 River Labour Report: Haiyun', 'River Labour Report: Haiyun', '2025'],
  ['Annual Monitor on Mills 2024', 'Annual Monitor on Mills', '2024'],
  ['World Report 2023: Haiyun', 'World Report: Haiyun', '2023'],
  ['World Report 2023: Events of 2022', 'World Report: Events of', '2023'],
  ['Mill Monitor (2024)', 'Mill Monitor', '2024'],
  ['River Review 2023/24', 'River Review', '2023/24'],
  ['River Review 2023–2024', 'River Review', '2023–2024'],
  ['Country Update, June 2024', 'Country Update', 'June 2024'],
  ['Country Update – January-June 2024', 'Country Update', 'January-June 2024'],
  ['Mill Watch, Q2 2024', 'Mill Watch', 'Q2 2024'],
  ['5th periodic report', 'periodic report', '5th'],
  ['Fifth Periodic Report of Haiyun', 'Periodic Report of Haiyun', 'Fifth'],
  ['Mill Bulletin No. 12', 'Mill Bulletin', 'No. 12'],
  ['海雲勞工年度報告 2024年', '海雲勞工年度報告', '2024年'],
  ['民國113年勞工報告', '勞工報告', '民國113年'],
  ['第五次定期報告', '定期報告', '第五次'],
  ['The Third Ferry', 'The Third Ferry', ''],
  ['May on the River', 'May on the River', ''],
  ['2024', '2024', ''],
  ['', '', ''],
])('%s is of the series %s, edition %s', (title, series, edition) => {
  expect(seriesOf(title)).toEqual({ series, edition });
});

test('two years of a title are one series', () => {
  const title = fc.constantFrom(
    '% River Report: Haiyun',
    'Mill Monitor %',
    'Ferries (%)',
    'Wages, % – Haiyun',
    '%年勞工報告',
  );
  const year = fc.integer({ min: 1950, max: 2060 });
  fc.assert(
    fc.property(title, year, year, (pattern, one, other) => {
      const [a, b] = [one, other].map((each) => seriesOf(pattern.replace('%', String(each))));
      expect(a?.series).toBe(b?.series);
      const order = one === other ? 'same' : one < other ? 'earlier' : 'later';
      expect(compareEditions(a?.edition ?? '', b?.edition ?? '')).toBe(order);
    }),
  );
});

describe('of two editions', () => {
  test.each([
    ['2024', '2025', 'earlier'],
    ['2024年', '2024', 'same'],
    ['民國113年', '2023', 'later'],
    ['June 2024', 'May 2024', 'later'],
    ['Q2 2024', 'Q1 2024', 'later'],
    ['First Half of 2024', 'Second Half of 2024', 'earlier'],
    ['5th', 'Sixth', 'earlier'],
    ['No. 12', 'No. 9', 'later'],
    ['第五次', '第十二次', 'earlier'],
    ['2024', '', 'unknown'],
    ['2024', 'June 2024', 'unknown'],
  ])('%s is to %s: %s', (a, b, expected) => {
    expect(compareEditions(a, b)).toBe(expected);
  });
});

test('a title of nothing but years is no series, were there a million characters of them', () => {
  const title = '2024 '.repeat(200_000);
  expect(seriesOf(title)).toEqual({ series: title.trim(), edition: '' });
});
