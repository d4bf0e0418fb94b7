import { expect, test } from 'vitest';
import { fuzzyScore } from '../../../../renderer/app/fuzzy.ts';

test('letters in order match, whatever their accents, and beginnings of words count more', () => {
  expect(fuzzyScore('Check a report', 'car')).toBeGreaterThan(0);
  expect(fuzzyScore('État civil', 'etat')).toBeGreaterThan(0);
  expect(fuzzyScore('Settings', 'gs x')).toBe(0);
  expect(fuzzyScore('Trash', 'tr')).toBeGreaterThan(fuzzyScore('Letter', 'tr'));
  expect(fuzzyScore('anything', '')).toBeGreaterThan(0);
});
