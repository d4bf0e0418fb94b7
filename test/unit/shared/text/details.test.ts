import { describe, expect, test } from 'vitest';
import { readDate } from '../../../../shared/text/dates.ts';
import { proposeDetails } from '../../../../shared/text/details.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';

const detailsOf = (...lines: string[]) =>
  proposeDetails(buildPlainText(lines.join('\n'), 'markdown'));

describe('proposed details', () => {
  test('are read from an archive’s head', () => {
    expect(
      detailsOf(
        'Last Updated: Wednesday, 25 May 2016, 08:28 GMT',
        '',
        'Haiyun Monitor 2007',
        '',
        'Publisher Office of the Rivers',
        'Author Mill Watch Haiyun',
        'Publication Date 12 June 2007',
        'Cite as Office of the Rivers, Haiyun Monitor 2007, available at: https://example.org/m/7 [accessed 25 May 2016]',
      ),
    ).toEqual({
      title: 'Haiyun Monitor 2007',
      publisher: 'Office of the Rivers',
      author: 'Mill Watch Haiyun',
      published: { value: '2007-06-12', precision: 'day' },
      url: 'https://example.org/m/7',
      accessed: '2016-05-25',
    });
  });

  test('prefer a heading to the first line', () => {
    expect(detailsOf('[Home](#) > [Haiyun](#)', '', '# Haiyun 2031', '', 'Text.')).toEqual({
      title: 'Haiyun 2031',
    });
  });

  test('do not take a sentence for a field or a title', () => {
    expect(detailsOf('Publisher Ito was arrested on Monday.', 'Nobody knows why.')).toEqual({});
  });

  test('take a PDF’s stated title and a name, not a file name or a login', () => {
    const work = buildPlainText('The text of it begins here.', 'plain');
    expect(proposeDetails(work, { title: 'Haiyun Monitor', author: 'R. Ito' })).toEqual({
      title: 'Haiyun Monitor',
      author: 'R. Ito',
    });
    expect(proposeDetails(work, { title: 'report_final.docx', author: 'user01' })).toEqual({});
  });
});

describe('dates', () => {
  test.each([
    ['12 June 2007', '2007-06-12', 'day'],
    ['Tuesday, 3rd Sept. 2019', '2019-09-03', 'day'],
    ['June 12, 2007', '2007-06-12', 'day'],
    ['2007-06-12T08:00', '2007-06-12', 'day'],
    ['June 2007', '2007-06', 'month'],
    ['2007', '2007', 'year'],
  ])('%s', (text, value, precision) => {
    expect(readDate(text)).toEqual({ value, precision });
  });

  test.each(['31 June 2007', '2007-13-01', '20070612', 'soon', ''])('%j is none', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});
