import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuote } from '../../../../shared/verify/quote-segments.ts';

const texts = (quote: string): string[] => readQuote(quote).map(({ text }) => text);
const edits = (quote: string) =>
  readQuote(quote).flatMap((segment) =>
    segment.edits.map(({ kind, text, start, end }) => {
      expect(segment.text.slice(start + 1, end - 1)).toBe(text);
      return [kind, text];
    }),
  );

describe('a quote', () => {
  test.each([
    ['brackets and dots', 'One word [...] two words'],
    ['brackets and an ellipsis', 'One word […] two words'],
    ['brackets and spaced dots', 'One word [. . .] two words'],
    ['round brackets', 'One word (...) two words'],
    ['an ellipsis in round brackets', 'One word (…) two words'],
    ['full-width brackets', 'One word［…］two words'],
    ['a Chinese ellipsis', 'One word[……]two words'],
    ['four dots', 'One word [....] two words'],
  ])('is parted by a gap: %s', (_, quote) => {
    expect(texts(quote)).toEqual(['One word', 'two words']);
  });

  test('knows on which sides of a segment gaps stand', () => {
    const sides = (quote: string) =>
      readQuote(quote).map(({ gapBefore, gapAfter }) => [gapBefore, gapAfter]);
    expect(sides('whole')).toEqual([[false, false]]);
    expect(sides('[...] cut at the start')).toEqual([[true, false]]);
    expect(sides('“cut at the end […]”')).toEqual([[false, true]]);
    expect(sides('one [...] two')).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('offers the parts between bare ellipses, which may be the source’s own', () => {
    const [segment] = readQuote('They left … and came back');
    expect(segment?.text).toBe('They left … and came back');
    expect(segment?.parts?.map(({ text }) => text)).toEqual(['They left', 'and came back']);
    expect(readQuote('… and came back')[0]?.parts?.[0]).toMatchObject({
      text: 'and came back',
      gapBefore: true,
    });
    expect(readQuote('They left.')[0]?.parts).toBeUndefined();
  });

  test.each([
    ['curly', '“They left.”', 'They left.'],
    ['straight', '"They left."', 'They left.'],
    ['single', '‘They left.’', 'They left.'],
    ['guillemets', '«They left.»', 'They left.'],
    ['Chinese', '「他們離開了。」', '他們離開了。'],
    ['closed before the full stop', '“They left”.', 'They left'],
    ['unclosed', '“They left.', 'They left.'],
    ['never opened', 'They left.”', 'They left.'],
    ['around nested ones', '“He said ‘no’ twice.”', 'He said ‘no’ twice.'],
    ['around the same ones', '“He said “no” twice.”', 'He said “no” twice.'],
  ])('sheds its outer marks: %s', (_, quote, text) => {
    expect(texts(quote)).toEqual([text]);
  });

  test.each([
    '“Training” and “labour”',
    'He said “no”',
    'The workers’ wages',
    "the workers' wages",
    '“Yes,” he said',
  ])('keeps marks that belong to its words: %s', (quote) => {
    expect(texts(quote)).toEqual([quote]);
  });

  test('sheds the marks that open each of its paragraphs', () => {
    expect(texts('“First one.\n\n“Second one.\n\n“Third one.”')).toEqual([
      'First one.\n\nSecond one.\n\nThird one.',
    ]);
    expect(texts('“First one.\n\n“Yes,” he said.”')).toEqual(['First one.\n\n“Yes,” he said.']);
  });

  test.each([
    ['a changed letter', '[T]he police left', ['letter', 'T']],
    ['a changed ending', 'They work[ed] there', ['letter', 'ed']],
    ['inserted words', 'They [the police] left', ['words', 'the police']],
    ['sic', 'They lefft [sic] early', ['note', 'sic']],
    ['emphasis added', 'They left [emphasis added]', ['note', 'emphasis added']],
    [
      'emphasis in the original',
      'They left (emphasis in original)',
      ['note', 'emphasis in original'],
    ],
    ['footnotes omitted', 'They left [footnotes omitted]', ['note', 'footnotes omitted']],
    ['citations omitted', 'They left [citations omitted]', ['note', 'citations omitted']],
    ['a Chinese insertion', '他們[警方]離開了', ['words', '警方']],
  ])('declares %s', (_, quote, edit) => {
    expect(edits(quote)).toEqual([edit]);
  });

  test('reads a link as its text, not as an edit', () => {
    expect(edits('They [left](http://example.org/a) early')).toEqual([]);
  });

  test('has no segment where nothing but marks is left', () => {
    for (const quote of [
      '',
      ' \n',
      '[...]',
      '…',
      '“”',
      '[...] [...]',
      '[emphasis added]',
      '.'.repeat(9),
    ])
      expect(readQuote(quote)).toEqual([]);
  });

  test('is read whatever it holds, and its segments are in it', () => {
    const piece = fc.constantFrom(
      'a',
      'B c',
      '“',
      '”',
      "'",
      '"',
      '’',
      '‘',
      '[',
      ']',
      '...',
      '…',
      '[...]',
      '[T]he',
      '[sic]',
      '(',
      ')',
      '\n\n',
      ' ',
      '.',
      '不',
      '](',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (quote) => {
          for (const { text, edits: own } of readQuote(quote)) {
            expect(text).toBe(text.trim());
            expect(text).toMatch(/[\p{L}\p{N}]/u);
            for (const { start, end } of own)
              expect(text.length).toBeGreaterThanOrEqual(end - start);
          }
        },
      ),
    );
  });
});
