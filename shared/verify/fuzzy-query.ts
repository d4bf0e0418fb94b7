// A segment as the words an alignment compares. A bracket that stands for words is a wildcard among them.
import type { Literal, Pattern } from './pattern.ts';

/** One entry a word, or a bracket between two words. */
export type Entry =
  | { readonly kind: 'word'; readonly literal: Literal; readonly token: number }
  | { readonly kind: 'bracket'; readonly text: string };

export interface FuzzyQuery {
  readonly entries: readonly Entry[];
  /** Words among the entries. */
  readonly size: number;
  /** Those words' places among the entries, longest first: long words are mostly rare. */
  readonly longestFirst: readonly number[];
}

/** Brackets at the ends stand for nothing here: what they replace cannot be told. */
export function fuzzyQuery({ literals, joins }: Pattern): FuzzyQuery {
  const entries: Entry[] = [];
  let size = 0;
  literals.forEach((literal, i) => {
    for (const join of i === 0 ? [] : (joins[i] ?? [])) {
      if (join.kind === 'words') entries.push({ kind: 'bracket', text: join.text });
    }
    for (let token = 0; token < literal.tokens.count; token++)
      entries.push({ kind: 'word', literal, token });
    size += literal.tokens.count;
  });
  const lengthAt = (i: number) => {
    const entry = entries[i];
    return entry?.kind === 'word' ? lengthOf(entry.literal, entry.token) : 0;
  };
  const places = Array.from(entries.keys()).filter((i) => entries[i]?.kind === 'word');
  const longestFirst = places.sort((a, b) => lengthAt(b) - lengthAt(a));
  return { entries, size, longestFirst };
}

function lengthOf({ tokens }: Literal, token: number): number {
  return (tokens.starts[token + 1] ?? 0) - (tokens.starts[token] ?? 0);
}
