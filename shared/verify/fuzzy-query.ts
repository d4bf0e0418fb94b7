// A segment as the words an alignment compares. A bracket that stands for words is a wildcard among them.
import type { Literal, Pattern } from './pattern.ts';

/** One entry a word, or a bracket between two words. */
export type Entry =
  | {
      readonly kind: 'word';
      readonly word: string;
      readonly literal: Literal;
      readonly token: number;
    }
  | { readonly kind: 'bracket'; readonly text: string };

export interface FuzzyQuery {
  readonly entries: readonly Entry[];
  /** Words among the entries. */
  readonly size: number;
}

/** Brackets at the ends stand for nothing here: what they replace cannot be told. */
export function fuzzyQuery({ literals, joins }: Pattern): FuzzyQuery {
  const entries: Entry[] = [];
  let size = 0;
  literals.forEach((literal, i) => {
    for (const join of i === 0 ? [] : (joins[i] ?? [])) {
      if (join.kind === 'words') entries.push({ kind: 'bracket', text: join.text });
    }
    literal.words.forEach((word, token) => entries.push({ kind: 'word', word, literal, token }));
    size += literal.words.length;
  });
  return { entries, size };
}
