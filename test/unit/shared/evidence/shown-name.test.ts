import { expect, test } from 'vitest';
import { shownName } from '../../../../shared/evidence/shown-name.ts';

test.each([
  ['report.pdf', 'report.pdf'],
  ['user\u202etxt.exe', 'user⟨U+202E⟩txt.exe'],
  ['a\nb\0c', 'a b␀c'],
  ['قالت.pdf', 'قالت.pdf'],
])('%j is shown as %s', (name, shown) => {
  expect(shownName(name)).toBe(shown);
});

test('a very long name is shown with its beginning and its ending', () => {
  const shown = shownName(`${'a'.repeat(300)}.pdf`);
  expect(shown).toHaveLength(160);
  expect(shown).toMatch(/^a+…a+\.pdf$/);
});
