// How a segment may stand in a source: literals, and what its brackets may stand for between them.
import type { MarkedEdit } from './marked-edits.ts';
import { linkMarkup } from './markup.ts';
import { findPageFurniture } from './page-furniture.ts';
import { buildSkeleton, type Omitted, type Skeleton } from './skeleton.ts';
import { findTokens, type Tokens } from './token-index.ts';
import { hashOf, type WordTable } from './word-table.ts';

/** A stretch without brackets that stand for words. */
export interface Literal {
  readonly text: string;
  readonly skeleton: Skeleton;
  readonly tokens: Tokens;
  /** Hash of the word at each token. */
  readonly hashes: Int32Array<ArrayBuffer>;
  /** Tokens whose words a source must have for the stretch to stand in it, for they can be read in one way only. */
  readonly needed: readonly number[];
}

/**
 * What may stand between two literals in the source: any `words` (up to `mostSwallowed`), or one word that begins and
 * ends as the quote's word with its bracketed letters left out.
 */
export type Join =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'word';
      readonly prefix: string;
      readonly suffix: string;
      readonly room: number;
    };

/** Literals and what joins them: `joins[i]` stand before `literals[i]`, the last ones after all. */
export interface Pattern {
  readonly literals: readonly Literal[];
  readonly joins: readonly (readonly Join[])[];
}

export function readLiteral(text: string): Literal {
  const skeleton = buildSkeleton(text, omittedFrom(text));
  const tokens = findTokens(skeleton);
  const hashes = new Int32Array(tokens.count);
  const needed: number[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const from = tokens.starts[token] ?? 0;
    const to = tokens.starts[token + 1] ?? 0;
    hashes[token] = hashOf(skeleton, from, to);
    if (isFirm(skeleton, from, to)) needed.push(token);
  }
  // Long words are rare: they tell soonest that a source has not all.
  const lengthOf = (token: number) => (tokens.starts[token + 1] ?? 0) - (tokens.starts[token] ?? 0);
  needed.sort((a, b) => lengthOf(b) - lengthOf(a));
  return { text, skeleton, tokens, hashes, needed };
}

/** The number a source has for the word at a token, or -1. */
export function idIn(
  words: WordTable,
  { skeleton, tokens, hashes }: Literal,
  token: number,
): number {
  const { starts } = tokens;
  return words.find(skeleton, starts[token] ?? 0, starts[token + 1] ?? 0, hashes[token] ?? 0);
}

/** Link markup, and page numbers that were copied with the words around them. */
function omittedFrom(text: string): Omitted[] {
  const links = linkMarkup(text).map((stretch): Omitted => ({ ...stretch, as: 'nothing' }));
  if (!text.includes('\n')) return links;
  const furniture = findPageFurniture(text).map(({ start, end }): Omitted => ({
    start,
    end,
    as: 'line-end',
  }));
  return [...links, ...furniture].sort((a, b) => a.start - b.start);
}

/** Neither the token's ends nor its inside may be read otherwise. */
function isFirm({ marks }: Skeleton, from: number, to: number): boolean {
  const mark = (at: number) => (marks[at] ?? 0) & 3;
  if (from > 0 && mark(from) !== 2) return false;
  if (to < marks.length && mark(to) !== 2) return false;
  for (let at = from + 1; at < to; at++) if (mark(at) !== 1) return false;
  return true;
}

/** Letters dissolved first; then, for words whose bracketed letters the source does not have, any letters there. */
export function readPatterns(text: string, edits: readonly MarkedEdit[]): Pattern[] {
  const dissolved = patternOf(text, edits, false);
  const letters = edits.some(({ kind }) => kind === 'letter');
  return letters ? [dissolved, patternOf(text, edits, true)] : [dissolved];
}

function patternOf(text: string, edits: readonly MarkedEdit[], looseLetters: boolean): Pattern {
  const joins: Join[][] = [[]];
  const literals: Literal[] = [];
  let stretch = '';
  let at = 0;
  const close = (join?: Join) => {
    const literal = readLiteral(stretch);
    stretch = '';
    if (literal.tokens.count > 0) {
      literals.push(literal);
      joins.push([]);
    }
    if (join) joins.at(-1)?.push(join);
  };
  for (const edit of edits) {
    // A word may hold more than one bracketed letter.
    if (edit.start < at) continue;
    const word = looseLetters && edit.kind === 'letter' ? wordAround(text, edit, at) : undefined;
    stretch += text.slice(at, word?.start ?? edit.start);
    at = word?.end ?? edit.end;
    if (edit.kind === 'words') close({ kind: 'words', text: edit.text });
    else if (word) close(word.join);
    else if (edit.kind === 'letter') stretch += edit.text;
  }
  stretch += text.slice(at);
  close();
  return { literals, joins };
}

/** The word a bracketed letter is glued to, as a pattern; a bracket that stands alone is one for words. */
function wordAround(text: string, { start, end, text: inner }: MarkedEdit, from: number) {
  const before = text.slice(Math.max(from, start - longestWord), start);
  const prefix = /[\p{L}'’-]*$/u.exec(before)?.[0] ?? '';
  const suffix = /^[\p{L}'’-]*/u.exec(text.slice(end, end + longestWord))?.[0] ?? '';
  const bare = (part: string) => readLiteral(part).skeleton.letters;
  const join: Join =
    prefix + suffix === ''
      ? { kind: 'words', text: inner }
      : { kind: 'word', prefix: bare(prefix), suffix: bare(suffix), room: inner.length + 2 };
  return { start: start - prefix.length, end: end + suffix.length, join };
}

const longestWord = 60;
