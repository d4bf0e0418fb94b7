// Which words of one reading of a document are found in another?

/** Words as runs of letters, digits and marks of the compatibility-folded text; soft hyphens are no letters of a word. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .replace(/\u00ad/g, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

const ideographs = /[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff]/;

/** Scripts without spaces are compared character by character: where lines break makes no word. */
function tokensOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => (ideographs.test(word) ? Array.from(word) : [word]));
}

const lineEndHyphen = /([\p{L}\p{N}\p{M}]+)[-\u2010\u00ad][^\S\n]*\n\s*([\p{L}\p{M}]+)/gu;

export interface Recall {
  readonly words: number;
  readonly found: number;
}

/**
 * Words of `reference` found in `text`, as multisets. A word broken by a hyphen at a line's end counts as its two halves
 * and is found closed, with its hyphen, or in halves.
 */
export function wordRecall(reference: string, text: string): Recall {
  const held = new Map<string, number>();
  for (const token of tokensOf(text)) held.set(token, (held.get(token) ?? 0) + 1);
  const take = (token: string): boolean => {
    const left = held.get(token) ?? 0;
    if (left > 0) held.set(token, left - 1);
    return left > 0;
  };
  let words = 0;
  let found = 0;
  const folded = reference.normalize('NFKC');
  const rest = folded.replace(lineEndHyphen, (broken: string, head: string, tail: string) => {
    if (ideographs.test(broken)) return broken;
    words += 2;
    if (take(head + tail)) found += 2;
    else found += Number(take(head)) + Number(take(tail));
    return ' ';
  });
  for (const token of tokensOf(rest)) {
    words++;
    if (take(token)) found++;
  }
  return { words, found };
}
