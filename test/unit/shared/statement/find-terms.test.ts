import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTerms, isTerm } from '../../../../shared/statement/find-terms.ts';

function words(terms: readonly string[], text: string): readonly string[] {
  return findTerms(terms, text).map(({ start, end }) => text.slice(start, end));
}

test('a term is found as a whole word, in any case, with accents or without, in the plural', () => {
  expect(
    words(['shelter'], 'Shelters were closed; one shelter stayed. Sheltering is rare.'),
  ).toEqual(['Shelters', 'shelter']);
  expect(words(['Zoë'], 'ZOE and Zoë came.')).toEqual(['ZOE', 'Zoë']);
  expect(words(['art'], 'An article of the party.')).toEqual([]);
});

test('words of a term may be parted by a line end, a hyphen or markup, by nothing else', () => {
  expect(words(['forced labour'], 'forced\nlabour, forced-labour, forced domestic labour')).toEqual(
    ['forced\nlabour', 'forced-labour'],
  );
});

test('Chinese is found inside a sentence, over a line end, in either script', () => {
  expect(words(['勞工'], '该部统计了劳\n工人数。')).toEqual(['劳\n工']);
});

test('what is no word is no term, and signs of a pattern are taken as they are', () => {
  expect(isTerm(' .*() ')).toBe(false);
  expect(findTerms(['.*', '('], 'anything (at all)')).toEqual([]);
  expect(words(['a.b'], 'a.b and axb')).toEqual(['a.b']);
});

test('a word taken out of a text is found in it, at its place', () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.nat(), (list, at) => {
      const index = at % list.length;
      const start = list.slice(0, index).join(' ').length + Number(index > 0);
      const chosen = list[index] ?? '';
      const found = findTerms([chosen], list.join(' '));
      expect(found).toContainEqual({ term: chosen, start, end: start + chosen.length });
    }),
  );
});

test('in a million characters of one word a bound is kept', () => {
  const text = 'shelter '.repeat(125_000);
  expect(findTerms(['shelter', 'shelter house', 'absent'], text)).toHaveLength(200);
});
