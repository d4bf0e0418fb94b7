import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { SolidIndex } from '../../../../shared/text/solid-index.ts';
import { TextMap } from '../../../../shared/text/text-map.ts';
import { mapBreaches, squeeze } from '../../../support/text-laws.ts';

const plain = (...lines: string[]) => buildPlainText(lines.join('\n'), 'plain');
const long = 'The inspectors of the northern provinces visited the mills along the river and';

describe('page breaks inside a sentence', () => {
  test('are closed and told', () => {
    const { text, joins } = plain(long, '', '', '', 'found nobody who would speak to them.');
    expect(text).toBe(`${long} found nobody who would speak to them.`);
    expect(joins).toEqual([{ at: long.length, kind: 'page', sure: true }]);
  });

  test('take a lone page number out of the sentence, and keep it', () => {
    const { text, ranges } = plain(long, '', '12', '', 'found nobody there.', '', 'They left.');
    expect(text).toBe(`${long} found nobody there.\n\n12\n\nThey left.`);
    expect(ranges).toMatchObject([{ kind: 'furniture' }]);
    expect(text.slice(ranges[0]?.start, ranges[0]?.end)).toBe('12');
  });

  test('join a word cut by a hyphen when the text proves the closed form', () => {
    const { text, joins } = plain(
      'The government spoke of its govern-',
      'ment and settlement of a settle-',
      'ment, then of the',
      '',
      'settle-',
      '',
      'ment again.',
    );
    expect(text).toContain('settlement again');
    expect(joins.map(({ kind }) => kind)).toContain('hyphen-dropped');
  });

  test('are not seen after a full stop, before a heading or between menu entries', () => {
    for (const [a, b] of [
      [`${long} left.`, 'nobody spoke.'],
      [long, '# Shelters'],
      ['about us', 'contact'],
    ] as const) {
      expect(plain(a, '', b).text).toBe(`${a}\n\n${b}`);
    }
  });
});

test('lines wrapped at one width are joined, others stay lines', () => {
  const wrapped = plain(
    'The inspectors of the northern provinces visited',
    'the mills along the river and found nobody there',
    'who would speak to them of the wages they were',
    'owed.',
    'Second.',
  );
  expect(wrapped.text.split('\n')).toEqual([
    'The inspectors of the northern provinces visited the mills along the river and found nobody there who would speak to them of the wages they were owed.',
    'Second.',
  ]);
  expect(plain('Publisher A', 'Author B').text).toBe('Publisher A\nAuthor B');
});

test('markup and odd characters stay as they stand', () => {
  const source = 'See [the law](https://example.org/a_b) of **2031**: \\$5 “now” ✓ ﬁx';
  expect(buildPlainText(source, 'markdown').text).toBe(source);
});

test('a text of nothing is a text of one empty page', () => {
  expect(plain('', ' \t', '\u00a0')).toMatchObject({ text: '', words: 0, pages: [{ start: 0 }] });
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n\n',
        '\n\n\n\n',
        '\n\n12\n\n',
        '\n\niv\n\nMONITOR 2031\n\n',
        '\n\n0 Comments\n\n',
        ' 1,\n\n350 ',
        '\f',
        '-\n',
        '\u00ad',
        ' ',
        '\u00a0',
        '\t',
      ),
      fc.constantFrom(
        'the',
        'and',
        'river,',
        'Haiyun',
        'govern',
        'ment',
        '海雲',
        'שלום',
        '# ',
        '- ',
        '| a | b | c',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('every character but hyphens at line ends is kept, once, and the map says where', () => {
  fc.assert(
    fc.property(anyText, (original) => {
      const work = buildPlainText(original, 'plain');
      expect(mapBreaches(work, [squeeze(original)])).toEqual([]);
      const ends = work.ranges.flatMap(({ start, end }) => [start, end]);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
    }),
  );
});

test('any range leads to the same characters in the original', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (original, a, b) => {
      const work = buildPlainText(original, 'plain');
      const solid = [...work.text.matchAll(/\S/g)].map(({ index }) => index);
      fc.pre(solid.length > 0);
      const [one = 0, other = 0] = [a, b].map((n) => solid[n % solid.length]);
      const range = { start: Math.min(one, other), end: Math.max(one, other) + 1 };
      const there = new TextMap(work).toOriginal(new SolidIndex(original), range);
      const quoted = squeeze(work.text.slice(range.start, range.end));
      expect(there).toBeDefined();
      const first = original.charAt(there?.start ?? -1);
      const last = original.charAt((there?.end ?? 0) - 1);
      expect([quoted.at(0), quoted.at(-1)].sort()).toEqual([first, last].sort());
    }),
  );
});

describe('what a page’s edge left inside a sentence', () => {
  const head = 'RIVERS OFFICE – MONITOR 2031';
  const page = (number: string, ...rest: string[]) => [long, '', number, '', ...rest];
  const text = plain(
    ...page('2', head, '', 'found nobody there.', ''),
    ...page('3', head, '', 'went on to the canneries.', '', 'They wrote it down.', ''),
    ...['4', '', head, '', 'A new page began.', ''],
    ...page('5', 'found nobody again.'),
  );

  test('is set aside with its running head, and the sentence is whole', () => {
    expect(text.text.split('\n\n')).toEqual([
      `${long} found nobody there.`,
      ...['2', head],
      `${long} went on to the canneries.`,
      ...['3', head],
      'They wrote it down.',
      ...['4', head],
      'A new page began.',
      `${long} found nobody again.`,
      '5',
    ]);
  });

  test('is furniture, also a number between paragraphs that fits into the row', () => {
    const furniture = text.ranges.filter(({ kind }) => kind === 'furniture');
    expect(furniture.map(({ start, end }) => text.text.slice(start, end))).toEqual([
      '2',
      head,
      '3',
      head,
      '4',
      head,
      '5',
    ]);
  });

  test('may be several breaks in one sentence', () => {
    const twice = plain(long, '', '7', '', 'wrote to the office of', '', '8', '', 'the province.');
    expect(twice.text).toBe(`${long} wrote to the office of the province.\n\n7\n\n8`);
  });

  test('closes a number cut at its comma, and shows that for a look', () => {
    const { text: joined, joins } = plain(`${long} paid 1,`, '', '350 workers.');
    expect(joined).toBe(`${long} paid 1,350 workers.`);
    expect(joins).toMatchObject([{ kind: 'page', sure: false }]);
  });

  test.each(['Articles 12,', 'rooms 3,', 'wards 7, 11,'])('does not take %s for one', (list) => {
    expect(plain(`${long} ${list}`, '', '214 beds.').text).toBe(`${long} ${list} 214 beds.`);
  });

  test('closes a word whose second half is none', () => {
    const { text: joined } = plain(`${long} asked for regis-`, '', 'tration.');
    expect(joined).toContain('registration.');
  });

  test('closes Chinese without a space', () => {
    const a =
      '從碼頭往上游走，堤外是一排鐵皮工棚，住在那裡的人替磚廠搬坯，天亮上工，天黑回來，夜裡睡在';
    expect(plain(a, '', '工棚裡，沒有窗戶。').text).toBe(`${a}工棚裡，沒有窗戶。`);
  });
});

describe('ordinary texts, in which nothing may be joined or set aside', () => {
  test.each([
    ['numbered chapters', ['1', '', 'Rain fell.', '', '2', '', 'It stopped.', '', '3', '', 'Sun.']],
    ['a chronicle', ['2029', '', 'Rain fell.', '', '2030', '', 'Snow.', '', '2031', '', 'Sun.']],
    ['compound words', ['It was a state-', 'ordered visit. A self-', 'ment is no word.']],
    ['a refrain', ['Row the boat', '', 'over the bay', '', 'Row the boat', '', 'Row the boat']],
    [
      'a table of figures',
      ['Lanhe', '', '12', '', 'Beigang', '', '$ 14', '', 'Moshan', '', '15 %'],
    ],
    ['a letter', ['Dear Sir,', '', 'We saw it.', '', 'Yours,', 'R. Ito', 'Beigang, 3 May 2031']],
    ['headings in Chinese', ['河邊的人', '', '工棚沒有窗戶，夜裡上鎖。', '', '看門的人']],
  ])('%s', (_, lines) => {
    const { text, ranges } = plain(...lines);
    expect(text.split('\n').filter(Boolean)).toEqual(lines.filter(Boolean));
    expect(ranges).toEqual([]);
  });
});
