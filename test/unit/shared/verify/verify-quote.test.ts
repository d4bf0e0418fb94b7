// Tiers, places, order, what is too short; in a small made-up text.
import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';
import { sourceFromRaw } from '../../../../shared/verify/raw-text.ts';
import { tiers, type Tier } from '../../../../shared/verify/verdict.ts';
import { verifyQuote } from '../../../../shared/verify/verify-quote.ts';

const raw = `The ministry opened three new shelters in the northern ports last year. Women were told that the wages of men were paid late. The P. R. H. 's law of 2031 protects 1,700 dock workers [sic] and their families.1 The staff trained the local police. 2

The shelters were closed again after a single winter. Nobody was able to say why; some said that the ministry had failed to pay. The ministry opened three new shelters in the southern ports, too.

Officials were quoted as saying “wait … and see” to the press.
`;
const source = prepareSource(sourceFromRaw(raw));

const tierOf = (quote: string): Tier => verifyQuote(quote, source).verdict;
const placesOf = (quote: string): string[] =>
  verifyQuote(quote, source).segments.map(({ start, end }) => raw.slice(start, end));

describe('the tier of a quote', () => {
  const cases: readonly (readonly [Tier, string])[] = [
    ['verbatim', 'opened three new shelters in the northern ports'],
    ['whitespace', 'opened three new\nshelters in the  northern ports'],
    ['typography', 'Officials were quoted as saying "wait ... and see" to the press.'],
    ['skeleton', "The P.R.H.'s law of 2031 protects 1,700 dock workers"],
    ['skeleton', 'opened three new shel-\nters in the northern ports'],
    [
      'skeleton',
      'protects 1,700 dock workers [sic] and their families. The staff trained the local police.',
    ],
    ['marked', '[W]omen were told that the wages of men were paid late'],
    ['marked', 'The[se] shelters were closed again after a single winter'],
    ['marked', 'The shelters [in the north] were closed again after [one] winter'],
    ['marked', '[The houses] were closed again after a single winter.'],
    ['marked', 'The shelters were clos[ing] again after a single winter'],
    ['marked', 'their families. The staff trained the local police [footnotes omitted]'],
    ['altered', 'opened four new shelters in the northern ports'],
    [
      'altered',
      'Nobody was [asked to do so] why; some said that the ministry had [managed] to pay',
    ],
    [
      'altered',
      'protects 1,700 dock workers [...] The shelters were closed after a single winter.',
    ],
    ['out-of-order', 'The shelters were closed again [...] the wages of men were paid late'],
    ['weak', 'The ministry shut down three old shelters in many northern towns last year'],
    ['not-found', 'Fishers crossed a frozen river without any permit whatsoever'],
    ['not-found', 'opened four new shelters'],
    ['too-short', 'The ministry opened'],
    ['too-short', '[...]'],
    ['verbatim', 'a single winter'],
  ];
  test.each(cases)('is %s: %s', (tier, quote) => {
    expect(tierOf(quote)).toBe(tier);
  });

  test('is the worst of its segments', () => {
    const { verdict, segments } = verifyQuote(
      'The ministry opened three new shelters in the northern ports [...] The shelters were shut again after a single winter.',
      source,
    );
    expect(segments.map(({ tier }) => tier)).toEqual(['verbatim', 'altered']);
    expect(verdict).toBe('altered');
    expect(tiers).toContain(verdict);
  });

  test('takes brackets for the source’s own where it has them', () => {
    expect(tierOf('protects 1,700 dock workers [sic] and their families')).toBe('verbatim');
    expect(tierOf('[Women] were told that the wages of men were paid late')).toBe('marked');
  });

  test('takes a bare ellipsis for the source’s own where it has it, else for a gap', () => {
    expect(verifyQuote('saying “wait … and see” to the press', source).segments).toHaveLength(1);
    const gap = verifyQuote('Women were told … men were paid late', source);
    expect(gap.segments.map(({ text, tier }) => [text, tier])).toEqual([
      ['Women were told', 'verbatim'],
      ['men were paid late', 'verbatim'],
    ]);
  });
});

describe('a place', () => {
  test('begins and ends between words', () => {
    // "Women were told" holds "men were told", "were paid later" does not hold "were paid late".
    expect(placesOf('men were told that the wages of men were paid late')).toEqual([
      'Women were told that the wages of men were paid late',
    ]);
    expect(tierOf('men were told that the wages of men were paid late')).toBe('altered');
    expect(tierOf('the wages of men were paid lat')).toBe('altered');
    expect(tierOf('The staff trained the local poli')).toBe('altered');
    expect(tierOf('law of 2031 protects 1')).toBe('altered');
  });

  test('holds the marks at its ends that the quote has, too', () => {
    expect(placesOf('saying “wait … and see”')).toEqual(['saying “wait … and see”']);
    expect(placesOf('after a single winter.')).toEqual(['after a single winter.']);
    expect(placesOf('after a single winter,')).toEqual(['after a single winter']);
  });

  test('is one of several; the first after the segment before is taken', () => {
    const formula = 'The ministry opened three new shelters in the';
    const first = verifyQuote(formula, source).segments[0];
    expect(first).toMatchObject({ places: 2, start: 0, tier: 'verbatim' });
    const second = verifyQuote(`were closed again [...] ${formula}`, source).segments[1];
    expect(second).toMatchObject({ places: 2, start: raw.lastIndexOf(formula), tier: 'verbatim' });
  });

  test('is the one nearest to the hint', () => {
    const formula = 'The ministry opened three new shelters in the';
    const last = raw.lastIndexOf(formula);
    expect(verifyQuote(formula, source, last + 40).segments[0]?.start).toBe(last);
    expect(verifyQuote(formula, source, 3).segments[0]?.start).toBe(0);
    expect(verifyQuote('The shelters were closed after a single winter', source, 300)).toEqual(
      verifyQuote('The shelters were closed after a single winter', source),
    );
  });

  test('of a short segment counts where the segment before has ended', () => {
    const { segments } = verifyQuote('were closed again [...] shelters in the', source);
    const start = raw.lastIndexOf('shelters in the');
    expect(segments[1]).toMatchObject({ tier: 'too-short', places: 2, start });
  });

  test('that is only a guess orders nothing', () => {
    const { segments } = verifyQuote(
      'The ministry closed two old shelters in the southern towns, too [...] The shelters were closed again after a single winter',
      source,
    );
    expect(segments.map(({ tier }) => tier)).toEqual(['weak', 'verbatim']);
  });
});

test('a source without text has nothing', () => {
  const empty = prepareSource({ text: '', skipped: [], sections: [] });
  expect(verifyQuote('The ministry opened three new shelters', empty)).toMatchObject({
    verdict: 'not-found',
    segments: [{ tier: 'not-found', places: 0, differences: [], flags: [] }],
  });
});
