import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReportView } from '../../../../renderer/report/check-messages.ts';
import { entriesOf, tallyOf } from '../../../../renderer/report/entries.ts';
import type { SourceId } from '../../../../shared/evidence/ids.ts';
import { checkReport } from '../../../../shared/report/check-report.ts';
import { parseReport } from '../../../../shared/report/parse-report.ts';
import { readTextLines } from '../../../../shared/report/read-lines.ts';
import { sourceFacts } from '../../../../shared/report/source-facts.ts';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';

const sample = path.resolve(import.meta.dirname, '../../../../assets/sample');
const names = ['annual-monitor-2025.txt', 'moshan-evening-post-zh.txt'];

function viewOf(report: string): ReportView {
  const held = names.map((name) => {
    const text = readFileSync(path.join(sample, 'sources', name), 'utf8');
    const source = { text, skipped: [], sections: [] };
    return { facts: sourceFacts(name, text, {}, undefined), prepared: prepareSource(source) };
  });
  const parsed = parseReport(readTextLines(report), true);
  return {
    report: parsed,
    checked: checkReport(parsed, held, ['LX']),
    sources: names.map((title, at) => ({ id: `${at}`.repeat(32) as SourceId, title })),
    unit: 'line',
  };
}

const view = viewOf(readFileSync(path.join(sample, 'report/country-report.md'), 'utf8'));

describe('what was found in the sample report', () => {
  const { problems, quotes, complaints, rest } = entriesOf(view);

  test('lists every quote and every complaint once, in the order of the report', () => {
    expect(quotes).toHaveLength(view.checked.quotes.length);
    expect(complaints).toHaveLength(view.checked.lints.length);
    const lines = quotes.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(rest.map(({ kind }) => kind)).toEqual(rest.map(() => 'rest'));
  });

  test('puts quotes that are in no source before all else, and clean quotes nowhere', () => {
    const kinds = problems.map((entry) =>
      entry.kind === 'quote' ? entry.quote.result.verdict.verdict : entry.kind,
    );
    expect(kinds.indexOf('lint')).toBeGreaterThan(kinds.lastIndexOf('altered'));
    expect(kinds[0]).toMatch(/not-found|weak/);
    const clean = problems.filter(
      (entry) =>
        entry.kind === 'quote' &&
        entry.quote.result.verdict.verdict === 'verbatim' &&
        entry.quote.result.verdict.segments.every(({ flags }) => flags.length === 0),
    );
    expect(clean).toEqual([]);
  });

  test('judges a translation by its original', () => {
    const translated = quotes.flatMap((entry) =>
      entry.kind === 'quote' && entry.quote.originals.length > 0 ? [entry.quote] : [],
    );
    expect(translated.length).toBeGreaterThan(0);
    const { proven, doubtful, wrong } = tallyOf(view);
    expect(proven + doubtful + wrong).toBe(quotes.length);
    const notFound = translated.filter(({ result }) => result.verdict.verdict === 'not-found');
    expect(notFound.length).toBeGreaterThan(0);
    expect(wrong).toBeLessThan(
      view.checked.quotes.filter(({ result }) =>
        ['altered', 'out-of-order', 'weak', 'not-found'].includes(result.verdict.verdict),
      ).length,
    );
  });
});

test('a report without quotes has no problems of quotes', () => {
  const { problems, quotes } = entriesOf(viewOf('A letter.\n\nNothing is quoted here.\n'));
  expect(quotes).toEqual([]);
  expect(problems.every(({ kind }) => kind !== 'quote')).toBe(true);
});
