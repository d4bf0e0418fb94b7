import { expect, test } from 'vitest';
import { romanNumeral } from '../../../../shared/text/roman-numeral.ts';

const worth = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 } as const;

/** Read back by the rule a person reads by: a smaller sign before a larger one is taken away. */
function readBack(numeral: string): number {
  const values = Array.from(numeral, (sign) => worth[sign as keyof typeof worth]);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

test('every number up to 3999 is written so that it is read as that, no sign more than three times on end', () => {
  for (let number = 1; number <= 3999; number++) {
    const written = romanNumeral(number);
    expect(readBack(written)).toBe(number);
    expect(written).not.toMatch(/(.)\1{3}/);
  }
  expect(romanNumeral(49)).toBe('xlix');
});

test('a number without such a numeral is written in digits', () => {
  expect([0, -3, 4000].map(romanNumeral)).toEqual(['0', '-3', '4000']);
});
