const signs: readonly (readonly [worth: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** Small letters: iv, xii. Digits where there is no such numeral: below 1 and above 3999. */
export function romanNumeral(number: number): string {
  if (number < 1 || number > 3999) return `${number}`;
  let left = number;
  let written = '';
  for (const [worth, sign] of signs) {
    written += sign.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return written;
}
