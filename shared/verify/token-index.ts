// The words of a skeleton and where each stands: what tells fast that a text cannot hold a quote, and where it might.
import { boundaries, boundaryAt, type Skeleton } from './skeleton.ts';

export interface Tokens {
  /** First unit of each token in the skeleton and, last, the skeleton's length. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly count: number;
}

export interface TokenIndex extends Tokens {
  /** The word at each token: its letters, with a blank where digits are held together by a sign ("5-10"). */
  readonly ids: Int32Array<ArrayBuffer>;
  /** Words, and what two or more of their parts make where the text could be read so ("govern-ment"). */
  readonly dictionary: ReadonlyMap<string, number>;
  /** Tokens of each word, ascending: `places` from `first[id]` up to `first[id + 1]`. */
  readonly first: Uint32Array<ArrayBuffer>;
  readonly places: Uint32Array<ArrayBuffer>;
}

export function findTokens(skeleton: Skeleton): Tokens {
  const { marks } = skeleton;
  let count = 0;
  for (let at = 0; at < marks.length; at++) {
    if (at === 0 || ((marks[at] ?? 0) & boundaries.edge) !== 0) count++;
  }
  const starts = new Uint32Array(count + 1);
  let token = 0;
  for (let at = 0; at < marks.length; at++) {
    if (at === 0 || ((marks[at] ?? 0) & boundaries.edge) !== 0) starts[token++] = at;
  }
  starts[count] = marks.length;
  return { starts, count };
}

/** The word made of the units [from, to). */
export function wordOf({ letters, marks }: Skeleton, from: number, to: number): string {
  let word = '';
  let begun = from;
  for (let at = from + 1; at < to; at++) {
    if (((marks[at] ?? 0) & boundaries.join) !== 0) continue;
    word += `${letters.slice(begun, at)} `;
    begun = at;
  }
  return word + letters.slice(begun, to);
}

export function buildTokenIndex(skeleton: Skeleton): TokenIndex {
  const tokens = findTokens(skeleton);
  const { starts, count } = tokens;
  const dictionary = new Map<string, number>();
  const ids = new Int32Array(count);
  for (let token = 0; token < count; token++) {
    const word = wordOf(skeleton, starts[token] ?? 0, starts[token + 1] ?? 0);
    let id = dictionary.get(word);
    if (id === undefined) {
      id = dictionary.size;
      dictionary.set(word, id);
    }
    ids[token] = id;
  }
  const first = new Uint32Array(dictionary.size + 1);
  for (const id of ids) first[id + 1] = (first[id + 1] ?? 0) + 1;
  for (let id = 0; id < dictionary.size; id++)
    first[id + 1] = (first[id + 1] ?? 0) + (first[id] ?? 0);
  const next = first.slice();
  const places = new Uint32Array(count);
  ids.forEach((id, token) => {
    const at = next[id] ?? 0;
    places[at] = token;
    next[id] = at + 1;
  });
  addReadings(skeleton, dictionary);
  return { ...tokens, ids, dictionary, first, places };
}

const mostParts = 6;

/** Enters what parts of soft-bounded words make together, and each part alone. These have no places. */
function addReadings(skeleton: Skeleton, dictionary: Map<string, number>): void {
  const { letters, marks } = skeleton;
  let parts: number[] = [];
  for (let at = 0; at <= marks.length; at++) {
    const mark = boundaryAt(skeleton, at);
    const ends =
      at === marks.length ||
      at === 0 ||
      (mark & boundaries.join) === 0 ||
      isIdeographic(letters, at);
    if (ends) {
      if (parts.length > 1) addParts(letters, [...parts, at], dictionary);
      parts = [at];
    } else if ((mark & (boundaries.split | boundaries.edge)) !== 0 && parts.length < mostParts) {
      parts.push(at);
    }
  }
}

function addParts(
  letters: string,
  bounds: readonly number[],
  dictionary: Map<string, number>,
): void {
  for (let from = 0; from < bounds.length - 1; from++) {
    for (let to = from + 1; to < bounds.length; to++) {
      const word = letters.slice(bounds[from], bounds[to]);
      if (!dictionary.has(word)) dictionary.set(word, dictionary.size);
    }
  }
}

const firstIdeograph = 0x2e80;

function isIdeographic(letters: string, at: number): boolean {
  return letters.charCodeAt(at) >= firstIdeograph;
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
