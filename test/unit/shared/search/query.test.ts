import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseQuery,
  typedFilters,
  withFilter,
  withoutFilters,
} from '../../../../shared/search/query.ts';

const words = (input: string): string[] => parseQuery(input).words.map(({ folded }) => folded);

describe('a query', () => {
  test('is made of words, the last of which may be half typed', () => {
    expect(parseQuery('Shelter  stig').words).toEqual([
      { folded: 'shelter', typed: 'Shelter', unfinished: false },
      { folded: 'stig', typed: 'stig', unfinished: true },
    ]);
    expect(parseQuery('shelter ').words[0]?.unfinished).toBe(false);
  });

  test('has Chinese as pairs of characters', () => {
    expect(words('收容所')).toEqual(['收容', '容所']);
  });

  test('holds words in quotation marks together, closed or not, straight or curly', () => {
    for (const input of ['"shelter staff"', '“shelter staff”', '"shelter staff']) {
      expect(parseQuery(input).phrases.map((phrase) => phrase.words.map((w) => w.folded))).toEqual([
        ['shelter', 'staff'],
      ]);
    }
    expect(parseQuery('"shelter staff').phrases[0]?.words[1]?.unfinished).toBe(true);
    expect(parseQuery('"shelter staff"').phrases[0]?.words[1]?.unfinished).toBe(false);
  });

  test('takes filters with plain and quoted values', () => {
    const query = parseQuery('tag:Shelter source:"Exploitation Monitor" 收容 tag:“key passage”');
    expect(query.tags).toEqual(['shelter', 'key passage']);
    expect(query.sources).toEqual(['exploitation monitor']);
    expect(words('tag:x 收容')).toEqual(['收容']);
  });

  test('ignores a filter that is only begun', () => {
    for (const input of ['tag:', 'source:"', 'tag:"" ', 'tag:“']) {
      expect(parseQuery(input)).toMatchObject({ words: [], phrases: [], tags: [], sources: [] });
    }
  });

  test('takes an unknown filter for words', () => {
    expect(words('page:ito')).toEqual(['page', 'ito']);
  });

  test('drops lone letters beside words, but not a letter alone', () => {
    expect(words('women’s shelter')).toEqual(['women', 'shelter']);
    expect(words('w')).toEqual(['w']);
  });

  test('reads anything without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        expect(parseQuery(input).words.length).toBeLessThanOrEqual(12);
        parseQuery(`tag:${input}`);
        parseQuery(`"${input}`);
      }),
    );
  });
});

describe('a filter', () => {
  test('is read as it was typed', () => {
    expect(typedFilters('Tag:Shelter x source:"Exploitation Monitor" tag:')).toEqual([
      { kind: 'tag', value: 'Shelter' },
      { kind: 'source', value: 'Exploitation Monitor' },
    ]);
  });

  test('is put in place of the others of its kind, and taken away', () => {
    expect(withFilter('tag:a stigma source:b "open road', 'tag', 'key passage')).toBe(
      'tag:"key passage" stigma source:b "open road',
    );
    expect(withFilter('tag:a stigma tag:b', 'tag', '')).toBe('stigma');
  });

  test('that was put in is what is read back', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.stringMatching(/^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u),
        (input, value) => {
          expect(
            typedFilters(withFilter(input, 'tag', value)).filter((f) => f.kind === 'tag'),
          ).toEqual([{ kind: 'tag', value }]);
        },
      ),
    );
  });
});

test('colour, who marked and a day are filters, too; a half-typed day filters nothing', () => {
  expect(parseQuery('Colour:"check again" by:Ito before:2025-06 before:20')).toMatchObject({
    words: [],
    colours: ['check again'],
    people: ['ito'],
    before: ['2025-06'],
  });
  expect(withoutFilters('colour:law shelter tag:x before:2025')).toBe('shelter');
});
