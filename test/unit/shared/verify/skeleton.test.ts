import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from '../../../../shared/verify/find-exact.ts';
import { buildSkeleton, textRange, type Skeleton } from '../../../../shared/verify/skeleton.ts';

const skeleton = (text: string): Skeleton => buildSkeleton(text, []);

/** Whether two texts have equal skeletons, boundaries included. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [skeleton(a), skeleton(b)];
  const length = one.letters.length;
  return length === other.letters.length && agreement(one, 0, other, length) === length;
}

describe('two texts have the same skeleton', () => {
  test.each([
    ['case', 'The Police', 'the police'],
    ['white space', 'the  police\n\nleft', 'the police left'],
    ['punctuation', 'the police, (then) left.', 'the police then left'],
    ['a hyphen at a line end', 'the govern-\nment', 'the government'],
    ['a hyphen at a line end, kept', 'anti-\ntrafficking', 'anti-trafficking'],
    ['a hyphen and a space', 'the govern- ment', 'the government'],
    ['a compound', 'anti trafficking', 'anti-trafficking'],
    ['a soft hyphen', 'govern\u00adment', 'government'],
    ['a soft hyphen at a line end', 'govern\u00ad\nment', 'government'],
    ['zero-width characters', 'gov\u200bern\ufeffment', 'government'],
    ['spaced initials', 'P. R. C. ’s law', "P.R.C.'s law"],
    ['closed initials', 'the P.R.C. law', 'the PRC law'],
    ['initials before a hyphen', 'U. S. -China', 'U.S.-China'],
    ['an apostrophe', "China's", 'China’s'],
    ['ligatures', 'oﬃcials', 'officials'],
    ['full-width forms', 'ＡＢＣ，１２３', 'abc 123'],
    ['composed letters', 'cafe\u0301', 'café'],
    ['sharp s', 'STRASSE', 'straße'],
    ['percent with a space', '90 %', '90%'],
    ['currency with a space', '\\$ 30,000', '$30,000'],
    ['emphasis', 'the *only* case', 'the only case'],
    ['Chinese over a line end', '收容\n所', '收容所'],
    ['Chinese punctuation', '收容所，只有', '收容所只有'],
    ['Chinese beside digits', '共 12 人', '共12人'],
  ])('%s', (_, a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  test.each([
    ['a space inside a word', 'not able', 'notable'],
    ['a space inside a number', '1 2', '12'],
    ['a separator', '10,000', '10000'],
    ['another separator', '10,000', '10.000'],
    ['a range', '5-10', '510'],
    ['a time', '10:30', '1030'],
    ['a fraction', '½', '12'],
    ['a power', '10²', '102'],
    ['a percentage', '90%', '90'],
    ['a contraction', "we're", 'were'],
    ['full stops', 'left. We', 'leftwe'],
    ['a combining mark', 'resume', 'résumé'],
    ['number and word', '90 percent', '9 0percent'],
  ])('but not if it differs in %s', (_, a, b) => {
    expect(isSame(a, b)).toBe(false);
  });
});

describe('the way back', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'a',
        'B',
        ' ',
        '\n',
        '.',
        ',',
        '1',
        '2',
        "'",
        '-',
        'ﬁ',
        'e\u0301',
        '½',
        '²',
        '不',
        '𠀀',
        '\u00ad',
        '“',
        '[',
        '](',
        ')',
        '*',
        '%',
        '$',
        'ß',
        'ﷺ',
        '\ud800',
        '한',
        '\u1100\u1161',
      ),
    )
    .map((pieces) => pieces.join(''));

  test('leads to the characters a unit was made of, in order', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const built = skeleton(raw);
        expect(built.starts).toHaveLength(built.letters.length);
        let last = 0;
        for (let unit = 0; unit < built.letters.length; unit++) {
          const { start, end } = textRange(built, unit, unit + 1);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(raw.length);
          const folded = raw.slice(start, end).normalize('NFKC').toUpperCase().toLowerCase();
          expect(folded.normalize('NFKC')).toContain(built.letters.charAt(unit));
          last = start;
        }
      }),
    );
  });

  test('is the same for a piece of the text that is cut at spaces', () => {
    fc.assert(
      fc.property(text, text, text, (before, own, after) => {
        if (!/^\p{L}/u.test(own)) return;
        const whole = skeleton(`${before} ${own} ${after}`);
        expect(whole.letters).toContain(skeleton(own.replace(/^\s+/, '')).letters.slice(0, 1));
      }),
    );
  });
});

test('what is omitted is not there; furniture parts like a line end', () => {
  const raw = 'the govern-\n12\nment left1 early';
  const { letters } = buildSkeleton(raw, [
    { start: 12, end: 14, as: 'line-end' },
    { start: 24, end: 25, as: 'nothing' },
  ]);
  expect(letters).toBe('thegovernmentleftearly');
});
