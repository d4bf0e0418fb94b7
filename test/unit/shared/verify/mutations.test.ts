// Whatever happens to a quote: what is allowed is found at its tier and place, what is not never looks good.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';
import { sourceFromRaw } from '../../../../shared/verify/raw-text.ts';
import { rankOf } from '../../../../shared/verify/verdict.ts';
import { verifyQuote } from '../../../../shared/verify/verify-quote.ts';
import { haiyunReport, haiyunSentences } from '../../../support/haiyun-text.ts';
import {
  harmful,
  harmfulChinese,
  harmless,
  type Mutation,
} from '../../../support/quote-mutations.ts';

const source = prepareSource(sourceFromRaw(haiyunReport));
const english = haiyunSentences.filter((sentence) => /[a-z]/.test(sentence));
const chinese = haiyunSentences.filter((sentence) => !/[a-z]/.test(sentence));

interface Trial {
  readonly sentence: string;
  readonly quote: string;
}

function trials(mutation: Mutation, sentences: readonly string[]): fc.Arbitrary<Trial> {
  return fc
    .tuple(fc.constantFrom(...sentences), fc.array(fc.nat(9999), { minLength: 4, maxLength: 4 }))
    .map(([sentence, numbers]) => {
      const left = [...numbers];
      const quote = mutation.apply(sentence, (below) => (left.shift() ?? 0) % below);
      return { sentence, quote: quote ?? '' };
    })
    .filter(({ quote }) => quote !== '');
}

describe('a whole sentence', () => {
  test.each(haiyunSentences)('is verbatim and has no flag: %s', (sentence) => {
    const { verdict, segments } = verifyQuote(sentence, source);
    expect(verdict).toBe('verbatim');
    expect(segments).toHaveLength(1);
    expect(segments[0]?.flags).toEqual([]);
    expect(haiyunReport.slice(segments[0]?.start, segments[0]?.end)).toBe(sentence);
  });
});

describe('a harmless change', () => {
  test.each(harmless.map((mutation) => [mutation.name, mutation] as const))(
    '%s is found at its tier and place',
    (_, mutation) => {
      fc.assert(
        fc.property(trials(mutation, english), ({ sentence, quote }) => {
          const { verdict, segments } = verifyQuote(quote, source);
          expect({ verdict, flags: segments.flatMap(({ flags }) => flags) }).toEqual({
            verdict: expect.toBeOneOf([...mutation.tiers]) as unknown,
            flags: [],
          });
          expect(haiyunReport.slice(segments[0]?.start, segments[0]?.end)).toBe(sentence);
        }),
      );
    },
  );
});

describe('a harmful change', () => {
  const cases = [
    ...harmful.map((mutation) => [mutation.name, mutation, english] as const),
    ...harmfulChinese.map((mutation) => [`${mutation.name} (Chinese)`, mutation, chinese] as const),
  ];
  test.each(cases)(
    '%s is never better than altered, unless its edge is flagged',
    (_, mutation, of) => {
      fc.assert(
        fc.property(trials(mutation, of), ({ quote }) => {
          const { verdict, segments } = verifyQuote(quote, source);
          const flagged = segments.some(({ flags }) => flags.length > 0);
          if (!flagged) expect(rankOf(verdict)).toBeGreaterThanOrEqual(rankOf('altered'));
        }),
      );
    },
  );

  test('halves swapped around a gap are out of order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...english), (sentence) => {
        const words = sentence.split(' ');
        const half = words.length >> 1;
        const quote = `${words.slice(half).join(' ')} [...] ${words.slice(0, half).join(' ')}`;
        expect(verifyQuote(quote, source).verdict).toBe('out-of-order');
      }),
    );
  });
});
