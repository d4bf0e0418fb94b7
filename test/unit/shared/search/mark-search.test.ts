import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyId } from '../../../../shared/evidence/ids.ts';
import type { SearchableMark, SearchHit } from '../../../../shared/search/answer.ts';
import { editDistance } from '../../../../shared/search/edit-distance.ts';
import { fold } from '../../../../shared/search/fold.ts';
import { createMarkSearch } from '../../../../shared/search/mark-search.ts';
import { chineseLines, makeMarks, mistype, pick, seeded } from '../../../support/searchable.ts';

function mark(number: number, fields: Partial<SearchableMark> = {}): SearchableMark {
  return {
    mark: number.toString(16).padStart(32, '0') as AnyId,
    source: '1'.repeat(32) as AnyId,
    text: 'Ten shelters were open.',
    note: '',
    tags: [],
    title: 'Monitor',
    ...{ colours: ['key passage', ''], by: 'R. Ito', published: '' },
    ...fields,
  };
}

const shown = (hit: SearchHit | undefined): string[] =>
  hit?.ranges.map(({ start, end }) => hit.excerpt.slice(start, end)) ?? [];

describe('a search over a few marks', () => {
  const search = createMarkSearch([
    mark(1, { text: 'Widespread stigma kept many from asking shelter staff.' }),
    mark(2, { text: '返鄉者因污名而不願向收容所求助。', note: 'ask about the café' }),
    mark(3, { text: 'Nothing else.', tags: ['stigma'], title: 'Yearly survey' }),
  ]);
  const first = (query: string): SearchHit | undefined => search.search(query, 10).hits[0];

  test.each([
    ['shelter', 'text', 'as-typed', ['shelter']],
    ['SHELT', 'text', 'as-typed', ['shelt']],
    ['sheltre', 'text', 'spelling', ['shelter']],
    ['widspread stafff', 'text', 'spelling', ['Widespread', 'staff']],
    ['返乡者', 'text', 'other-script', ['返鄉者']],
    ['收容所', 'text', 'as-typed', ['收容所']],
    ['cafe', 'note', 'accents', ['café']],
    ['yearly', 'title', 'as-typed', ['Yearly']],
    ['"asking shelter"', 'text', 'as-typed', ['asking shelter']],
    ['tag:stig nothing', 'text', 'as-typed', ['Nothing']],
  ])('%o is found in the %s, %s', (query, field, reason, ranges) => {
    const hit = first(query);
    expect([hit?.field, hit?.reason, shown(hit)]).toEqual([field, reason, ranges]);
  });

  test.each([
    'xqzvbnmkl',
    'qqqq wwww',
    '鼠龍虎',
    '"staff shelter"',
    'tag:nowhere',
    'source:nowhere',
    '2025',
  ])('nothing is found for %o', (query) => {
    expect(search.search(query, 10)).toMatchObject({ hits: [], total: 0 });
  });

  test('a number is never corrected to another number', () => {
    const years = createMarkSearch([mark(1, { text: 'In 20245 cases' })]);
    expect(years.search('20254 cases', 10).total).toBe(0);
  });

  test('an empty query lists all, put last first, and filters narrow it', () => {
    const ids = (query: string): string[] => search.search(query, 10).hits.map((hit) => hit.mark);
    expect(ids('')).toEqual([mark(3).mark, mark(2).mark, mark(1).mark]);
    expect(ids('source:monitor')).toEqual([mark(2).mark, mark(1).mark]);
    expect(ids('tag:stigma')).toEqual([mark(3).mark]);
  });

  test('the limit cuts the hits and not the total', () => {
    const answer = search.search('', 2);
    expect([answer.hits.length, answer.total]).toEqual([2, 3]);
  });
});

describe('a search that is kept up to date', () => {
  test('finds what a mark says now and no longer what it said', () => {
    const search = createMarkSearch([mark(1, { note: 'harbour' }), mark(2)]);
    search.put(mark(1, { note: 'railway' }));
    expect(search.search('harbour', 10).total).toBe(0);
    expect(search.search('railway', 10).total).toBe(1);
    search.remove(mark(1).mark);
    expect(search.search('railway', 10).total).toBe(0);
    expect(search.search('', 10).total).toBe(1);
  });

  test('answers as one built at once, after any sequence of puts and removals', () => {
    const texts = ['open shelter', 'closed shelter', 'harbour road', 'rail road', 'shelter road'];
    const step = fc.record({ id: fc.nat({ max: 4 }), text: fc.option(fc.constantFrom(...texts)) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const kept = new Map<number, SearchableMark>();
        const search = createMarkSearch([]);
        for (const { id, text } of steps) {
          kept.delete(id);
          if (text === null) search.remove(mark(id).mark);
          else {
            kept.set(id, mark(id, { text }));
            search.put(mark(id, { text }));
          }
        }
        const fresh = createMarkSearch([...kept.values()]);
        for (const query of ['', 'shelter', 'raod', 'open shelter', '"rail road"']) {
          expect(search.search(query, 9).hits).toEqual(fresh.search(query, 9).hits);
        }
      }),
    );
  });

  test('is rebuilt when mostly holes, without forgetting', () => {
    const search = createMarkSearch([mark(7, { text: 'A lighthouse' })]);
    for (let n = 0; n < 2500; n++) search.put(mark(1, { note: `turn ${n}` }));
    expect(search.search('', 10).total).toBe(2);
    expect(search.search('lighthouse', 10).total).toBe(1);
    expect(search.search('"turn 2499"', 10).total).toBe(1);
    expect(search.search('"turn 2498"', 10).total).toBe(0);
  });
});

describe('a search over forty seeded marks', () => {
  const marks = makeMarks(40, 5);
  const search = createMarkSearch(marks);
  const known = new Set(marks.flatMap((one) => wordsOf(one)));
  const found = (query: string): string[] =>
    search.search(query, marks.length).hits.map((hit) => hit.mark);

  test('finds every mark by each of its words', () => {
    for (const word of known) {
      const holders = marks.filter((one) => wordsOf(one).includes(word)).map((one) => one.mark);
      expect(found(word)).toEqual(expect.arrayContaining(holders));
    }
  });

  test('finds every mark by its Chinese in either script', () => {
    for (const line of chineseLines) {
      const holders = marks.filter((one) => fold(one.text).includes(fold(line.simplified)));
      for (const query of [line.traditional.slice(2, 6), line.simplified.slice(2, 6)]) {
        for (const one of holders) expect(found(query)).toContain(one.mark);
      }
    }
  });

  test('finds every mark by a word of five or more letters with a typing error', () => {
    const random = seeded(3);
    for (const one of marks) {
      const word = pick(
        random,
        wordsOf(one).filter((some) => some.length >= 5),
      );
      const typed = mistype(word, random);
      if (!known.has(typed)) expect(found(`${typed} `)).toContain(one.mark);
    }
  });

  test('points only at what was sought', () => {
    const random = seeded(9);
    for (const one of marks) {
      const word = pick(
        random,
        wordsOf(one).filter((some) => some.length >= 6),
      );
      const typed = random() < 0.5 ? word : mistype(word, random);
      for (const hit of search.search(typed, 10).hits) {
        expect(hit.ranges.length).toBeGreaterThan(0);
        for (const range of shown(hit)) {
          const near = editDistance(fold(range), typed, 2) <= 2;
          const beginning = editDistance(fold(range).slice(0, typed.length + 1), typed, 2) <= 2;
          expect([range, typed, near || beginning]).toEqual([range, typed, true]);
        }
      }
    }
  });
});

describe('the quality of a search over three thousand seeded marks', () => {
  const marks = makeMarks(3000, 11);
  const search = createMarkSearch(marks);
  const holders = new Map<string, number>();
  for (const one of marks) {
    for (const word of new Set(wordsOf(one))) holders.set(word, (holders.get(word) ?? 0) + 1);
  }

  /** Share of queries whose mark is among the first ten; the words are rare enough for ten places. */
  function recallAtTen(queryFrom: (word: string) => string, shortest: number): number {
    const random = seeded(21);
    let asked = 0;
    let recalled = 0;
    while (asked < 200) {
      const target = pick(random, marks);
      const rare = wordsOf(target).filter(
        (word) => word.length >= shortest && (holders.get(word) ?? 0) <= 8,
      );
      if (rare.length === 0) continue;
      const query = queryFrom(pick(random, rare));
      if (holders.has(query)) continue;
      asked++;
      if (search.search(query, 10).hits.some((hit) => hit.mark === target.mark)) recalled++;
    }
    return recalled / asked;
  }

  test('one typing error costs at most two in a hundred', () => {
    const random = seeded(31);
    expect(recallAtTen((word) => mistype(word, random), 6)).toBeGreaterThanOrEqual(0.98);
  });

  test('two typing errors cost at most one in ten', () => {
    const random = seeded(32);
    expect(recallAtTen((word) => mistype(mistype(word, random), random), 9)).toBeGreaterThanOrEqual(
      0.9,
    );
  });

  test('two thirds of a word are enough', () => {
    expect(
      recallAtTen((word) => word.slice(0, Math.ceil(word.length * 0.8)), 8),
    ).toBeGreaterThanOrEqual(0.95);
  });

  test('nonsense finds nothing', () => {
    const random = seeded(41);
    for (let n = 0; n < 100; n++) {
      const letters = Array.from({ length: 10 }, () => pick(random, Array.from('bcdfghjkqvwxz')));
      expect(search.search(letters.join(''), 10).total).toBe(0);
    }
  });
});

function wordsOf(one: SearchableMark): string[] {
  return [one.text, one.note, one.title, ...one.tags].flatMap(
    (field) => field.toLowerCase().match(/[a-z]+/g) ?? [],
  );
}

test('marks are kept to a colour by either of its names, to who marked, and to what was published before', () => {
  const search = createMarkSearch([
    mark(1, { colours: ['contradicts', 'Says otherwise'], by: 'R. Ito', published: '2024' }),
    mark(2, { colours: ['supports', ''], by: 'M. Okoro', published: '2025-06-12' }),
    mark(3, { colours: ['supports', ''], by: 'R. Ito', published: '' }),
  ]);
  const found = (query: string): number[] =>
    search.search(query, 10).hits.map((hit) => Number.parseInt(hit.mark, 16));
  expect(found('colour:contra')).toEqual([1]);
  expect(found('colour:"says otherwise" shelters')).toEqual([1]);
  expect(found('colour:supports by:ito')).toEqual([3]);
  expect(found('before:2024-12')).toEqual([]);
  expect(found('before:2025')).toEqual([1]);
  expect(found('before:2025-07')).toEqual([2, 1]);
});
