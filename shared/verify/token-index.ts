// The words of a skeleton and where each stands: what tells fast that a text cannot hold a quote, and where it might.
import { boundaries, boundaryAt, type Skeleton } from './skeleton.ts';
import { WordTable } from './word-table.ts';

export interface Tokens {
  /** First unit of each token in the skeleton and, last, the skeleton's length. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly count: number;
}

export interface TokenIndex extends Tokens {
  /** The word at each token. */
  readonly ids: Int32Array<ArrayBuffer>;
  /** Words, and what parts of soft-bounded ones make alone or together ("govern-ment"). */
  readonly words: WordTable;
  /** Tokens of each word, ascending: `places` from `first[id]` up to `first[id + 1]`. */
  readonly first: Uint32Array<ArrayBuffer>;
  readonly places: Uint32Array<ArrayBuffer>;
  /** By word: 1 where it may be read inside or across other tokens, too. */
  readonly elsewhere: Uint8Array<ArrayBuffer>;
  /** By word: a place for counting, all zero between two uses. */
  readonly tally: Int32Array<ArrayBuffer>;
}

export function findTokens({ marks }: Skeleton): Tokens {
  const begins = (at: number) => at === 0 || ((marks[at] ?? 0) & boundaries.word) !== 0;
  let count = 0;
  for (let at = 0; at < marks.length; at++) if (begins(at)) count++;
  const starts = new Uint32Array(count + 1);
  let token = 0;
  for (let at = 0; at < marks.length; at++) if (begins(at)) starts[token++] = at;
  starts[count] = marks.length;
  return { starts, count };
}

export function buildTokenIndex(skeleton: Skeleton): TokenIndex {
  const tokens = findTokens(skeleton);
  const { starts, count } = tokens;
  const words = new WordTable(skeleton);
  const ids = new Int32Array(count);
  for (let token = 0; token < count; token++) {
    ids[token] = words.add(starts[token] ?? 0, starts[token + 1] ?? 0);
  }
  const first = new Uint32Array(words.size + 1);
  for (const id of ids) first[id + 1] = (first[id + 1] ?? 0) + 1;
  for (let id = 0; id < words.size; id++) first[id + 1] = (first[id + 1] ?? 0) + (first[id] ?? 0);
  const next = first.slice();
  const places = new Uint32Array(count);
  for (let token = 0; token < count; token++) {
    const id = ids[token] ?? 0;
    const at = next[id] ?? 0;
    places[at] = token;
    next[id] = at + 1;
  }
  const readings = addReadings(skeleton, words);
  const elsewhere = new Uint8Array(words.size);
  for (const id of readings) elsewhere[id] = 1;
  return { ...tokens, ids, words, first, places, elsewhere, tally: new Int32Array(words.size) };
}

const mostParts = 6;
const firstIdeograph = 0x2e80;

/** Enters what parts of soft-bounded words make together, and each part alone. */
function addReadings(skeleton: Skeleton, words: WordTable): number[] {
  const { letters, marks } = skeleton;
  const readings: number[] = [];
  let parts: number[] = [];
  for (let at = 0; at <= marks.length; at++) {
    const mark = boundaryAt(skeleton, at);
    const outer = at === 0 || at === marks.length;
    if (!outer && (mark & (boundaries.split | boundaries.word)) === 0) continue;
    const ends =
      outer || (mark & boundaries.join) === 0 || letters.charCodeAt(at) >= firstIdeograph;
    if (ends) {
      if (parts.length > 1) addParts([...parts, at], words, readings);
      parts = [at];
    } else if (parts.length < mostParts) parts.push(at);
  }
  return readings;
}

function addParts(bounds: readonly number[], words: WordTable, readings: number[]): void {
  for (let i = 0; i < bounds.length - 1; i++) {
    for (let j = i + 1; j < bounds.length; j++) {
      readings.push(words.add(bounds[i] ?? 0, bounds[j] ?? 0));
    }
  }
}

/** How often a word stands in the text; 0 for readings that are no token of their own. */
export function countOf({ first }: TokenIndex, id: number): number {
  return id + 1 < first.length ? (first[id + 1] ?? 0) - (first[id] ?? 0) : 0;
}

/** The token that holds a unit. */
export function tokenAt({ starts, count }: Tokens, unit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] ?? Infinity) <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
