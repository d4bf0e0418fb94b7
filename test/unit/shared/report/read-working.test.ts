import { expect, test } from 'vitest';
import { parseReport } from '../../../../shared/report/parse-report.ts';
import { readWorkingLines } from '../../../../shared/report/read-working.ts';
import type { MarkedRange, RangeKind } from '../../../../shared/text/working-text.ts';
import { citation, sentence } from '../../../support/made-up-report.ts';

const paragraphs: readonly (readonly [string, RangeKind | 'heading' | ''])[] = [
  ['Law of the mills', 'heading'],
  ['Delta Watch states:', ''],
  [`“${sentence}`, ''],
  ['Harbour Network – page 2', 'furniture'],
  [`“${sentence}” 7`, ''],
  [`7 ${citation}`, 'footnote'],
];

function working() {
  const text = paragraphs.map(([paragraph]) => paragraph).join('\n\n');
  const ranges: MarkedRange[] = [];
  const sections: { start: number; level: number; title: string }[] = [];
  let start = 0;
  for (const [paragraph, kind] of paragraphs) {
    if (kind === 'heading') sections.push({ start, level: 1, title: paragraph });
    else if (kind !== '') ranges.push({ start, end: start + paragraph.length, kind, page: 0 });
    start += paragraph.length + 2;
  }
  return { text, ranges, sections };
}

test('the paragraphs of a PDF are counted, without running heads, with its footnotes', () => {
  const lines = readWorkingLines(working());
  expect(lines).toEqual([
    { number: 1, text: 'Law of the mills', heading: 1 },
    { number: 2, text: 'Delta Watch states:' },
    { number: 3, text: `“${sentence}` },
    { number: 4, text: '' },
    { number: 5, text: `“${sentence}” 7` },
    { number: 6, text: ` ${citation}`, note: '7' },
  ]);
  const [finding] = parseReport(lines, false).findings;
  expect(finding?.quotes).toMatchObject([
    { line: 3, text: `“${sentence}\n\n“${sentence}”`, balanced: true },
  ]);
  expect(finding?.citations).toMatchObject([{ line: 6, publisher: 'Delta Watch' }]);
});
