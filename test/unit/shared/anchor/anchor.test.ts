import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeRange } from '../../../../shared/anchor/describe.ts';
import { resolveAnchor } from '../../../../shared/anchor/resolve.ts';

const text =
  'The mills were closed in spring. Wages were not paid. In autumn the mills were closed again, and wages were not paid.';

describe('describing', () => {
  test('gives the quote and up to 32 characters around it', () => {
    const start = text.indexOf('Wages');
    expect(describeRange(text, start, start + 5)).toEqual({
      start,
      end: start + 5,
      exact: 'Wages',
      prefix: 'he mills were closed in spring. ',
      suffix: ' were not paid. In autumn the mi',
    });
  });

  test('never cuts a character in two', () => {
    const anchor = describeRange(`${'𝒜'.repeat(17)}b${'𝒜'.repeat(17)}`, 33, 36);
    expect(anchor.exact).toBe('𝒜b𝒜');
    for (const part of [anchor.exact, anchor.prefix, anchor.suffix]) {
      expect(part.isWellFormed()).toBe(true);
    }
  });
});

describe('finding again', () => {
  const anchorOf = (quote: string, from = 0) => {
    const start = text.indexOf(quote, from);
    return describeRange(text, start, start + quote.length);
  };

  test('at its own place', () => {
    expect(resolveAnchor(text, anchorOf('mills'))).toEqual({ how: 'position', start: 4, end: 9 });
  });

  test('by its context after text was put before it', () => {
    const second = anchorOf('the mills were closed', 40);
    const moved = `A new preface. ${text}`;
    const found = resolveAnchor(moved, second);
    expect(found).toEqual({
      how: 'quote-with-context',
      start: second.start + 15,
      end: second.end + 15,
    });
  });

  test('by its words alone where they stand once', () => {
    const { exact } = anchorOf('In autumn');
    const found = resolveAnchor(`Elsewhere. ${exact} it rained.`, anchorOf('In autumn'));
    expect(found).toEqual({ how: 'quote-only', start: 11, end: 20 });
  });

  test('not at all where it could be either of two places', () => {
    const anchor = { start: 900, end: 905, exact: 'mills', prefix: '', suffix: '' };
    expect(resolveAnchor(text, anchor)).toEqual({ how: 'orphan' });
  });

  test('not at all where its words are gone or are none', () => {
    const anchor = anchorOf('autumn');
    expect(resolveAnchor('Nothing of it.', anchor)).toEqual({ how: 'orphan' });
    expect(resolveAnchor(text, { ...anchor, exact: '' })).toEqual({ how: 'orphan' });
  });

  test('any range of any text is found at its own place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (any, a, b) => {
          const [start, end] = [a % any.length, 1 + (b % any.length)].sort((x, y) => x - y);
          fc.pre(start !== end);
          const anchor = describeRange(any, start ?? 0, end ?? 0);
          expect(any.slice(anchor.start, anchor.end)).toBe(anchor.exact);
          expect(resolveAnchor(any, anchor)).toEqual({
            how: 'position',
            start: anchor.start,
            end: anchor.end,
          });
        },
      ),
    );
  });

  test('a quote with its context is found wherever the text before it moves to', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), (preface) => {
        const anchor = anchorOf('Wages were not paid');
        const found = resolveAnchor(preface + text, anchor);
        const place = { start: anchor.start + preface.length, end: anchor.end + preface.length };
        expect(found).toMatchObject(preface === '' ? { how: 'position' } : place);
      }),
    );
  });
});
