import { expect, test } from 'vitest';
import { undrawnInPrint, undrawnOnScreen } from '../../../../renderer/export/undrawn-words.ts';

test('characters that could not be drawn are named by code, and on the screen as they are', () => {
  expect(undrawnInPrint(['ཀ', '\u{10600}'])).toContain('U+0F40, U+10600.');
  expect(undrawnOnScreen(['ཀ', '\u{10600}'])).toContain('ཀ \u{10600} (U+0F40, U+10600)');
});

test('of very many twenty are named, and the others counted', () => {
  const many = Array.from({ length: 50 }, (_, i) => String.fromCodePoint(0x0f40 + i));
  expect(undrawnInPrint(many)).toContain('U+0F53 and 30 more');
  expect(undrawnOnScreen(many)).toMatch(/ … \(U\+0F40/);
});
