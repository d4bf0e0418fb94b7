// Names for what was typed, as command palettes do it: all letters in order, the nearer together and to a word's beginning the
// better. Linear in the name's length.

/** 0 for no match; more is better. */
export function fuzzyScore(name: string, typed: string): number {
  const wanted = Array.from(fold(typed).replace(/\s+/g, ''));
  if (wanted.length === 0) return 1;
  const letters = Array.from(fold(name));
  let score = 0;
  let next = 0;
  let run = 0;
  for (const [i, letter] of letters.entries()) {
    if (letter !== wanted[next]) {
      if (letter !== ' ') run = 0;
      continue;
    }
    const before = letters[i - 1];
    const beginsWord = before === undefined || !/[\p{L}\p{N}]/u.test(before);
    run++;
    score += run + (beginsWord ? 4 : 0);
    next++;
    if (next === wanted.length) return score + 10 / letters.length;
  }
  return 0;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
