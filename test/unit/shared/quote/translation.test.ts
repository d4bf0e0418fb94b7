import { expect, test } from 'vitest';
import type { Translation } from '../../../../shared/evidence/translation.ts';
import { exportCsv } from '../../../../shared/export/csv.ts';
import { exportJson } from '../../../../shared/export/json.ts';
import { exportMarkdown } from '../../../../shared/export/markdown.ts';
import { buildReport } from '../../../../shared/export/report.ts';
import { provenanceOf } from '../../../../shared/export/provenance.ts';
import { parityFindings, translatorsNote } from '../../../../shared/quote/translation.ts';
import { composedOn } from '../../../support/composed.ts';

const translation: Translation = {
  ...{ kind: 'own', language: 'en', translator: '', competence: 'a Chinese native speaker' },
  ...{ date: '', text: 'The ministry counted 120,000 workers. [...] It closed the office.' },
};
const printed = '該部統計了12萬名工人。[...] 它關閉了辦公室。';

test('the note names kind, translator, date and competence, and only what is known', () => {
  expect(translatorsNote(translation)).toBe(
    '(Own translation. The translator is a Chinese native speaker.)',
  );
  const named = { ...translation, kind: 'third-party', translator: 'M. Li' } as const;
  expect(translatorsNote({ ...named, competence: '', date: '2025-05-03' })).toBe(
    '(Translation by a third party by M. Li, 3 May 2025.)',
  );
});

test('a translation with the same gaps, numbers and brackets has no finding, across scripts', () => {
  expect(parityFindings(translation.text, printed)).toEqual([]);
});

test('a lost gap, a changed number and a bracket too many are each told', () => {
  const wrong = 'The [labour] ministry counted 130,000 workers. It closed the office.';
  expect(parityFindings(wrong, printed)).toEqual([
    'gaps: 0 in the translation, 1 here',
    'the number “12萬” of the original is not in the translation',
    'the number “130,000” of the translation is not in the original',
    'words in brackets: 1 in the translation, 0 here',
  ]);
});

test('an export has the translation under its quote, with the note, and says where both differ', () => {
  const composed = composedOn('The office had 12 rooms and no files.', {
    ...translation,
    text: 'Das Amt hatte 14 Zimmer und keine Akten.',
    language: 'de',
  });
  const report = buildReport([composed], {
    ...{ groupBy: 'source', title: 'Quotes', generatedAt: 0, appVersion: '1' },
  });
  const note = translatorsNote(translation);
  const markdown = exportMarkdown(report);
  expect(markdown.indexOf('14 Zimmer')).toBeGreaterThan(markdown.indexOf('12 rooms'));
  expect(markdown).toContain(note.replace('(', '').replace(')', ''));
  expect(exportJson(report)).toContain('14 Zimmer');
  expect(exportCsv(report)).toContain('14 Zimmer');
  expect(provenanceOf(report)[0]?.findings.join('\n')).toContain('“14” of the translation');
});
