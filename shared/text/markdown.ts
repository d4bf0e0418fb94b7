// Is a text Markdown? Asked of the text first: people save web pages as Markdown under the name .txt.

const signs: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /\[[^\]\n]+\]\([^)\s]*\)/,
  /(?:^|\s)\*\*\S[^*\n]*\S\*\*/,
  /^(?:```|~~~)/m,
  /^\|(?:\s*:?-+:?\s*\|)+$/m,
];

/** Two kinds of markup, or a heading under a Markdown name. */
export function isMarkdown(text: string, name: string): boolean {
  const seen = signs.filter((sign) => sign.test(text)).length;
  return seen >= 2 || /\.(?:md|markdown|mkd)$/i.test(name);
}
