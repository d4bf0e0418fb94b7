import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../../../shared/report/parse-report.ts';
import { readTextLines } from '../../../../shared/report/read-lines.ts';
import type { Report } from '../../../../shared/report/report.ts';
import { citation, findings, parsed, sentence } from '../../../support/made-up-report.ts';

const quotes = ({ findings: found }: Report) =>
  found.flatMap((finding) => finding.quotes.map(({ line, text }) => ({ line, text })));
const citationLines = ({ findings: found }: Report) =>
  found.map(({ citations }) => citations.map(({ line }) => line));

const wholeReport = `# Republic of Haiyun: work at the mills

Harbour Research Network

June 2025

Case code: HRN-2025-07

## Contents

1. Law
a) The Labour Act
2. Protection
About the organisation

## Letter to the reader

This report was written by volunteers. “We show quotes as they were printed in the sources.”

## Research timeframe

The earliest source was published on 12 June 2007. Sources were accessed until 3 June 2025.

## Sources consulted

### Non-governmental organisations

**Delta Watch**

*A group that “watches over the rivers of the republic and those who work there”.*

Salt Union – consulted, nothing found

## 1. Law

### a) The Labour Act

In its 2007 report, Delta Watch noted:

“${sentence} [...] Nobody counts them.

“They sleep in the halls.”

${citation}

The report does not mention shelters.

Please see section 2.

Here the compiler lost a line

## 2. Protection

Delta Watch adds:

“Shelters are open to women only and close at night.” ${citation}

## About the organisation

HRN is a network.`;

describe('a whole report', () => {
  const report = parseReport(readTextLines(wholeReport), true);
  const roleOf = (start: string) =>
    report.roles[report.lines.findIndex(({ text }) => text.startsWith(start))];

  test('has title, maker and date on its cover', () => {
    expect(report.cover).toEqual({
      title: 'Republic of Haiyun: work at the mills',
      organisation: 'Harbour Research Network',
      date: { value: '2025-06', precision: 'month' },
    });
  });

  test('has findings with introduction, quote and citation, by section', () => {
    expect(
      report.findings.map(({ section, introduction }) => [section, introduction?.text]),
    ).toEqual([
      ['1. Law / a) The Labour Act', 'In its 2007 report, Delta Watch noted:'],
      ['2. Protection', 'Delta Watch adds:'],
    ]);
    expect(quotes(report).map(({ text }) => text)).toEqual([
      `“${sentence} [...] Nobody counts them.\n\n“They sleep in the halls.”`,
      '“Shelters are open to women only and close at night.”',
    ]);
    expect(report.findings.map(({ citations }) => citations.map(({ text }) => text))).toEqual([
      [citation],
      [citation],
    ]);
  });

  test('does not take quotes of the front matter for findings, nor a table of contents for sections', () => {
    expect(roleOf('This report was written')).toBe('front-matter');
    expect(roleOf('1. Law')).toBe('contents');
    expect(roleOf('## 1. Law')).toBe('heading');
    expect(roleOf('*A group that')).toBe('source-list');
  });

  test('lists the sources, with those in which nothing was found', () => {
    expect(report.listed.map(({ name, nothingFound }) => [name, nothingFound])).toEqual([
      ['Delta Watch', false],
      ['Salt Union', true],
    ]);
  });

  test('says what the report claims not to have found', () => {
    expect(report.gaps.map(({ topic, where }) => [topic, where])).toEqual([
      ['shelters', 'The report'],
    ]);
  });

  test('counts what could not be placed', () => {
    expect(roleOf('Please see')).toBe('cross-reference');
    const unparsed = report.lines.filter((_, i) => report.roles[i] === 'unparsed');
    expect(unparsed.map(({ text }) => text)).toEqual(['Here the compiler lost a line']);
  });
});

describe('a quote', () => {
  test('may stand behind its introduction and before its citation in one paragraph', () => {
    const report = findings(
      `In its report “The Mills of the North”, published in June 2007, Delta Watch states: “${sentence}” ${citation}`,
    );
    expect(quotes(report)).toEqual([{ line: 3, text: `“${sentence}”` }]);
    expect(citationLines(report)).toEqual([[3]]);
  });

  test('holds inner quotation marks of its own kind', () => {
    const text = '“They spoke of “labour transfer” and “training.” Nobody believed them.”';
    expect(quotes(findings('Delta Watch states:', text, citation))).toEqual([{ line: 5, text }]);
  });

  test.each([
    ['straight', `"${sentence} It is called "labour transfer" there."`],
    ['single', '‘The workers’ homes are cold, and nobody’s asked.’'],
    ['low', `„${sentence}“`],
    ['angled', `«${sentence}»`],
  ])('may have %s marks', (_, text) => {
    expect(quotes(findings('Delta Watch states:', text, citation))).toEqual([{ line: 5, text }]);
  });

  test('may be a block without any marks', () => {
    const report = findings('Delta Watch states the following:', sentence, sentence, citation);
    expect(quotes(report)).toEqual([{ line: 5, text: `${sentence}\n\n${sentence}` }]);
    expect(quotes(findings('Delta Watch states:', `> ${sentence}`, citation))).toEqual([
      { line: 5, text: sentence },
    ]);
  });

  test('may be one of several of a citation', () => {
    const report = findings('Delta Watch states:', `- “${sentence}”`, `- “${sentence}”`, citation);
    expect(quotes(report).map(({ line }) => line)).toEqual([5, 7]);
    expect(report.findings).toHaveLength(1);
  });

  test('within a sentence counts when it has five words and a citation', () => {
    const report = findings(
      `Delta Watch says that “${sentence}”[^1] The law calls them “guests of the mill”.`,
      `[^1]: ${citation}`,
    );
    expect(quotes(report)).toEqual([{ line: 3, text: `“${sentence}”` }]);
    expect(citationLines(report)).toEqual([[5]]);
  });

  test('is no title, no term and nothing an introduction mentions', () => {
    const report = findings(
      'In “The Mills of the North and What Became of Them”, Delta Watch says of the “labour transfer”:',
      `“${sentence}”`,
      citation,
      'The Gazette calls this “an old story”.',
    );
    expect(quotes(report)).toEqual([{ line: 5, text: `“${sentence}”` }]);
  });

  test('that is never closed ends before the citation, the heading or the next introduction', () => {
    const report = findings(
      'Delta Watch states:',
      `“${sentence}`,
      'The Gazette writes on the same day:',
      `“${sentence} Again.`,
      citation,
      'The Gazette writes once more:',
      `“${sentence} ${citation}`,
      'The last one says:',
      `“${sentence}`,
      '## 2. Another',
    );
    expect(quotes(report)).toEqual([
      { line: 5, text: `“${sentence}` },
      { line: 9, text: `“${sentence} Again.` },
      { line: 15, text: `“${sentence}` },
      { line: 19, text: `“${sentence}` },
    ]);
    expect(
      report.findings.flatMap(({ quotes: own }) => own.map(({ balanced }) => balanced)),
    ).toEqual([false, false, false, false]);
    expect(citationLines(report)).toEqual([[], [11], [15], []]);
  });

  test('goes on over a page break and wrapped lines', () => {
    const report = parseReport(
      readTextLines(
        [
          '1. LAW',
          '',
          'The Gazette of the Republic of Haiyun reported in May 2024 that the mills',
          'of the north were full and that nobody counted the workers, saying in',
          'that connection:',
          '',
          '“The river mills of the northern province employ workers without any',
          'contracts, and nobody counts them, the report said in a statement to',
          '',
          'Page 3',
          '',
          'the press. They sleep in the halls and are paid by the day, if they',
          'are paid at all.”',
          '',
          'Gazette of Haiyun, “The mills are full, and nobody counts the workers',
          'of the north”(https://gazette.example/mills/2024/05/03), 3 May 2024,',
          'last accessed: 3 June 2025',
        ].join('\n'),
      ),
      true,
    );
    const [finding] = report.findings;
    expect(finding?.introduction?.line).toBe(3);
    expect(finding?.quotes[0]).toMatchObject({ line: 7, balanced: true });
    expect(finding?.citations[0]).toMatchObject({
      line: 15,
      title: { text: 'The mills are full, and nobody counts the workers of the north' },
    });
    expect(report.roles[9]).toBe('furniture');
  });
});

describe('around a quote', () => {
  const original = '“磨坊的工人沒有合同。[...]沒有人數過。”';

  test.each([
    [
      '(Own translation. The translator is a Chinese native speaker.)',
      `ORIGINAL SOURCE: ${original}`,
    ],
    ['[Unofficial translation]', `Original text (Chinese): ${original}`],
    ['Own translation', `*Original:* ${original}`],
    ['(Translated from Chinese by a colleague.)', `原文：${original}`],
  ])('stand note %s and original', (note, source) => {
    const report = findings('The Gazette writes:', `“${sentence}”`, note, source, citation);
    const [finding] = report.findings;
    expect(finding?.translatorNote).toEqual({ line: 7, text: note });
    expect(finding?.originals).toEqual([{ line: 9, text: original }]);
    expect(finding?.citations).toHaveLength(1);
    expect(quotes(report)).toHaveLength(1);
  });

  test('everything may stand in one paragraph', () => {
    const report = findings(
      'The Gazette writes:',
      `“${sentence}” (Own translation.) ORIGINAL SOURCE: ${original} ${citation}`,
    );
    expect(report.findings[0]).toMatchObject({
      translatorNote: { line: 5 },
      originals: [{ line: 5, text: original }],
      citations: [{ line: 5, text: citation }],
    });
  });

  test('an original without marks ends at the citation', () => {
    const report = findings(
      'The Gazette writes:',
      `“${sentence}”`,
      'ORIGINAL SOURCE:',
      '磨坊的工人沒有合同。',
      citation,
    );
    expect(report.findings[0]?.originals).toEqual([{ line: 7, text: '磨坊的工人沒有合同。' }]);
    expect(citationLines(report)).toEqual([[11]]);
  });

  test('the citation may stand before it', () => {
    const report = findings(citation, `“${sentence}”`, citation, `“${sentence}”`);
    expect(citationLines(report)).toEqual([[3], [7]]);
    expect(quotes(report).map(({ line }) => line)).toEqual([5, 9]);
  });

  test('the cells of a table are read one by one', () => {
    const table = ['| Extract | Source |', '| --- | --- |', `| “${sentence}” | ${citation} |`];
    const report = findings(table.join('\n'));
    expect(quotes(report)).toEqual([{ line: 5, text: `“${sentence}”` }]);
    expect(citationLines(report)).toEqual([[5]]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '“',
    '”',
    '"',
    '‘',
    '’',
    '\n',
    '\n\n',
    '# ',
    '**',
    '1.2 ',
    'a) ',
    'The Gazette writes: ',
    sentence,
    citation,
    'ORIGINAL SOURCE: ',
    '(Own translation.)',
    '[...]',
    '[^1]',
    '> ',
    '| a | b |',
    '-----',
    '\f',
    'Contents',
    'Sources consulted',
    'No information on shelters was found.',
    '原文',
    '….',
    '\u202e',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.nat(wholeReport.length), fc.nat(400))
      .map(([at, length]) => wholeReport.slice(0, at) + wholeReport.slice(at + length)),
  );

  test('is read, and every line is something once', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, wrapped) => {
        const lines = readTextLines(text);
        const report = parseReport(lines, wrapped);
        expect(report.roles).toHaveLength(lines.length);
        report.roles.forEach((role, i) => {
          expect(role === 'blank').toBe(lines[i]?.text.trim() === '');
        });
        for (const { quotes: own, citations, introduction } of report.findings) {
          const placed = [...own, ...citations, ...(introduction ? [introduction] : [])];
          for (const { line } of placed) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is read to its end, however long one sign is repeated', () => {
    const hostile = [
      '. '.repeat(200_000),
      '“'.repeat(100_000),
      '“a b c d e f” '.repeat(20_000),
      '*a '.repeat(100_000),
      `“${sentence}\n\n`.repeat(4000),
      '- - '.repeat(20_000),
      '|'.repeat(50_000),
      `${'('.repeat(50_000)}${sentence}`,
      ' '.repeat(300_000),
    ];
    for (const text of hostile) {
      const { roles, lines } = parsed('## 1. A', text);
      expect(roles).toHaveLength(lines.length);
    }
  }, 120_000);

  test('of a thousand pages is read', () => {
    const finding = ['Delta Watch states:', `“${`${sentence} `.repeat(16).trim()}”`, citation, ''];
    const report = parsed('## 1. A', ...Array.from({ length: 2000 }, () => finding.join('\n\n')));
    expect(report.findings).toHaveLength(2000);
  });
});
