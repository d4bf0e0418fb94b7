// Holding quotes against sources: finding one in a long text beside `indexOf` and an approximate matcher of bytes, and a
// whole report against a whole library.
import approximately from 'approx-string-match';
import { prepareSource, type PreparedSource } from '../../shared/verify/prepare-source.ts';
import { verifyAgainstAll } from '../../shared/verify/verify-against-all.ts';
import { verifyQuote } from '../../shared/verify/verify-quote.ts';
import { pick, seeded, type Random } from '../../test/support/searchable.ts';
import { median, row, timed, type Row } from './row.ts';

const seed = 20_261_130;
const longText = 1_000_000;
const quoteLength = 300;
const rounds = 25;
const sourceCount = 200;
const sourceWords = 5_000;
const errors = 0.05;
const letters = Array.from('aeiourstlnmdkpbg');

export function benchVerifying(): Row[] {
  const random = seeded(seed);
  const vocabulary = Array.from({ length: 20_000 }, () => madeUpWord(random));
  return [...oneQuote(random, vocabulary), ...wholeReport(random, vocabulary)];
}

function oneQuote(random: Random, vocabulary: readonly string[]): Row[] {
  const text = madeUpText(random, vocabulary, longText / 6).slice(0, longText);
  const source = prepared(text);
  const normalised = text.replace(/\s+/g, ' ').toLowerCase();
  const exact: number[] = [];
  const plain: number[] = [];
  const altered: number[] = [];
  const hinted: number[] = [];
  const approximate: number[] = [];
  verifyQuote(text.slice(0, quoteLength), source); // builds the folds, which every further quote uses
  for (let round = 0; round < rounds; round++) {
    const start = text.indexOf(' ', Math.floor(random() * (longText - 2 * quoteLength))) + 1;
    const quote = wordsOf(text.slice(start, start + quoteLength));
    const wrong = withErrors(quote, random, vocabulary);
    exact.push(timed(() => verifyQuote(quote, source)));
    plain.push(timed(() => normalised.indexOf(quote.replace(/\s+/g, ' ').toLowerCase())));
    altered.push(timed(() => verifyQuote(wrong, source)));
    hinted.push(timed(() => verifyQuote(wrong, source, start)));
    approximate.push(timed(() => approximately(text, wrong, Math.ceil(quoteLength * errors * 2))));
  }
  const yardstick = { yardstick: 'approx-string-match', yardstickValue: median(approximate) };
  return [
    row({
      ...{ name: 'a quote found in 1 M characters, verified', value: median(exact), unit: 'ms' },
      ...{ yardstick: 'indexOf after normalising', yardstickValue: median(plain) },
      goal: { of: 'ratio', most: 5 },
    }),
    row({
      ...{ name: 'the same with 5 % of its words wrong', value: median(altered), unit: 'ms' },
      ...yardstick,
      goal: { of: 'ratio', most: 0.3 },
    }),
    row({
      ...{ name: 'the same where its place was stored', value: median(hinted), unit: 'ms' },
      ...yardstick,
      goal: { of: 'ratio', most: 0.05 },
    }),
  ];
}

function wholeReport(random: Random, vocabulary: readonly string[]): Row[] {
  const texts = Array.from({ length: sourceCount }, () =>
    madeUpText(random, vocabulary, sourceWords),
  );
  const quotes = Array.from({ length: 1_000 }, (_, n) => {
    const text = pick(random, texts);
    const start = text.indexOf(' ', Math.floor(random() * (text.length - 2 * quoteLength))) + 1;
    const quote = wordsOf(text.slice(start, start + quoteLength));
    // In turn: as it stands, altered, and one that is in no source.
    if (n % 3 === 1) return withErrors(quote, random, vocabulary);
    return n % 3 === 2 ? madeUpText(random, vocabulary, 45) : quote;
  });
  const few = quotes.slice(0, 45);
  const fresh = texts.map(prepared);
  const first = timed(() => {
    few.forEach((quote) => verifyAgainstAll(quote, fresh));
  });
  const again = timed(() => {
    quotes.forEach((quote) => verifyAgainstAll(quote, fresh));
  });
  const scan = (asked: readonly string[]) =>
    timed(() => asked.map((quote) => texts.findIndex((text) => text.includes(quote))));
  const yardstick = 'indexOf over every text, as it stands';
  return [
    row({
      ...{
        name: `45 quotes against ${sourceCount} sources, folds built`,
        value: first,
        unit: 'ms',
      },
      ...{ yardstick, yardstickValue: scan(few) },
      goal: { of: 'value', most: 1_000 },
    }),
    row({
      ...{ name: `1,000 quotes against ${sourceCount} sources`, value: again, unit: 'ms' },
      ...{ yardstick, yardstickValue: scan(quotes) },
      goal: { of: 'value', most: 10_000 },
    }),
  ];
}

function prepared(text: string): PreparedSource {
  return prepareSource({ text, skipped: [], sections: [] });
}

/** Whole words only. */
function wordsOf(stretch: string): string {
  return stretch.slice(0, stretch.lastIndexOf(' '));
}

function withErrors(quote: string, random: Random, vocabulary: readonly string[]): string {
  return quote
    .split(' ')
    .map((word) => (random() < errors ? pick(random, vocabulary) : word))
    .join(' ');
}

/** By Zipf's law, as words of a language are. */
function madeUpText(random: Random, vocabulary: readonly string[], count: number): string {
  const words = Array.from({ length: count }, () => {
    const rank = Math.floor(vocabulary.length ** random()) - 1;
    return vocabulary[rank] ?? 'word';
  });
  return words.map((word, at) => (at % 17 === 16 ? `${word}.` : word)).join(' ');
}

function madeUpWord(random: Random): string {
  const length = 2 + Math.floor(random() * 8);
  return Array.from({ length }, () => pick(random, letters)).join('');
}
