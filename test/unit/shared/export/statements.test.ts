import { describe, expect, test } from 'vitest';
import { exportHtml } from '../../../../shared/export/html.ts';
import { exportJson } from '../../../../shared/export/json.ts';
import { exportMarkdown } from '../../../../shared/export/markdown.ts';
import { exportManifest } from '../../../../shared/export/manifest.ts';
import {
  searchedSentences,
  statementSentence,
  type ReportStatement,
} from '../../../../shared/export/statements.ts';
import { quoted, reportOf } from '../../../support/quoted.ts';

const held: ReportStatement = {
  terms: ['refuge', '<b>'],
  citation: [{ kind: 'plain', text: 'Northern Union Desk, “Monitor”' }],
  searched: [
    { title: 'Monitor', relation: null, hasText: true, count: 0 },
    { title: 'Monitor 2024', relation: 'edition', hasText: true, count: 1 },
  ],
};
const report = { ...reportOf([quoted(1)]), statements: [held] };

describe('a statement that a source does not mention something', () => {
  test('is told with its words and every text that was searched', () => {
    expect(statementSentence(held)).toBe('Does not mention “refuge”, “<b>”.');
    expect(searchedSentences(held)).toEqual([
      'The source itself: not mentioned.',
      'Its other edition “Monitor 2024”: mentioned in 1 place.',
    ]);
  });

  test('is not upheld where its source has one of the words after all', () => {
    const broken = held.searched.map((each) => ({ ...each, count: 3 }));
    expect(statementSentence({ ...held, searched: broken })).toBe(
      'Mentions “refuge”, “<b>” after all, in 3 places. The statement does not hold.',
    );
    expect(statementSentence({ ...held, searched: [] })).toContain('cannot be searched');
  });

  test('is a part of its own in every format that has parts', () => {
    expect(exportHtml(report)).toContain('Does not mention “refuge”, “&lt;b&gt;”.');
    expect(exportMarkdown(report)).toContain('- **Does not mention “refuge”, “\\<b>”.**');
    expect(JSON.parse(exportJson(report))).toMatchObject({
      notMentioned: [{ terms: ['refuge', '<b>'], searched: [{ count: 0 }, { count: 1 }] }],
    });
    expect(JSON.parse(exportManifest(report, []))).toMatchObject({ counts: { statements: 1 } });
  });

  test('leaves no empty part where there is none', () => {
    const without = reportOf([quoted(1)]);
    expect(exportHtml(without)).not.toContain('What sources do not mention');
    expect(exportMarkdown(without)).not.toContain('What sources do not mention');
  });
});
