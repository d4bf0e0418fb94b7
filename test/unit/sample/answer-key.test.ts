// The key is an oracle, so it is checked without the program it judges: only by what lies in the files.
import { describe, expect, test } from 'vitest';
import {
  classes,
  key,
  lineOf,
  readSource,
  reportLines,
  tiers,
  type KeySegment,
} from './answer-key.ts';

const { quotes } = key.verify.result;
const segments = quotes.flatMap((quote) => quote.segments);

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
