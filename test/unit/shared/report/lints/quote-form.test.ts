import { expect, test } from 'vitest';
import { citation, complaints, findings, sentence } from '../../../../support/made-up-report.ts';

const check = (quote: string, ...after: readonly string[]) =>
  complaints(findings('Delta Watch states:', quote, ...after, citation));

test('a quote that is not closed, or closed and never opened, is told', () => {
  expect(check(`“${sentence}`)).toEqual(['quote-unclosed 5']);
  expect(check(`${sentence}”`)).toEqual(['quote-unclosed 5']);
  expect(check(`“They call it “labour transfer.”`)).toEqual(['quote-unclosed 5']);
  expect(check(`“${sentence} ${citation}`)).toEqual(['quote-unclosed 5']);
});

test('a quote of several paragraphs, of mixed marks or without any is not', () => {
  expect(check(`“${sentence}`, `“${sentence}`, `“${sentence}”`)).toEqual([]);
  expect(check(`“${sentence}`, sentence, `${sentence}”`)).toEqual([]);
  expect(check(`“${sentence}"`)).toEqual([]);
  expect(check(sentence)).toEqual([]);
});

test.each(['*workers*', '**workers**', '_workers_', '***workers***'])(
  'emphasis without a note is told: %s',
  (emphasised) => {
    expect(check(`“${sentence.replace('workers', emphasised)}”`)).toEqual(['emphasis-unnoted 5']);
  },
);

test('emphasis with its note is not, wherever the note stands', () => {
  const words = sentence.replace('workers', '*workers*');
  expect(check(`“${words} [emphasis added]”`)).toEqual([]);
  expect(check(`“${words}” (emphasis in original)`)).toEqual([]);
  expect(check(`“${words}”`, '[Emphasis added]')).toEqual([]);
  expect(check(`“${words}” (Our emphasis.)`)).toEqual([]);
});

test('a quote that is emphasised as a whole is the way the report sets quotes', () => {
  expect(check(`*“${sentence}”*`)).toEqual([]);
  expect(check(`“*${sentence}*”`)).toEqual([]);
});

test('a star, an escaped sign and a name with a line below are no emphasis', () => {
  expect(check('“The mills* of the north_west owe 3 \\*stars\\* to 2 * 4 people.”')).toEqual([]);
});
