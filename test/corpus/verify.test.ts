// Quotes from real texts, changed in every way we know: a thousand seeded trials for each change.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../shared/text/decode.ts';
import { prepareSource, type PreparedSource } from '../../shared/verify/prepare-source.ts';
import { sourceFromRaw } from '../../shared/verify/raw-text.ts';
import { rankOf, type QuoteVerdict } from '../../shared/verify/verdict.ts';
import { verifyQuote } from '../../shared/verify/verify-quote.ts';
import { harmful, harmless, type Mutation } from '../support/quote-mutations.ts';
import { filesIn } from './shared-folder.ts';

const perTestMs = 300_000;
const runs = { numRuns: 1000, seed: 31 };

/** Held apart, so that a counterexample shows the sentence and not the whole text. */
const sources = new Map<string, PreparedSource>();

interface Quotable {
  readonly name: string;
  readonly sentence: string;
}

function sourceOf({ name }: Quotable): PreparedSource {
  return sources.get(name) ?? prepareSource(sourceFromRaw(''));
}

/** Whole sentences, found by a rule of this suite's own: lines that are prose, full stops before capitals, no initials. */
const quotable: Quotable[] = filesIn('sources', '.txt').flatMap((file) => {
  const decoded = decodeText(new Uint8Array(readFileSync(file)));
  if (decoded.kind !== 'text') throw new Error(decoded.kind);
  const raw = decoded.text;
  const name = path.basename(file);
  sources.set(name, prepareSource(sourceFromRaw(raw)));
  const lines = raw.split('\n').filter((line) => line.length > 120 && !/^[#[|>*-]/.test(line));
  return lines.flatMap((line) =>
    line
      .split(/(?<=[a-z\d,”"’)]{2}[.!?][”"]?(?: ?\d)?) (?=[A-Z“"])/)
      .filter((sentence, i, all) => {
        const whole = /^[“"]?[A-Z].*[a-z\d”"’)]{2}[.!?][”"’]?(?: ?\d)?$/.test(sentence);
        return whole && (i > 0 || all.length > 1) && sentence.split(' ').length >= 9;
      })
      .map((sentence) => ({ name, sentence: sentence.replace(/(?<=[.!?]) ?\d$/, '') })),
  );
});

interface Trial extends Quotable {
  readonly quote: string;
}

function trials(mutation: Mutation): fc.Arbitrary<Trial> {
  return fc
    .tuple(fc.constantFrom(...quotable), fc.array(fc.nat(99_999), { minLength: 4, maxLength: 4 }))
    .map(([item, numbers]) => {
      const left = [...numbers];
      const quote = mutation.apply(item.sentence, (below) => (left.shift() ?? 0) % below);
      return { ...item, quote: quote ?? '' };
    })
    .filter(({ quote }) => quote !== '');
}

function flagsOf({ segments }: QuoteVerdict): string[] {
  return segments.flatMap(({ flags }) => flags.map(({ flag, words }) => `${flag}: ${words}`));
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

describe('quotes from real texts', () => {
  test('there are enough to choose from', () => {
    expect(quotable.length).toBeGreaterThan(200);
  });

  test('whole sentences are verbatim, at their place, without a flag', () => {
    const wrong = quotable.flatMap((item) => {
      const { sentence } = item;
      const source = sourceOf(item);
      const { text: raw } = source.source;
      const verdict = verifyQuote(sentence, source);
      const [segment] = verdict.segments;
      const found = raw.slice(segment?.start, segment?.end);
      const flags = flagsOf(verdict);
      return verdict.verdict === 'verbatim' && found === sentence && flags.length === 0
        ? []
        : [{ ...item, verdict: verdict.verdict, flags }];
    });
    expect(wrong).toEqual([]);
  });

  test.each(harmless.map((mutation) => [mutation.name, mutation] as const))(
    'harmless: %s',
    (_, mutation) => {
      fc.assert(
        fc.property(trials(mutation), (trial) => {
          const { sentence, quote } = trial;
          const source = sourceOf(trial);
          const { text: raw } = source.source;
          const verdict = verifyQuote(quote, source);
          const [segment] = verdict.segments;
          expect(mutation.tiers).toContain(verdict.verdict);
          expect(flagsOf(verdict)).toEqual([]);
          expect(squeeze(raw.slice(segment?.start, segment?.end))).toBe(squeeze(sentence));
        }),
        runs,
      );
    },
    perTestMs,
  );

  test.each(harmful.map((mutation) => [mutation.name, mutation] as const))(
    'harmful: %s',
    (_, mutation) => {
      fc.assert(
        fc.property(trials(mutation), (trial) => {
          const verdict = verifyQuote(trial.quote, sourceOf(trial));
          if (flagsOf(verdict).length === 0)
            expect(rankOf(verdict.verdict)).toBeGreaterThanOrEqual(rankOf('altered'));
        }),
        runs,
      );
    },
    perTestMs,
  );

  test(
    'a gap leaves two segments at their places, in order',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...quotable), (item) => {
          const source = sourceOf(item);
          const { text: raw } = source.source;
          const words = item.sentence.split(' ');
          const first = words.slice(0, Math.ceil(words.length / 3)).join(' ');
          const last = words.slice(Math.floor((2 * words.length) / 3)).join(' ');
          const { verdict, segments } = verifyQuote(`${first} [...] ${last}`, source);
          expect(rankOf(verdict)).toBeLessThanOrEqual(rankOf('too-short'));
          expect(segments.map(({ start, end }) => raw.slice(start, end))).toEqual([first, last]);
          expect(segments[0]?.end).toBeLessThanOrEqual(segments[1]?.start ?? 0);
        }),
        runs,
      );
    },
    perTestMs,
  );

  test(
    'swapped halves are out of order, unless the text has them so',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...quotable), (item) => {
          const source = sourceOf(item);
          const words = item.sentence.split(' ');
          const half = words.length >> 1;
          const [first, last] = [words.slice(0, half).join(' '), words.slice(half).join(' ')];
          const { verdict, segments } = verifyQuote(`${last} [...] ${first}`, source);
          if (verdict === 'out-of-order') return;
          // A stock formula: its first half stands a second time, further on.
          const { start, end } = segments[1] ?? {};
          expect(start).toBeGreaterThanOrEqual(segments[0]?.end ?? Infinity);
          expect(squeeze(source.source.text.slice(start, end))).toBe(squeeze(first));
        }),
        runs,
      );
    },
    perTestMs,
  );
});
