import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findInText, mostPlaces } from '../../../../shared/search/find-in-text.ts';
import { indexForFinding } from '../../../../shared/search/find-index.ts';

function found(text: string, query: string, wholeWords = false): readonly string[] {
  const { starts, ends } = findInText(indexForFinding(text), { text: query, wholeWords });
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

test('case and accents make no difference, either way', () => {
  expect(found('Émile met EMILE and émile.', 'emile')).toEqual(['Émile', 'EMILE', 'émile']);
  expect(found('resume', 'Résumé')).toEqual(['resume']);
});

test('traditional and simplified characters are the same, and a line end between them is none', () => {
  expect(found('她說收容所\n已經關閉。', '收容所已经关闭')).toEqual(['收容所\n已經關閉']);
});

test('quotation marks, dashes and blanks of any kind are the same', () => {
  expect(found('It was “closed” — for good.', '"closed" - for')).toEqual(['closed” — for']);
  expect(found('don’t', "don't")).toEqual(['don’t']);
  expect(found('page\u00a0nine\nof it', 'page nine of')).toEqual(['page\u00a0nine\nof']);
});

test('a word broken at the end of a line or page is found', () => {
  expect(found('the traf-\nficking of', 'trafficking')).toEqual(['traf-\nficking']);
  expect(found('their co-operation', 'cooperation')).toEqual(['co-operation']);
  expect(found('in 2007-2008', '20072008')).toEqual([]);
});

test('a sentence is found over the foot of its page, and what the foot says is found as well', () => {
  const text = 'they closed the\n12 Haiyun report\nshelter in March';
  const foot = { start: text.indexOf('12'), end: text.indexOf('\nshelter') };
  const index = indexForFinding(text, [foot]);
  const of = (query: string): readonly number[] => [
    ...findInText(index, { text: query, wholeWords: false }).starts,
  ];
  expect(of('closed the shelter')).toEqual([text.indexOf('closed')]);
  expect(of('haiyun report')).toEqual([text.indexOf('Haiyun')]);
  expect(of('the 12 haiyun')).toEqual([]);
});

test('whole words are no parts of longer ones', () => {
  expect(found('the other them the', 'the')).toHaveLength(4);
  expect(found('the other them the', 'the', true)).toHaveLength(2);
  expect(found('收容所關閉', '容所', true)).toEqual(['容所']);
});

test('vowel signs belong to the letter before them', () => {
  expect(found('كِتَابٌ جديد', 'كتاب')).toEqual(['كِتَابٌ']);
});

test('signs alone are looked for as they stand', () => {
  expect(found('§ 12 and § 13', '§')).toEqual(['§', '§']);
  expect(found('some words', '  ')).toEqual([]);
});

test('more places than are told are said to be more', () => {
  const text = 'a '.repeat(mostPlaces + 5);
  const places = findInText(indexForFinding(text), { text: 'a', wholeWords: false });
  expect(places.starts).toHaveLength(mostPlaces);
  expect(places.isCut).toBe(true);
});

test('every piece of a text that begins and ends with a letter is found where it stands', () => {
  const words = fc.string({
    unit: fc.constantFrom(...Array.from('abÉß説说中ﬁ½ \n-’.\u0301𠀀')),
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
      const from = a % (text.length + 1);
      const to = from + (b % (text.length - from + 1));
      const piece = text.slice(from, to);
      fc.pre(/^[ab中]/u.test(piece) && /[ab中]$/u.test(piece));
      const { starts, ends } = findInText(indexForFinding(text), {
        text: piece,
        wholeWords: false,
      });
      const touched = Array.from(starts).some(
        (start, i) => start <= from && (ends[i] ?? 0) >= to - 1,
      );
      const anywhere = starts.length > 0;
      expect(anywhere).toBe(true);
      if (starts.length === 1) expect(touched).toBe(true);
    }),
  );
});
