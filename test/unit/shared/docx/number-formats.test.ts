import { expect, test } from 'vitest';
import { formatNumber } from '../../../../shared/docx/number-formats.ts';

test.each([
  ['decimal', 12, '12'],
  ['decimalZero', 7, '07'],
  ['lowerLetter', 26, 'z'],
  ['lowerLetter', 28, 'bb'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerRoman', 3999, 'mmmcmxcix'],
  ['ordinal', 11, '11th'],
  ['ordinal', 22, '22nd'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalFullWidth', 10, '１０'],
  ['chineseCounting', 12, '十二'],
  ['chineseCountingThousand', 1005, '一千零五'],
  ['chineseLegalSimplified', 23, '贰拾叁'],
  ['ideographTraditional', 11, '甲甲'],
  ['arabicAbjad', 3, 'ج'],
] as const)('%s writes %i as %s', (format, value, text) => {
  expect(formatNumber(value, format)).toBe(text);
});

test('a number too large for its form, and a form nobody knows, are digits', () => {
  expect(formatNumber(2_000_000_000, 'lowerLetter')).toBe('2000000000');
  expect(formatNumber(0, 'upperRoman')).toBe('0');
  expect(formatNumber(5, 'constructor')).toBe('5');
});
