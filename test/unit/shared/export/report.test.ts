import { describe, expect, test } from 'vitest';
import { quoted, reportOf, source } from '../../../support/quoted.ts';

const second = source(2, { title: 'Another survey' });
const marks = [
  quoted(1, { tags: ['shelters', 'Police'] }),
  quoted(2),
  quoted(3, { tags: ['shelters'], source: second }),
];

describe('a report of quotes', () => {
  test('groups by tag name, the untagged last, and numbers each quote once', () => {
    const report = reportOf(marks);
    expect(
      report.groups.map(({ heading, quotes }) => [heading, quotes.map(({ number }) => number)]),
    ).toEqual([
      ['Police', [1]],
      ['shelters', [1, 2]],
      ['Without a tag', [3]],
    ]);
    expect(report.quotes.map(({ id }) => id)).toEqual(
      [marks[0], marks[2], marks[1]].map((one) => one?.mark.id),
    );
  });

  test('groups by source in the order given', () => {
    const report = reportOf(marks, 'source');
    expect(report.groups.map(({ heading, quotes }) => [heading, quotes.length])).toEqual([
      ['Exploitation Monitor 2025: Haiyun', 2],
      ['Another survey', 1],
    ]);
  });

  test('lists the cited sources by title, with the hash of the original', () => {
    const { sources } = reportOf(marks);
    expect(sources.map(({ number, title, quotes }) => [number, title, quotes])).toEqual([
      [1, 'Another survey', 1],
      [2, 'Exploitation Monitor 2025: Haiyun', 2],
    ]);
    expect(sources[0]?.sha256).toBe(second.original.sha256);
  });

  test('names no person', () => {
    expect(JSON.stringify(reportOf(marks))).not.toContain('Ito');
  });
});
