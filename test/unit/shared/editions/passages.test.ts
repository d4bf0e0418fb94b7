import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldTokens } from '../../../../shared/editions/folded-tokens.ts';
import { commonOrigin, sharedPassages } from '../../../../shared/editions/passages.ts';
import { hanProse, prose } from '../../../support/made-up-prose.ts';

const seed = fc.integer({ min: 1, max: 1e9 });
const some = fc.integer({ min: 0, max: 200 });
const hashesOf = (text: string) => Array.from(foldTokens(text).hashes);

/** A passage in each of two texts that share nothing else: what stands around it is of another vocabulary. */
const planted = fc
  .record({
    from: seed,
    before: some,
    after: some,
    other: some,
    words: fc.integer({ min: 25, max: 80 }),
  })
  .map(({ from, before, after, other, words }) => {
    const passage = prose(from, words);
    const aSide = (count: number) => hanProse(from + 1, count);
    const bSide = (count: number) =>
      prose(from + 2, count).replaceAll(/[a-z]+/gi, (word) => `${word}q`);
    return {
      passage,
      a: `${aSide(before)} ${passage} ${aSide(after)}`,
      b: `${bSide(other)} ${passage}\n${bSide(before)}`,
    };
  });

describe('a passage in two texts', () => {
  test('is found whole, at its raw offsets, and nothing else is', () => {
    fc.assert(
      fc.property(planted, ({ passage, a, b }) => {
        const bare = passage.replace(/\.$/, '');
        expect(sharedPassages(a, b).map(({ aStart, aEnd }) => a.slice(aStart, aEnd))).toEqual([
          bare,
        ]);
        expect(sharedPassages(a, b).map(({ bStart, bEnd }) => b.slice(bStart, bEnd))).toEqual([
          bare,
        ]);
      }),
    );
  });

  test('is found through other case, quotes and line ends', () => {
    const passage = prose(1, 30);
    const other = passage
      .toUpperCase()
      .replaceAll('. ', '\u00a0—\r\n')
      .replaceAll('RIVER', '“ri\u00adver”');
    const [found] = sharedPassages(`山河村 ${passage}`, `${other} 城林雨`);
    expect(found).toMatchObject({ aStart: 4, bStart: 0 });
    expect(sharedPassages(passage, other)).toHaveLength(1);
  });

  test('is one of 25 words or 30 characters at least', () => {
    expect(sharedPassages(`A ${prose(2, 24)}`, `B ${prose(2, 24)}`)).toEqual([]);
    expect(sharedPassages(`A ${prose(2, 25)}`, `B ${prose(2, 25)}`)).toHaveLength(1);
    expect(sharedPassages(`A ${hanProse(2, 29)}`, `B ${hanProse(2, 29)}`)).toEqual([]);
    expect(sharedPassages(`A ${hanProse(2, 30)}`, `B ${hanProse(2, 30)}`)).toHaveLength(1);
  });

  test('ends where one word differs', () => {
    const [first, second] = [prose(3, 40), prose(4, 40)];
    const found = sharedPassages(`${first} three ${second}`, `${first} four ${second}`);
    expect(found).toHaveLength(2);
  });

  test('is not broken by a note’s digit that is skipped', () => {
    const [first, second] = [prose(5, 15), prose(6, 15)];
    const noted = `${first}1 ${second}`;
    const digit = { start: first.length, end: first.length + 1 };
    expect(sharedPassages(noted, `${first} ${second}`)).toEqual([]);
    expect(sharedPassages(foldTokens(noted, [digit]), `${first} ${second}`)).toHaveLength(1);
  });

  test('cannot be longer, and its words are the same', () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 12 });
    const build = (seeds: readonly number[]) => seeds.map((each) => prose(each, 20)).join(' ');
    fc.assert(
      fc.property(pieces, pieces, (one, other) => {
        const [a, b] = [build(one), build(other)];
        for (const { aStart, aEnd, bStart, bEnd } of sharedPassages(a, b)) {
          expect(hashesOf(a.slice(aStart, aEnd))).toEqual(hashesOf(b.slice(bStart, bEnd)));
          const before = [hashesOf(a.slice(0, aStart)).at(-1), hashesOf(b.slice(0, bStart)).at(-1)];
          const after = [hashesOf(a.slice(aEnd))[0], hashesOf(b.slice(bEnd))[0]];
          for (const [left, right] of [before, after]) {
            if (left !== undefined && right !== undefined) expect(left).not.toBe(right);
          }
        }
      }),
    );
  });

  test('a text is one passage of itself', () => {
    const text = prose(7, 500);
    expect(sharedPassages(text, text)).toEqual([
      { aStart: 0, aEnd: text.length - 1, bStart: 0, bEnd: text.length - 1 },
    ]);
  });
});

test('the sources that hold a passage are named with its place', () => {
  const passage = prose(8, 40);
  const sources = [
    `山河 ${passage}`,
    prose(9, 300),
    `${prose(10, 20)} ${passage.toLowerCase()} more`,
  ];
  const places = commonOrigin(passage, sources);
  expect(places.map(({ source }) => source)).toEqual([0, 2]);
  for (const { source, start, end } of places) {
    expect(hashesOf(sources[source]?.slice(start, end) ?? '')).toEqual(hashesOf(passage));
  }
  expect(commonOrigin('', sources)).toEqual([]);
});

/** The last column: how far the words of one reach. Work that grows faster than the text would not end in the test's time. */
const bad: readonly (readonly [string, string, number])[] = [
  ['one word', 'mill '.repeat(100_000), 499_999],
  [
    'equal sentences',
    'The mill was closed by the warden in spring. '.repeat(10_000),
    449_998, // without the last stop
  ],
  ['one character', '山'.repeat(300_000), 300_000],
  ['white space', '\n'.repeat(300_000), 0],
  ['halves of pairs', '\ud840'.repeat(300_000), 0],
];
test.each(bad)('a text of nothing but %s is one passage with itself, or none', (_, text, end) => {
  const whole = { aStart: 0, aEnd: end, bStart: 0, bEnd: end };
  expect(sharedPassages(text, text)).toEqual(end === 0 ? [] : [whole]);
  const moved = sharedPassages(text, `${text.slice(0, 5000)}x ${text}`);
  expect(moved.length > 0).toBe(end > 0);
  expect(commonOrigin(text.slice(0, 9000), [text, text])).toHaveLength(end === 0 ? 0 : 2);
});
