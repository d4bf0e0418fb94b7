// Where the words of a query stand in one field of a mark.
import { foldWithMap, type FoldedText } from './fold.ts';
import type { Phrase, QueryWord } from './query.ts';
import { forEachToken } from './tokens.ts';

/** What to look for: the query's words, and for each word of the dictionary which of them it may stand for. */
export interface Sought {
  readonly words: readonly QueryWord[];
  readonly meanings: ReadonlyMap<string, readonly number[]>;
  readonly phrases: readonly Phrase[];
}

interface Match {
  /** In the folded field. */
  readonly start: number;
  readonly end: number;
  /** Index of the query's word; phrases count on after the words. */
  readonly word: number;
}

export interface Passage {
  readonly field: string;
  readonly folded: FoldedText;
  /** In text order. */
  readonly matches: readonly Match[];
  /** How many different words of the query stand in it. */
  readonly words: number;
}

export function readPassage(field: string, sought: Sought): Passage {
  const folded = foldWithMap(field);
  const matches: Match[] = [];
  forEachToken(folded.text, (start, end) => {
    const token = folded.text.slice(start, end);
    for (const word of sought.meanings.get(token) ?? []) {
      const typed = sought.words[word]?.folded ?? '';
      // Of a word that only begins as typed, the beginning is the match.
      const shown = token.startsWith(typed) ? start + typed.length : end;
      matches.push({ start, end: shown, word });
    }
  });
  for (const [at, phrase] of sought.phrases.entries()) {
    for (const { index, 0: found } of folded.text.matchAll(phrase.pattern)) {
      matches.push({ start: index, end: index + found.length, word: sought.words.length + at });
    }
  }
  matches.sort((a, b) => a.start - b.start || a.end - b.end);
  return { field, folded, matches, words: new Set(matches.map(({ word }) => word)).size };
}
