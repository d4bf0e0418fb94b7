// What a cut hides, in a small made-up text.
import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';
import { sourceFromRaw } from '../../../../shared/verify/raw-text.ts';
import { contextFlags } from '../../../../shared/verify/verdict.ts';
import { verifyQuote } from '../../../../shared/verify/verify-quote.ts';

const long = 'The harbour was quiet and the ships lay still on that day as on every other. '.repeat(
  24,
);
const raw = `# Law

The ministry said that it had not closed the northern shelter, but that the staff might leave in winter. According to the union, the wardens reportedly kept the papers of the crews, although the law forbids it. The law is clear. Nobody was charged.

12. The court heard the case in May. However, the owners did not appear. The judge adjourned the hearing until the following year; the crews were sent home. 3 They were never paid.

## Crews

The crews came from the outer islands and had signed contracts in a language which they did not read, under the

7

old rules of the port. “We had no choice,” said a cook from Beilan. The captain told us that he knew nothing of it. They were paid by the day.

DisclaimerThis is not a publication of the port office.

${long}The report ends here with a last remark.
`;
const source = prepareSource(sourceFromRaw(raw));

function flagsOf(quote: string): string[][] {
  const { segments } = verifyQuote(quote, source);
  for (const { start, tier } of segments) expect([tier, start]).not.toContain(undefined);
  return segments.map(({ flags }) => flags.map(({ flag }) => flag));
}

function wordsOf(quote: string, name: string): string[] {
  const { segments } = verifyQuote(quote, source);
  const flags = segments.flatMap((segment) => segment.flags);
  return flags.filter(({ flag }) => flag === name).map(({ words }) => words);
}

describe('a segment’s edges', () => {
  test.each([
    'The law is clear.',
    'The law is clear',
    'The law is clear. Nobody was charged.',
    'The court heard the case in May.',
    '12. The court heard the case in May.',
    'They were never paid.',
    'The judge adjourned the hearing until the following year; the crews were sent home.',
    'This is not a publication of the port office.',
    '“We had no choice,” said a cook from Beilan.',
    'The crews came from the outer islands and had signed contracts in a language which they did not read, under the old rules of the port.',
    '[They] came from the outer islands and had signed contracts in a language which they did not read, under the old rules of the port.',
  ])('cut nothing off: %s', (quote) => {
    expect(flagsOf(quote)).toEqual([[]]);
  });

  test('show the words before a start in mid-sentence', () => {
    expect(
      wordsOf(
        'the wardens reportedly kept the papers of the crews, although the law forbids it.',
        'starts-mid-sentence',
      ),
    ).toEqual(['According to the union,']);
    expect(wordsOf('old rules of the port.', 'starts-mid-sentence')).toEqual([
      expect.stringMatching(/^The crews came from .* under the 7$/),
    ]);
  });

  test('show the words after an end in mid-sentence', () => {
    expect(wordsOf('The judge adjourned the hearing', 'ends-mid-sentence')).toEqual([
      'until the following year; the crews were sent home',
    ]);
    expect(wordsOf('The crews came from the outer islands', 'ends-mid-sentence')).toHaveLength(1);
  });

  test('do so in silence where the quote has a gap mark there', () => {
    expect(flagsOf('[...] adjourned the hearing until the following year [...]')).toEqual([[]]);
    expect(flagsOf('… adjourned the hearing until the following year …')).toEqual([[]]);
  });

  test.each([
    [
      'negation-before',
      'closed the northern shelter, but that the staff might leave in winter.',
      'not',
    ],
    [
      'attribution-before',
      'it had not closed the northern shelter, but that the staff might leave in winter.',
      'said that',
    ],
    ['hedge-before', 'kept the papers of the crews, although the law forbids it.', 'reportedly'],
    [
      'attribution-before',
      'the wardens reportedly kept the papers of the crews, although the law forbids it.',
      'According to the union,',
    ],
    [
      'contrast-after',
      'According to the union, the wardens reportedly kept the papers of the crews',
      ', although',
    ],
    ['contrast-after', 'The ministry said that it had', 'not'],
  ])('%s: %s', (flag, quote, words) => {
    expect(wordsOf(quote, flag)).toEqual([words]);
    expect(wordsOf(`[...] ${quote} [...]`, flag)).toEqual([words]);
  });

  test('count the words a gap cuts off, and not those the segment before has', () => {
    expect(
      flagsOf(
        'The ministry said that it had [...] closed the northern shelter, but that the staff might leave in winter.',
      ),
    ).toEqual([['contrast-after'], ['negation-before']]);
    expect(
      flagsOf(
        'it had not [...] the northern shelter, but that the staff might leave in winter.',
      )[1],
    ).toEqual([]);
  });
});

describe('a gap', () => {
  test('that begins with a contrast is flagged', () => {
    expect(
      flagsOf(
        'The court heard the case in May. [...] The judge adjourned the hearing until the following year; the crews were sent home.',
      ),
    ).toEqual([[], ['gap-contrast']]);
  });

  test('that goes over a heading is flagged with its title', () => {
    const quote = 'They were never paid. [...] The captain told us that he knew nothing of it.';
    expect(flagsOf(quote)[1]).toContain('gap-section');
    expect(wordsOf(quote, 'gap-section')).toEqual(['Crews']);
  });

  test('of more than 300 words is flagged', () => {
    expect(
      flagsOf('They were paid by the day. [...] The report ends here with a last remark.'),
    ).toEqual([[], ['gap-long']]);
  });

  test('in which somebody else speaks is flagged', () => {
    expect(
      flagsOf('“We had no choice,” said a cook from Beilan. [...] They were paid by the day.'),
    ).toEqual([[], ['gap-speaker']]);
    expect(flagsOf('The law is clear. [...] The court heard the case in May.')).toEqual([[], []]);
  });
});

describe('a bracket', () => {
  test('that swallows what turns the sentence is flagged with the words', () => {
    const quote = 'The ministry said that it had [now] closed the northern shelter';
    expect(wordsOf(quote, 'bracket-swallows')).toEqual(['not']);
    expect(verifyQuote(quote, source).verdict).toBe('altered');
  });

  test('that replaces other words is not', () => {
    const quote = 'The court heard the [matter] in May.';
    expect(flagsOf(quote)).toEqual([[]]);
    expect(verifyQuote(quote, source).verdict).toBe('marked');
  });
});

test('every flag that is tested here is one of the closed set', () => {
  const quotes = [
    'the wardens reportedly kept the papers of the crews',
    'The court heard the case in May. [...] The captain told us that he knew nothing of it.',
  ];
  for (const flag of quotes.flatMap(flagsOf).flat()) expect(contextFlags).toContain(flag);
});
