import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithMap, originalRange } from '../../../../shared/search/fold.ts';
import { chineseLines } from '../../../support/searchable.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'é',
      'e',
      '\u0301',
      'ﬁ',
      '國',
      '国',
      'Σ',
      'ς',
      'ß',
      '\u00ad',
      '𠮷',
      'ش',
      '\u064b',
      '１',
      'A',
    ),
  }),
);

describe('folding', () => {
  test.each([
    ['Café', 'cafe'],
    ['ＡＢＣ　１２', 'abc 12'],
    ['ﬁnal', 'final'],
    ['Straße ΟΔΥΣΣΕΥΣ', 'strasse οδυσσευσ'],
    ['co\u00adoperate', 'cooperate'],
    ['كِتَابٌ', 'كتاب'],
    ['⼈', '人'],
    ['裡裏里', '里里里'],
    ['著作', '着作'],
  ])('%o becomes %o', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each(chineseLines)('$traditional and $simplified become the same', (line) => {
    expect(fold(line.traditional)).toBe(fold(line.simplified));
  });

  test('is done after one time', () => {
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });

  test('makes the same text with and without its map', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldWithMap(text).text).toBe(fold(text));
      }),
    );
  });

  test('leads every stretch back to a part of the original that folds to it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldWithMap(text);
        fc.pre(folded.text.length > 0);
        const start = a % folded.text.length;
        const end = start + 1 + (b % (folded.text.length - start));
        const range = originalRange(folded, start, end);
        const back = fold(text.slice(range.start, range.end));
        // Whole characters come back: at both ends it may be more than was asked for.
        expect(back).toContain(folded.text.slice(start, end));
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
