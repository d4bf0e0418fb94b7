import { describe, expect, test } from 'vitest';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';
import { sourceFromRaw } from '../../../../shared/verify/raw-text.ts';
import { verifyAgainstAll } from '../../../../shared/verify/verify-against-all.ts';
import { verifyQuote } from '../../../../shared/verify/verify-quote.ts';

const texts = [
  'Ships were searched in Beilan and nothing at all was found on board of them.',
  'The harbour police arrested 415 suspected recruiters in Beilan last year. The courts were slow.',
  'The harbour police arrested 451 suspected recruiters in Beilan last year. The courts were slow.',
  'The harbour police arrested 415 suspected recruiters in Beilan last year. The courts were quick.',
];
const sources = texts.map((text) => prepareSource(sourceFromRaw(text)));
const quote = 'The harbour police arrested 415 suspected recruiters in Beilan last year.';

describe('of many sources', () => {
  test('the one that agrees best is named, with what the others have', () => {
    const { best, verdict, others } = verifyAgainstAll(quote, sources);
    expect(best).toBe(1);
    expect(verdict.verdict).toBe('verbatim');
    expect(others.map(({ index, verdict: own }) => [index, own.verdict])).toEqual([
      [2, 'altered'],
      [3, 'verbatim'],
    ]);
    expect(others[0]?.verdict.segments[0]?.differences).toMatchObject([
      { class: 'number', quote: '415', source: '451' },
    ]);
  });

  test('equal ones give way to the preferred one, better ones do not', () => {
    expect(verifyAgainstAll(quote, sources, 3).best).toBe(3);
    expect(verifyAgainstAll(quote, sources, 2).best).toBe(1);
    expect(verifyAgainstAll(quote, sources, 99).best).toBe(1);
  });

  test('the sum of the segments decides where the worst is the same', () => {
    const parts =
      'The harbour police arrested 7 suspected recruiters in Beilan [...] The courts were quick.';
    expect(verifyAgainstAll(parts, sources).best).toBe(3);
  });

  test('none is best where nothing is found', () => {
    const { best, verdict, others } = verifyAgainstAll(
      'Zebras graze on quiet northern meadows today',
      sources,
    );
    expect([best, verdict.verdict, others]).toEqual([undefined, 'not-found', []]);
    expect(verdict.segments).toMatchObject([{ tier: 'not-found' }]);
    expect(verifyAgainstAll(quote, []).verdict.verdict).toBe('not-found');
    expect(verifyAgainstAll('[...]', sources).verdict).toEqual({
      verdict: 'too-short',
      segments: [],
    });
  });

  test('each says what it says alone', () => {
    const { verdict } = verifyAgainstAll(quote, sources);
    expect(verdict).toEqual(verifyQuote(quote, prepareSource(sourceFromRaw(texts[1] ?? ''))));
  });
});
