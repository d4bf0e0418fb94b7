import { expect, test } from 'vitest';
import type { DocxParagraph } from '../../../../shared/docx/read-docx.ts';
import { parseReport } from '../../../../shared/report/parse-report.ts';
import { readDocxLines } from '../../../../shared/report/read-docx-lines.ts';
import { citation, complaints, sentence } from '../../../support/made-up-report.ts';

const paragraph = (text: string, more: Partial<DocxParagraph> = {}): DocxParagraph => ({
  text,
  isQuotation: false,
  isItem: false,
  emphasis: [],
  ...more,
});

test('the paragraphs of a word processor are read as a report, with footnotes for citations', () => {
  const lines = readDocxLines([
    paragraph('1. Law', { heading: 1 }),
    paragraph(''),
    paragraph('Delta Watch states:'),
    paragraph(`“${sentence}”[^2]`, { emphasis: [{ start: 5, end: 16 }] }),
    paragraph('a) Fines', { heading: 9 }),
    paragraph('Delta Watch states:'),
    paragraph(`${sentence}[^3]`, { isQuotation: true }),
    paragraph(` ${citation}`, { note: '2' }),
    paragraph(' Ibid., p. 4', { note: '3' }),
  ]);
  const report = parseReport(lines, false);
  expect(
    report.findings.map(({ section, introduction, quotes, citations }) => [
      section,
      introduction?.line,
      quotes.map(({ line, text }) => [line, text]),
      citations.map(({ line, text }) => [line, text]),
    ]),
  ).toEqual([
    ['1. Law', 3, [[4, `“${sentence}”`]], [[8, citation]]],
    ['1. Law / a) Fines', 6, [[7, sentence]], [[9, 'Ibid., p. 4']]],
  ]);
  expect(report.findings[0]?.quotes[0]?.emphasised).toEqual(['river mills']);
  expect(complaints(report)).toEqual(['emphasis-unnoted 4']);
  expect(report.roles.filter((role) => role === 'unparsed')).toEqual([]);
});
