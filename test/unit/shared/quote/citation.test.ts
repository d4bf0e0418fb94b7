import { describe, expect, test } from 'vitest';
import { cite, citationParts } from '../../../../shared/quote/citation.ts';
import { source } from '../../../support/quoted.ts';

describe('a citation in the COI form', () => {
  test('names publisher, title, link, date, pinpoint and day of access, in this order', () => {
    expect(cite(source(1), 'p. 9')).toBe(
      'Northern Union Desk for Free Movement, “Exploitation Monitor 2025: Haiyun”' +
        '(https://example.org/monitor/2025?lang=en), 12 June 2025, p. 9, last accessed: 3 February 2026',
    );
  });

  test('says n.d. where the source states no date, and leaves out what a paper source does not have', () => {
    const paper = source(1, {
      url: '',
      accessed: '',
      published: { value: '', precision: 'none' },
    });
    expect(cite(paper, '')).toBe(
      'Northern Union Desk for Free Movement, “Exploitation Monitor 2025: Haiyun”, n.d.',
    );
  });

  test('keeps the precision of a date', () => {
    expect(cite(source(1, { published: { value: '2007-06', precision: 'month' } }), '')).toContain(
      ', June 2007,',
    );
    expect(cite(source(1, { published: { value: '2007', precision: 'year' } }), '')).toContain(
      ', 2007,',
    );
  });

  test('says in the open what is missing', () => {
    const bare = source(1, { title: ' ', publisher: '', accessed: '' });
    expect(cite(bare, 'p. 2')).toBe(
      '[publisher not stated], “source-1.pdf”(https://example.org/monitor/2025?lang=en) [title not stated], ' +
        '12 June 2025, p. 2, last accessed: [not stated]',
    );
    expect(
      citationParts(bare, '')
        .filter((part) => part.kind === 'missing')
        .map((part) => part.text),
    ).toEqual(['[publisher not stated]', '[title not stated]', '[not stated]']);
  });

  test('takes the author where there is no publisher', () => {
    expect(cite(source(1, { publisher: '', author: 'A. Writer' }), '')).toMatch(/^A\. Writer, /);
  });

  test('sets quotation marks inside a title as inner ones and keeps a title on one line', () => {
    const titled = source(1, { title: 'The "safe" road\n and “home”' });
    expect(cite(titled, '')).toContain('“The ‘safe’ road and ‘home’”');
  });
});
