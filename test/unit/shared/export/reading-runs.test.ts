import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  overlapping,
  readingRuns,
  readsBack,
  type ReadingRun,
  type SeenWord,
} from '../../../../shared/export/reading-runs.ts';

const seen = (line: string): SeenWord[] =>
  line
    .split(' ')
    .map((text, at) => ({ text, left: 100 - 20 * at, right: 118 - 20 * at, blankAfter: true }));

const textOf = ({ letters }: ReadingRun): string => letters.map(({ text }) => text).join('');
const right = ({ left, letters }: ReadingRun): number =>
  letters.reduce((sum, { width }) => sum + width, left);

describe('the runs of a printed line', () => {
  test('are one run of words backwards where all is from right to left', () => {
    const [run, ...others] = readingRuns(seen('قالت الوزارة'), 'right-to-left', 3);
    expect(others).toEqual([]);
    expect(run && textOf(run)).toBe(Array.from('قالت الوزارة').reverse().join(''));
  });

  test('follow each other as they are read, whatever side they stand on', () => {
    const runs = readingRuns(seen('احتجز 340 شخصا في Haiyun City'), 'right-to-left', 3);
    expect(runs.map(textOf)).toEqual(['زجتحا', '340', 'يف اصخش', 'Haiyun City']);
    expect(runs.map(({ word }) => word)).toEqual([0, 1, 2, 4]);
  });

  test('end at signs that belong to numbers, and never with a bare hyphen', () => {
    const runs = readingRuns(seen('בצפון, ואיש 2024-יىلى'), 'right-to-left', 3);
    expect(runs.map(textOf)).toEqual(['\u200f,ןופצב', 'שיאו', '2024', 'ىلىי-\u200e']);
  });

  test('give marks no width, since some readers have none for them', () => {
    const [run] = readingRuns(seen('لأنّ'), 'right-to-left', 3);
    expect(run?.letters.map(({ text, width }) => [text, width > 0])).toEqual([
      ['\u0085', true],
      ['\u200f', false],
      ['ّ', false],
      ['ن', true],
      ['أ', true],
      ['ل', true],
    ]);
  });

  test('keep an emoji of several characters in one', () => {
    const [run] = readingRuns(seen('now 👨‍👩‍👧🇨🇳'), 'left-to-right', 3);
    expect(run?.letters.map(({ text }) => text).slice(-2)).toEqual(['👨‍👩‍👧', '🇨🇳']);
  });

  test('hold every letter of the line once, in order, whatever it is', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'قالت',
        '(10)',
        '12.5%',
        'לא,',
        'و/أو',
        'Ito',
        '“',
        '۱۴۰۳',
        '海雲',
        '2024-يىلى',
      ),
      fc
        .string({ unit: 'binary', minLength: 1, maxLength: 6 })
        .map((text) => text.replace(/\s/gu, '_')),
    );
    const base = fc.constantFrom('left-to-right' as const, 'right-to-left' as const);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), base, (words, direction) => {
        const line = words.map((text, at) => ({
          text,
          left: at * 20,
          right: at * 20 + 15,
          blankAfter: true,
        }));
        const runs = readingRuns(line, direction, 2);
        const letters = (text: string): string => Array.from(text.toWellFormed()).sort().join('');
        const told = runs
          .map(textOf)
          .join('')
          .replace(/[\u200e\u200f\u0085 ]/g, '');
        expect(letters(told)).toBe(
          letters(words.join('').replace(/[\u200e\u200f\u0085]|[\ud800-\udfff]/gu, '')),
        );
        const starts = runs.map(({ word: first }) => first);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        for (const run of overlapping(runs)) {
          for (const { width } of run.letters) expect(width).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('stand below one as wide as the line, so that they are not taken for columns', () => {
    const [first, second, third] = overlapping(
      readingRuns(seen('احتجز 340 شخصا'), 'right-to-left', 3),
    );
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three');
    expect([first.left, Math.round(right(first))]).toEqual([third.left, 118]);
    expect([second.left, right(second)]).toEqual([80, 98]);
  });
});

test.each([
  ['The ministry ran 10 shelters (12.5 %).', true],
  ['返鄉者因污名而不願求助。', true],
  ['قالت', false],
  ['Help 🙏', false],
  ['e\u0301', false],
  ['हिन्दी', false],
])('whether %o reads back as printed: %o', (text, expected) => {
  expect(readsBack(text)).toBe(expected);
});
