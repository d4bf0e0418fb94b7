import { expect, test } from 'vitest';
import { citation, complaints, findings } from '../../../../support/made-up-report.ts';

const note = '(Own translation. The translator is a Chinese native speaker.)';
const check = (translation: string, ...after: readonly string[]) =>
  complaints(findings('The Gazette writes:', `“${translation}”`, ...after, citation));

const translation =
  'The foreman takes a deposit of 13,000 crowns from every worker. [...] Nobody gets a receipt.';
const original = 'ORIGINAL SOURCE: “工頭向每名工人收取1.3萬元押金。[...]不開收據。”';

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
