import { expect, test } from 'vitest';
import { firstColourWords } from '../../../../shared/evidence/colour-words.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import type { Organisation } from '../../../../shared/evidence/organisation.ts';
import { exportCsv } from '../../../../shared/export/csv.ts';
import { exportHtml } from '../../../../shared/export/html.ts';
import { exportMarkdown } from '../../../../shared/export/markdown.ts';
import { buildReport } from '../../../../shared/export/report.ts';
import { quoted, source } from '../../../support/quoted.ts';

const desk: Organisation = {
  id: randomId(),
  name: source(1).details.publisher.toUpperCase(),
  sourceType: 'ngo',
  selfDescription: 'an independent desk',
  disclaimer: 'No advice.',
};
const surroundings = {
  colourWords: { ...firstColourWords, supports: 'for the claim' },
  organisations: [desk],
};

function report(details = {}) {
  const options = { groupBy: 'source', title: 'Quotes', generatedAt: 0, appVersion: '1' } as const;
  const mark = quoted(1, { source: source(1, details) });
  return buildReport([mark], options, new Map(), [], surroundings);
}

test('the list of sources says who a publisher is and what it disclaims, and of which series a source is', () => {
  const markdown = exportMarkdown(report({ series: 'Monitor', edition: '2025' }));
  expect(markdown).toContain('Series: Monitor, 2025');
  expect(markdown).toContain('*an independent desk*');
  expect(markdown).toContain('Disclaimer: No advice.');
  expect(exportHtml(report())).toContain('<em>an independent desk</em>');
});

test('what a source itself disclaims stands before what its publisher does', () => {
  const [cited] = report({ disclaimer: 'Only a draft.' }).sources;
  expect(cited?.disclaimer).toBe('Only a draft.');
});

test('a colour goes into tables by its key and by the name people gave it; no page for a court shows it', () => {
  const row = exportCsv(report()).split('\r\n')[1] ?? '';
  expect(row).toContain('supports');
  expect(row).toContain('for the claim');
  expect(exportMarkdown(report())).not.toContain('for the claim');
});
