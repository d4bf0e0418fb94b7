/** Spaces, hyphens and capitals do not matter; confusable letters do here: the person compares, and learns to read them. */
export function sameKey(typed: string, shown: string): boolean {
  const plain = (text: string) => text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  return plain(typed) === plain(shown);
}
