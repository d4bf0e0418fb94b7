import { describe, expect, test } from 'vitest';
import type { AnyId } from '../../../../shared/evidence/ids.ts';
import { exportCsv } from '../../../../shared/export/csv.ts';
import { exportDocx } from '../../../../shared/export/docx.ts';
import { exportHtml } from '../../../../shared/export/html.ts';
import { exportJson } from '../../../../shared/export/json.ts';
import { exportManifest } from '../../../../shared/export/manifest.ts';
import { exportMarkdown } from '../../../../shared/export/markdown.ts';
import { buildReport } from '../../../../shared/export/report.ts';
import { checkedSource, checkQuote } from '../../../../shared/quote/check-quote.ts';
import type { ComposedQuote } from '../../../../shared/quote/composed-quote.ts';
import { draftOf } from '../../../../shared/quote/draft.ts';
import { stopsExport } from '../../../../shared/quote/verdict-words.ts';
import { contentOn } from '../../../support/composed.ts';
import { quoted, source } from '../../../support/quoted.ts';
import { readZip } from '../../../support/zip.ts';

const text =
  'However, the ministry said it ran ten shelters. It closed two of them in the winter, and nobody knows why.';

function composed(): ComposedQuote {
  const stood = source(1);
  const start = text.indexOf('the ministry');
  const content = contentOn(
    text,
    [
      [start, text.indexOf(' It closed')],
      [text.indexOf('in the winter'), text.length],
    ],
    {
      workingFile: stood.working?.file ?? '',
      edits: [{ kind: 'case', start, end: start + 1 }],
      emphasis: [{ start: text.indexOf('ten'), end: text.indexOf(' shelters'), by: 'added' }],
      note: 'the figure',
    },
  );
  const { pieces, verdict } = checkQuote(
    draftOf(content),
    checkedSource({ text, ranges: [], sections: [] }),
  );
  const id = 'c'.repeat(32) as AnyId;
  const made = { madeBy: id, madeAt: 0, changedAt: 0 };
  return {
    quote: { ...content, ...made, id, source: stood.id },
    source: stood,
    tags: [],
    madeBy: { id, name: 'R. Ito', colour: '#17616b' },
    section: 'Shelters',
    paragraph: '',
    unverified: false,
    pieces,
    proof: { kind: 'verified', verdict },
  };
}

const generatedAt = Date.UTC(2026, 10, 14, 9, 5);
const options = { groupBy: 'source', title: 'Quotes', generatedAt, appVersion: '1.0.0' } as const;
const report = buildReport([composed(), quoted(2)], options);

describe('a composed quote in an export', () => {
  test('stands as it is printed, with its pinpoint, its verdict and what its cuts hide', () => {
    const [first] = report.quotes;
    expect(first?.exact).toBe(
      '[T]he ministry said it ran *ten* shelters. [...] in the winter, and nobody knows why. [emphasis added]',
    );
    expect(first?.pinpoint).toBe('section ‘Shelters’');
    expect(first?.proof).toMatchObject({ verdict: { verdict: 'marked' } });
  });

  test('has italics on the web page and in Word, asterisks where there are none', async () => {
    expect(exportHtml(report)).toContain('ran <em>ten</em> shelters');
    const parts = readZip(await exportDocx(report));
    const document = parts.find(({ name }) => name === 'word/document.xml')?.bytes.toString('utf8');
    expect(document).toMatch(/<w:i\/>(?:(?!<\/w:r>).)*ten<\/w:t>/);
    expect(exportMarkdown(report)).toContain('> “[T]he ministry said it ran *ten* shelters. [...]');
    expect(exportCsv(report)).toContain('"[T]he ministry said it ran *ten* shelters.');
  });

  test('has its annex: tier by name, findings and places; no person and no similarity', () => {
    for (const file of [exportHtml(report), exportMarkdown(report)]) {
      expect(file).toContain('Verification and provenance');
      expect(file).toContain('marked edits');
      expect(file).toContain('begins in mid-sentence, after “However,');
      expect(file).toContain('Characters 9–47, 70–106');
      expect(file).toContain('Taken into the locker from a file on 9 October 2025');
      expect(file).not.toContain('Ito');
    }
    expect(exportJson(report)).not.toContain('similarity');
  });

  test('is an annotation of all its passages, with the verdict as it was', () => {
    const { first } = JSON.parse(exportJson(report)) as {
      first: { items: { printed?: string; target: unknown; verification?: unknown }[] };
    };
    expect(first.items[0]).toMatchObject({
      printed: report.quotes[0]?.exact,
      target: [{ selector: [{ exact: 'the ministry said it ran ten shelters.' }, {}] }, {}],
      verification: { verdict: 'marked', segments: [{ tier: 'marked', start: 9, end: 47 }, {}] },
    });
    expect(first.items[1]).not.toHaveProperty('printed');
  });

  test('is counted by its verdict in the manifest', () => {
    expect(JSON.parse(exportManifest(report, []))).toMatchObject({
      verification: { marked: 1 },
      counts: { quotes: 2 },
    });
  });
});

test('what differs from its source is no quote: altered and worse stop an export, too short does not', () => {
  const stops = (tier: string): boolean =>
    stopsExport({ kind: 'verified', verdict: { verdict: tier as 'altered', segments: [] } });
  expect(['altered', 'out-of-order', 'weak', 'not-found'].map(stops)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(
    ['verbatim', 'whitespace', 'typography', 'skeleton', 'marked', 'too-short'].some(stops),
  ).toBe(false);
  expect(stopsExport({ kind: 'orphan' })).toBe(true);
});
