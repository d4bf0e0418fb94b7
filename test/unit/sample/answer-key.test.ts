// The key is an oracle, so it is checked without the program it judges: only by what lies in the files.
import { describe, expect, test } from 'vitest';
import { key, readSource, reportLines, type KeyQuote, type KeySegment } from './answer-key.ts';

const { report, quotes, lints } = key.verify.result;
const segments = quotes.flatMap((quote) => quote.segments);

const tiers =
  'verbatim whitespace typography skeleton marked too-short altered out-of-order weak not-found'.split(
    ' ',
  );
const classes = 'number negation name hedge omission added word spelling'.split(' ');
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

const squeeze = (text: string) => text.replace(/\s+/g, ' ');
/** Without page numbers and running heads that stand on lines of their own. */
const withoutFurniture = (text: string) =>
  squeeze(text.replace(/\n\d+\n|\nCOUNCIL FOR THE OUTER STRAITS – .*\n/g, '\n'));
const bareTypography = (text: string) =>
  text
    .replace(/\\/g, '')
    .replace(/[“”‘’"']/g, "'")
    .replace(/[–—]/g, '-');
const skeleton = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

const same: Readonly<Record<string, (text: string, passage: string) => boolean>> = {
  verbatim: (text, passage) => text === passage,
  whitespace: (text, passage) => text !== passage && text === withoutFurniture(passage),
  typography: (text, passage) =>
    squeeze(text) !== squeeze(passage) && bareTypography(text) === bareTypography(passage),
  skeleton: (text, passage) =>
    bareTypography(text) !== bareTypography(squeeze(passage)) &&
    skeleton(text) === skeleton(passage),
  marked: (text) => /\[[^\]]+\]/.test(text),
  'too-short': (text, passage) => text === passage && text.split(' ').length < 5,
  'out-of-order': (text, passage) => text === passage,
  altered: (text, passage) => text !== passage,
  weak: (text, passage) => text !== passage,
};

function passageOf({ source, start, end }: KeySegment): string {
  return source === undefined ? '' : readSource(source).slice(start, end);
}

function lineOf(line: number): string {
  return reportLines[line - 1] ?? '';
}

/** The nearest line before or after the quote that begins otherwise than with a quotation mark and is not empty. */
function introductionOf(quote: KeyQuote): number {
  let line = quote.line - 1;
  while (lineOf(line) === '') line--;
  return line;
}

describe('the verdicts', () => {
  test('each quote begins in its line of the report, under its section', () => {
    for (const {
      line,
      section,
      segments: [first],
    } of quotes) {
      expect(lineOf(line).startsWith(`“${first?.text ?? '?'}`)).toBe(true);
      const before = reportLines.slice(0, line);
      const [question, subquestion] = section.split(' / ');
      expect(before.findLast((each) => each.startsWith('## '))).toBe(`## ${question ?? ''}`);
      expect(before.findLast((each) => each.startsWith('### '))).toBe(`### ${subquestion ?? ''}`);
    }
  });

  test('a quote in its line is its segments with gaps between them', () => {
    for (const { line, segments: parts } of quotes) {
      const inner = lineOf(line).replace(/^“/, '').replace(/”$/, '');
      expect(inner).toBe(parts.map(({ text }) => text).join(' [...] '));
    }
  });

  test('the citation is the line the quote is followed by', () => {
    for (const { line, cites } of quotes) {
      const after = reportLines.slice(line);
      const next = after.find((each) => each.startsWith('#') || each.includes('last accessed:'));
      expect(cites).toBe(next?.startsWith('#') === true ? '' : next);
    }
  });

  test.each(segments.filter(({ tier }) => tier !== 'not-found'))(
    '$tier: the offsets hold the passage of “$text”',
    (segment) => {
      const passage = passageOf(segment);
      expect(same[segment.tier]?.(segment.text, passage)).toBe(true);
      expect(passage).toBe(passage.trim());
      for (const { quote, source } of segment.differences) {
        expect(segment.text).toContain(quote);
        expect(passage).toContain(source);
        expect(quote).not.toBe(source);
      }
    },
  );

  test('what is not found has neither source nor place, nor do its words stand in a source', () => {
    const lost = segments.filter(({ tier }) => tier === 'not-found');
    const texts = key.sources.map(({ file }) => skeleton(readSource(file)));
    for (const segment of lost) {
      expect(Object.keys(segment)).toEqual(['text', 'tier', 'differences', 'flags']);
      expect(texts.some((text) => text.includes(skeleton(segment.text)))).toBe(false);
    }
  });

  test('a verdict is the worst of its segments, which are of one source', () => {
    for (const { verdict, source, segments: parts } of quotes) {
      const worst = Math.max(...parts.map(({ tier }) => tiers.indexOf(tier)));
      expect(verdict).toBe(tiers[worst]);
      expect(new Set(parts.map((part) => part.source))).toEqual(new Set([source]));
    }
  });

  test('segments follow one another, but for the one out of order', () => {
    for (const { segments: parts } of quotes)
      for (const [i, part] of parts.entries()) {
        const before = parts[i - 1]?.end ?? 0;
        if (part.start === undefined) continue;
        expect(part.start >= before).toBe(part.tier !== 'out-of-order');
      }
  });

  test('differences and editions hold words of the sources they name, worst first and by name', () => {
    for (const { editions, source } of quotes) {
      const names = editions.map((edition) => edition.source);
      expect(names).toEqual([...names].sort());
      expect(names).not.toContain(source);
      for (const edition of editions)
        for (const difference of edition.differences)
          expect(readSource(edition.source)).toContain(difference.source);
    }
    for (const { differences } of segments) {
      const ranks = differences.map((each) => classes.indexOf(each.class));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });
});

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
