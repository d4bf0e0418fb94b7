import { expect, test } from 'vitest';
import { citation, complaints, findings, sentence } from '../../../../support/made-up-report.ts';

const quote = `“${sentence}”`;

test('a quote without a citation before the next introduction or heading is told', () => {
  const report = findings(
    'Delta Watch states:',
    quote,
    'The Gazette writes on another day:',
    quote,
    citation,
    'The last one says:',
    quote,
    '## 2. Another section',
  );
  expect(complaints(report)).toEqual(['citation-missing 5', 'citation-missing 15']);
});

test('several quotes may share a citation, also with a word of the report between them', () => {
  expect(complaints(findings('Delta Watch states:', quote, quote, citation))).toEqual([]);
  const report = findings('Delta Watch states:', quote, 'The same report adds:', quote, citation);
  expect(complaints(report)).toEqual([]);
});

test('a footnote is a citation', () => {
  expect(complaints(findings(`Delta Watch says ${quote}[1]`, `[1] ${citation}`))).toEqual([]);
  expect(complaints(findings(`The Gazette says ${quote} (Gazette 3 May 2024, p. 2).`))).toEqual([]);
});
