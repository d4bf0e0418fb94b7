// Quotes and texts made to cost their square: a plain verdict, soon. No time is asserted; the runner's limit is the guard.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';
import { sourceFromRaw } from '../../../../shared/verify/raw-text.ts';
import { tiers } from '../../../../shared/verify/verdict.ts';
import { verifyQuote } from '../../../../shared/verify/verify-quote.ts';
import { hostileText } from '../../../support/hostile-text.ts';

const sentence = 'The police did not report any figures in the year. ';

/** `count` words, `different` of them, in a fixed disorder. */
function disorder(count: number, different: number): string {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `w${(state >>> 8) % different}`;
  }).join(' ');
}

const texts: Readonly<Record<string, string>> = {
  'a page of dots': '.'.repeat(300_000),
  '10,000 equal sentences': sentence.repeat(10_000),
  '10,000 equal paragraphs': `${sentence}\n\n`.repeat(10_000),
  'one word of 1 MB': 'a'.repeat(1_000_000),
  'one letter, 200,000 times': 'a '.repeat(200_000),
  'opening brackets': '['.repeat(200_000),
  'half links': '[a](b'.repeat(60_000),
  'one letter with 300,000 marks': `e${'\u0301'.repeat(300_000)}`,
  'a number of 300,000 digits': '1'.repeat(300_000),
  'numbers joined by hyphens': '1-'.repeat(100_000),
  'hyphens at every line end': 'ab-\n'.repeat(60_000),
  'one character, 100,000 times': '不'.repeat(100_000),
  'initials without end': 'P. R. C. '.repeat(20_000),
  '100,000 words': disorder(100_000, 5000),
};

const quotes: Readonly<Record<string, string>> = {
  'a sentence': sentence,
  'an altered sentence': 'The police did report any figures in the last year.',
  'no common word': 'zebras, xylophones and quarks on a violin',
  dots: '.'.repeat(100_000),
  '100,000 words': disorder(100_000, 5000),
  '5,000 equal sentences': sentence.repeat(5000),
  'one letter, 50,000 times': 'a '.repeat(50_000),
  'one word of 1 MB': 'a'.repeat(1_000_000),
  '10,000 gaps': 'a [...] '.repeat(10_000),
  '10,000 ellipses': 'the police ... '.repeat(10_000),
  '10,000 insertions': 'police [x] did '.repeat(10_000),
  '10,000 capitals': '[T]he '.repeat(10_000),
  'opening marks': '“'.repeat(50_000),
  '10,000 paragraphs': '“a\n\n'.repeat(10_000),
  'one character, 20,000 times': '不'.repeat(20_000),
};

describe('a hostile text', () => {
  test.each(Object.keys(texts))('%s', (name) => {
    const source = prepareSource(sourceFromRaw(texts[name] ?? ''));
    for (const quote of Object.values(quotes)) {
      const { verdict, segments } = verifyQuote(quote, source);
      expect(tiers).toContain(verdict);
      expect(segments.length).toBeLessThanOrEqual(1001);
    }
  });
});

test('100,000 words are found where they stand', () => {
  const text = texts['100,000 words'] ?? '';
  const source = prepareSource(sourceFromRaw(text));
  expect(verifyQuote(text, source).verdict).toBe('verbatim');
  const changed = text.split(' ').with(50_000, 'other').join(' ');
  expect(verifyQuote(changed, source)).toMatchObject({
    verdict: 'altered',
    segments: [{ start: 0, end: text.length, differences: [{ class: 'number' }] }],
  });
});

test('whatever stands in quote and text, places lie in the text', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (text, quote) => {
      const source = prepareSource(sourceFromRaw(text));
      for (const { start, end, tier } of verifyQuote(quote, source).segments) {
        expect(start === undefined).toBe(tier === 'not-found');
        if (start === undefined || end === undefined) continue;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

test('a text quoted whole is found whole', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const { segments } = verifyQuote(`x ${text} y`, prepareSource(sourceFromRaw(`x ${text} y`)));
      for (const { tier } of segments) expect(tier).not.toBe('not-found');
    }),
  );
});
