import { expect, test } from 'vitest';
import { citation, complaints, findings } from '../../../../support/made-up-report.ts';

const note = '(Own translation. The translator is a Chinese native speaker.)';
const check = (translation: string, ...after: readonly string[]) =>
  complaints(findings('The Gazette writes:', `“${translation}”`, ...after, citation));

const translation = 'The mill owes its workers 13,000 crowns. [...] Nobody counts them.';
const original = 'ORIGINAL SOURCE: “磨坊欠工人1.3萬元。[...]沒有人數過。”';

test('a translation with note and original is silent', () => {
  expect(check(translation, note, original)).toEqual([]);
});

test('a note without the original, and an original without the note, are told', () => {
  expect(check(translation, note)).toEqual(['original-missing 5']);
  expect(check(translation, original)).toEqual(['translation-note-missing 5']);
  expect(check(translation, note, 'ORIGINAL SOURCE:')).toEqual(['original-missing 5']);
});

test('gaps and numbers of both sides are counted', () => {
  expect(check(translation.replace(' [...]', ''), note, original)).toEqual(['gap-parity 5']);
  expect(check(translation.replace('13,000', '1,300'), note, original)).toEqual([
    'number-parity 5',
  ]);
});
