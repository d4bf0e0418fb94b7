import { expect, test } from 'vitest';
import type { DocxInline, DocxParagraph } from '../../../../shared/docx/docx-document.ts';
import { parseReport } from '../../../../shared/report/parse-report.ts';
import { readDocxLines } from '../../../../shared/report/read-docx-lines.ts';
import { citation, complaints, sentence } from '../../../support/made-up-report.ts';

const paragraph = (
  inlines: string | readonly DocxInline[],
  more: Partial<DocxParagraph> = {},
): DocxParagraph => ({
  kind: 'paragraph',
  inlines: typeof inlines === 'string' ? [{ text: inlines }] : inlines,
  isItem: false,
  ...more,
});
const inBold = (text: string): DocxInline => ({ text, bold: true });
const refer = (note: string): DocxInline => ({ text: '', note });
const formats = { footnoteFormat: 'decimal', endnoteFormat: 'lowerRoman' };

test('the paragraphs of a word processor are read as a report, with footnotes for citations', () => {
  const [before, bold, after] = ['“', sentence.slice(4, 15), sentence.slice(15)];
  const lines = readDocxLines({
    blocks: [
      paragraph('1. Law', { heading: 1 }),
      paragraph(''),
      paragraph('Delta Watch states:'),
      paragraph([
        { text: before + sentence.slice(0, 4) },
        inBold(bold),
        { text: `${after}”` },
        refer('2'),
      ]),
      paragraph('a) Fines', { heading: 9 }),
      paragraph('Delta Watch states:'),
      paragraph([{ text: sentence }, refer('3')], { role: 'quote' }),
    ],
    notes: {
      ...formats,
      byId: new Map([
        ['2', [paragraph(` ${citation}`)]],
        ['3', [paragraph(' Ibid., p. 4')]],
      ]),
    },
  });
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

test('automatic numbers are read with the words they stand before, bullets are not', () => {
  const marked = (text: string, isBullet: boolean) =>
    paragraph([inBold('Law')], {
      marker: { text, isBullet, depth: 1 },
      isItem: true,
    });
  const lines = readDocxLines({
    blocks: [marked('1.2', false), marked('•', true)],
    notes: { ...formats, byId: new Map() },
  });
  expect(lines).toMatchObject([
    { text: '1.2 Law', emphasis: [{ start: 4, end: 7 }], style: 'list' },
    { text: 'Law', emphasis: [{ start: 0, end: 3 }], style: 'list' },
  ]);
});

test('the paragraphs of a table are lines of their own, row by row', () => {
  const cell = (text: string) => ({ blocks: [paragraph(text)], columns: 1, rows: 1 });
  const rows = [{ isHeader: true, cells: [cell('a'), cell('b')] }];
  const lines = readDocxLines({
    blocks: [{ kind: 'table', rows }, paragraph('c')],
    notes: { ...formats, byId: new Map() },
  });
  expect(lines.map(({ number, text }) => [number, text])).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ]);
});
