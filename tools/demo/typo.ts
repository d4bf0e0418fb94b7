/** A word of the text with two of its inner letters exchanged; undefined where no word is long enough to survive it. */
export function misspellAWord(text: string): string | undefined {
  const words = text.match(/\p{Script=Latin}{6,}/gu) ?? [];
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  for (let i = 2; i + 2 < longest.length; i++) {
    const [a, b] = [longest.charAt(i), longest.charAt(i + 1)];
    if (a !== b) return longest.slice(0, i) + b + a + longest.slice(i + 2);
  }
  return undefined;
}
