// Is a text Markdown? Asked of the text first: people save web pages as Markdown under the name .txt.

const signs: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /\[[^[\]\n]{1,300}\]\([^)\s]{0,2000}\)/,
  /(?:^|\s)\*\*[^*\s][^*\n]{0,300}\*\*/,
  /^(?:```|~~~)/m,
  /^\|[ :|-]*-[ :|-]*\|$/m,
];

const sampleLength = 200_000;

/** Two kinds of markup, or a Markdown name. */
export function isMarkdown(text: string, name: string): boolean {
  const sample = text.slice(0, sampleLength);
  const seen = signs.filter((sign) => sign.test(sample)).length;
  return seen >= 2 || /\.(?:md|markdown|mkd)$/i.test(name);
}
