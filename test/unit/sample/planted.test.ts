import { describe, expect, test } from 'vitest';
import {
  classes,
  key,
  lineOf,
  readSource,
  reportLines,
  tiers,
  type KeyQuote,
} from './answer-key.ts';

const { report, quotes, lints } = key.verify.result;
const segments = quotes.flatMap((quote) => quote.segments);

const flags = (
  'starts-mid-sentence ends-mid-sentence negation-before hedge-before attribution-before contrast-after ' +
  'gap-contrast gap-section gap-long gap-speaker bracket-swallows'
).split(' ');

/** What the line a lint points to must look like. */
const pointedAt: Readonly<Record<string, RegExp>> = {
  'citation-missing': /^“.*”$/,
  'citation-malformed': /^(?!.*(?:n\.d\.|\d{4}, last)).*last accessed: \d/,
  'access-date-malformed': /last accessed: 31 February 2026$/,
  'accessed-after-report': /last accessed: 2 April 2026$/,
  'accessed-before-publication': /, 14 March 2025, last accessed: 2 March 2025$/,
  'intro-date-differs': /^In a briefing of 3 March 2025 /,
  'intro-number-differs': /\b58 prosecutions\b.*:$/,
  'listed-not-cited': /^- Harbour Institute for Labour Studies: /,
  'cited-not-listed': /^The Beigang Courier, “/,
  'timeframe-differs': /published between 14 March 2025 and /,
  'quote-unclosed': /^“[^”]*$/,
  'emphasis-unnoted': /^“(?!.*\[emphasis).*\*\w+\*/,
  'original-missing': /^“/,
  'translation-note-missing': /^“/,
  'gap-parity': /^“(?:.*\[\.\.\.\]){2}/,
  'number-parity': /^“.*\b1,300\b/,
  'identifier-leak': /\bLX\b/,
  'negative-claim-contradicted': /does not mention debt bondage\.$/,
  'newer-edition-held': /“Annual Monitor 2024: Haiyun”/,
  'pinpoint-missing': /^(?!.*\bpp?\. \d).*“Annual Monitor 2025: Haiyun”/,
};

/** The nearest line before or after the quote that begins otherwise than with a quotation mark and is not empty. */
function introductionOf(quote: KeyQuote): number {
  let line = quote.line - 1;
  while (lineOf(line) === '') line--;
  return line;
}

describe('what is planted', () => {
  test('every tier, class and flag', () => {
    expect(new Set(segments.map(({ tier }) => tier))).toEqual(new Set(tiers));
    const planted = segments.flatMap(({ differences }) => differences);
    expect(new Set(planted.map((difference) => difference.class))).toEqual(new Set(classes));
    expect(segments.flatMap((segment) => segment.flags).toSorted()).toEqual(flags.toSorted());
  });

  test('every lint once, each at a line that has the fault', () => {
    expect(lints.map(({ id }) => id).toSorted()).toEqual(Object.keys(pointedAt).toSorted());
    for (const { id, line } of lints) expect(lineOf(line)).toMatch(pointedAt[id] ?? /^$/);
    const lines = lints.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  test('clean controls, with nothing to say of quote, introduction or citation', () => {
    const faulty = new Set(lints.map(({ line }) => line));
    const clean = quotes.filter(
      (quote) =>
        tiers.indexOf(quote.verdict) < tiers.indexOf('too-short') &&
        quote.segments.every((segment) => segment.flags.length === 0) &&
        ![quote.line, introductionOf(quote)].some((line) => faulty.has(line)),
    );
    expect(clean.map(({ verdict }) => verdict)).toEqual(
      expect.arrayContaining(['verbatim', 'marked']),
    );
    const silent = lineOf(reportLines.findIndex((line) => line.includes('Chapter LXX')) + 1);
    expect(silent).toContain('LX and'); // beside the leak, a numeral that is none
    for (const control of ['does not mention interpreters', 'No information on conscription']) {
      expect(faulty).not.toContain(reportLines.findIndex((line) => line.includes(control)) + 1);
    }
    expect(readSource('returnees.md')).not.toMatch(/interpret/i);
  });

  test('the counts are those of the report', () => {
    const count = (pattern: RegExp) => reportLines.filter((line) => pattern.test(line)).length;
    expect(report).toEqual({
      date: '2026-03',
      findings: 16,
      quotes: count(/^“/),
      originals: count(/^ORIGINAL SOURCE: “.*”$/),
      citations: count(/last accessed:/),
      unparsed: count(/^\+\+\+/),
    });
    expect([report.quotes, report.originals, report.citations, report.unparsed]).toEqual([
      16, 4, 15, 1,
    ]);
    expect(lineOf(5)).toBe('March 2026');
  });

  test('originals stand in the Chinese source, piece by piece', () => {
    const chinese = readSource('moshan-evening-post-zh.txt');
    for (const line of reportLines.filter((each) => each.startsWith('ORIGINAL SOURCE')))
      for (const piece of line.slice('ORIGINAL SOURCE: “'.length, -1).split('[...]'))
        expect(chinese).toContain(piece);
  });
});
