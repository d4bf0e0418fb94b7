import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../../../../shared/export/markdown.ts';
import { printable } from '../../../../shared/export/visible-text.ts';
import { foldBlanks, hostileText } from '../../../support/hostile-text.ts';
import { quoted, reportOf } from '../../../support/quoted.ts';

const passageOf = (exact: string): string => {
  const lines = exportMarkdown(reportOf([quoted(1, { exact })])).split('\n');
  const passages = lines.filter((line) => line.startsWith('> '));
  expect(passages).toHaveLength(1);
  return passages[0]?.slice(2) ?? '';
};

describe('the Markdown export', () => {
  test.each([
    'The Ministry ran at least 10 shelters [...] & “no one” asked!',
    '返鄉者因污名而不願向收容所求助。',
    'قالت الوزارة إنها تدير عشرة ملاجئ (10).',
    'file_name and a * b, 3 < 4, ~10 km',
  ])('holds %o without a change', (exact) => {
    expect(passageOf(exact)).toBe(`“${exact}”`);
  });

  test.each([
    ['see [here](http://example.org)', 'see \\[here](http://example.org)'],
    ['<script>alert(1)</script>', '\\<script>alert(1)\\</script>'],
    ['*bold* and _slanted_', '\\*bold\\* and \\_slanted\\_'],
    ['&copy; `code`', '\\&copy; \\`code\\`'],
  ])('never lets %o become markup', (exact, written) => {
    expect(passageOf(exact)).toBe(`“${written}”`);
  });

  test('gives back any passage when the backslashes before punctuation are taken away', () => {
    fc.assert(
      fc.property(hostileText, (exact) => {
        const unescaped = passageOf(exact).replace(/\\([!-/:-@[-`{-~])/g, '$1');
        expect(unescaped).toBe(foldBlanks(`“${foldBlanks(printable(exact))}”`));
      }),
    );
  });

  test('keeps notes, tags and titles on their line', () => {
    const markdown = exportMarkdown(
      reportOf([quoted(1, { note: 'one\n# two\n- three', tags: ['a\n# b'] })]),
    );
    expect(markdown).toContain('\nNote: one # two - three\n');
    expect(markdown).toContain('\n## a # b\n');
  });
});
