// The provenance annex: how each quote's words agree with its source's, and how each source came here. Plain sentences, for
// every format that has room for them.
import { elsewhereSentences } from '../quote/elsewhere.ts';
import { parityFindings } from '../quote/translation.ts';
import { unambiguousDate } from '../quote/unambiguous-date.ts';
import { differenceWords, flagSentence, proofWords } from '../quote/verdict-words.ts';
import { tiers, type Difference, type SegmentVerdict } from '../verify/verdict.ts';
import type { CitedSource } from './cited-sources.ts';
import type { ReportQuote } from './report-quote.ts';
import type { QuoteReport } from './report.ts';

export const provenanceHeading = 'Verification and provenance';

export interface ProvenanceEntry {
  readonly number: number;
  /** The verdict by its name. */
  readonly verdict: string;
  readonly isGood: boolean;
  readonly means: string;
  /** One a finding: differences first, then what a cut hides. */
  readonly findings: readonly string[];
  /** Where its parts stand in the text, or empty. */
  readonly places: string;
}

export function provenanceOf({ quotes }: Pick<QuoteReport, 'quotes'>): readonly ProvenanceEntry[] {
  return quotes.flatMap((quote) => {
    const { proof, number } = quote;
    if (proof === undefined) return [];
    const { name, means, tone } = proofWords(proof);
    const entry = { number, verdict: name, means, isGood: tone === 'good' };
    return [{ ...entry, findings: findingsOf(quote), places: placesOf(quote) }];
  });
}

/** “Differences: …” and “in mid-sentence” findings as one line each. */
export function findingsOf(quote: ReportQuote): readonly string[] {
  const segments = segmentsOf(quote);
  return [
    ...segments.flatMap(({ differences }) => differences.map(differenceSentence)),
    ...segments.flatMap(({ flags }) => flags.map(flagSentence)),
    ...(quote.translation === undefined
      ? []
      : parityFindings(quote.translation.text, quote.exact).map(
          (finding) => `translation: ${finding}`,
        )),
    ...(quote.elsewhere === undefined ? [] : elsewhereSentences(quote.elsewhere)),
  ];
}

/** “120–340, 500–610”: UTF-16 units of the text that was read of the original. */
export function placesOf(quote: ReportQuote): string {
  return segmentsOf(quote)
    .map(({ start, end }) => (start === undefined ? 'nowhere' : `${start}–${end ?? start}`))
    .join(', ');
}

export interface SourceRemark {
  readonly text: string;
  /** The publisher's own words about itself are set apart by italics. */
  readonly isOwnWords: boolean;
}

/** What stands below a source in the list: its series, who its publisher says it is, what it disclaims. */
export function sourceRemarks(source: CitedSource): readonly SourceRemark[] {
  const { series, selfDescription, disclaimer } = source;
  return [
    { text: series === '' ? '' : `Series: ${series}`, isOwnWords: false },
    { text: selfDescription, isOwnWords: true },
    { text: disclaimer === '' ? '' : `Disclaimer: ${disclaimer}`, isOwnWords: false },
  ].filter(({ text }) => text !== '');
}

export function captureSentence({ capturedAt, extractor }: CitedSource): string {
  const day = unambiguousDate(new Date(capturedAt).toISOString().slice(0, 10));
  const read = extractor === '' ? 'no text was read of it' : `its text was read by ${extractor}`;
  return `Taken into the locker from a file on ${day}; ${read}.`;
}

/** How many quotes have each verdict, the best first; without those nobody has. */
export function verdictCounts({ quotes }: Pick<QuoteReport, 'quotes'>): Record<string, number> {
  const counts = new Map<string, number>();
  const named = quotes.flatMap(({ proof }) => {
    if (proof === undefined) return [];
    return [proof.kind === 'verified' ? proof.verdict.verdict : proof.kind];
  });
  for (const verdict of [...tiers, 'no-text', 'orphan']) {
    const count = named.filter((each) => each === verdict).length;
    if (count > 0) counts.set(verdict, count);
  }
  return Object.fromEntries(counts);
}

function segmentsOf({ proof }: ReportQuote): readonly SegmentVerdict[] {
  return proof?.kind === 'verified' ? proof.verdict.segments : [];
}

function differenceSentence({ class: kind, quote, source }: Difference): string {
  const sides = [
    ...(quote === '' ? [] : [`the quote has “${quote}”`]),
    ...(source === '' ? [] : [`the source has “${source}”`]),
  ];
  return `${differenceWords[kind]}: ${sides.join(', ')}`;
}
