// Where a text may hold an altered segment. Each word of the segment votes, at each place where the text has it, for the
// diagonal on which it would stand right; rare words vote first. Places with few votes are not looked at.
import type { FuzzyQuery } from './fuzzy-query.ts';
import { idIn } from './pattern.ts';
import { countOf, type TokenIndex } from './token-index.ts';

/** Diagonals from `low` up to `high`, both included: a token's number in the source less its number in the query. */
export interface Candidate {
  readonly low: number;
  readonly high: number;
}

/** What stands in a ballot for a word the source does not have, and for a bracket. */
export const absent = -1;
export const wildcard = -2;

/** The query in a source's numbers of words. */
export interface Ballot {
  readonly ids: Int32Array<ArrayBuffer>;
  /** How many of the query's words the source has. */
  readonly held: number;
}

export function readBallot({ entries }: FuzzyQuery, index: TokenIndex): Ballot {
  const ids = new Int32Array(entries.length);
  let held = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    let id = wildcard;
    if (entry?.kind === 'word') {
      id = idIn(index.words, entry.literal, entry.token);
      if (countOf(index, id) === 0) id = absent;
      else held++;
    }
    ids[i] = id;
  }
  return { ids, held };
}

const mostCandidates = 3;
const rare = 16;
const mostVotes = 256;
const mostExamined = 4096;
/** Words that must have voted before the rest is spared. */
const enoughVoters = 8;

/** The most promising first. `ballot` is asked for only where rare words are too few. */
export function findCandidates(
  query: FuzzyQuery,
  index: TokenIndex,
  ballot: () => Ballot,
): Candidate[] {
  const spread = Math.max(12, query.entries.length >> 3);
  const box = new BallotBox(index);
  hearRareWords(box, query);
  if (box.voters < enoughVoters) hearCommonWords(box, ballot());
  const least = box.voters <= 2 ? 1 : Math.max(2, Math.ceil(box.voters / 3));
  let votes = box.count();
  const candidates: Candidate[] = [];
  while (candidates.length < mostCandidates && votes.length > 0) {
    const { from, to } = fullestWindow(votes, spread);
    if (to - from < least) break;
    const low = votes[from] ?? 0;
    const high = votes[to - 1] ?? 0;
    candidates.push({ low, high });
    votes = votes.filter((diagonal) => diagonal < low - spread || diagonal > high + spread);
  }
  return candidates;
}

/** How far an alignment may leave a candidate's diagonals. */
export function slackOf(entries: number): number {
  return 10 + (entries >> 2);
}

/** At most so many of the query's words can match in a candidate's stretch: cheap, and spares most alignments. */
export function sharedWords({ ids }: Ballot, index: TokenIndex, { low, high }: Candidate): number {
  const { tally } = index;
  for (const id of ids) if (id >= 0) tally[id] = (tally[id] ?? 0) + 1;
  const slack = slackOf(ids.length);
  const to = Math.min(index.count, high + ids.length + slack);
  let shared = 0;
  for (let token = Math.max(0, low - slack); token < to; token++) {
    const id = index.ids[token] ?? absent;
    const left = tally[id] ?? 0;
    if (left === 0) continue;
    tally[id] = left - 1;
    shared++;
  }
  for (const id of ids) if (id >= 0) tally[id] = 0;
  return shared;
}

class BallotBox {
  readonly index: TokenIndex;
  /** How many words have voted. */
  voters = 0;
  readonly #votes = new Int32Array(mostVotes);
  #cast = 0;
  #examined = 0;

  constructor(index: TokenIndex) {
    this.index = index;
  }

  get isFull(): boolean {
    return this.#cast === mostVotes || this.#examined > mostExamined;
  }

  /** The query's entry `i` votes wherever its word stands and `counts`. */
  vote(i: number, id: number, counts: (place: number) => boolean): void {
    const { first, places } = this.index;
    const before = this.#cast;
    const to = first[id + 1] ?? 0;
    for (let at = first[id] ?? 0; at < to && !this.isFull; at++) {
      const place = places[at] ?? 0;
      this.#examined++;
      if (counts(place)) this.#votes[this.#cast++] = place - i;
    }
    if (this.#cast > before) this.voters++;
  }

  /** Diagonals voted for, ascending. */
  count(): Int32Array {
    return this.#votes.slice(0, this.#cast).sort();
  }
}

const anywhere = () => true;

function hearRareWords(box: BallotBox, { entries, longestFirst }: FuzzyQuery): void {
  const { index } = box;
  for (const i of longestFirst) {
    if (box.voters === enoughVoters) return;
    const entry = entries[i];
    if (entry?.kind !== 'word') continue;
    const id = idIn(index.words, entry.literal, entry.token);
    const count = countOf(index, id);
    if (count > 0 && count <= rare) box.vote(i, id, anywhere);
  }
}

/** Common words vote, rarest first, where their neighbours stand as well. */
function hearCommonWords(box: BallotBox, { ids }: Ballot): void {
  const { index } = box;
  for (const i of commonWords(ids, index)) {
    if (box.voters >= enoughVoters || box.isFull) return;
    box.vote(i, ids[i] ?? absent, (place) => isSupported(ids, i, index.ids, place));
  }
}

/** Rarest first. */
function commonWords(ids: Int32Array, index: TokenIndex): number[] {
  const count = (i: number) => countOf(index, ids[i] ?? absent);
  const common = Array.from(ids.keys()).filter((i) => count(i) > rare);
  return common.sort((a, b) => count(a) - count(b));
}

const neighbours = [-3, -2, -1, 1, 2, 3] as const;

/** At least two of the words around stand right as well. */
function isSupported(ids: Int32Array, i: number, source: Int32Array, place: number): boolean {
  let right = 0;
  for (const step of neighbours) {
    const id = ids[i + step];
    if (id !== undefined && id >= 0 && source[place + step] === id) right++;
  }
  return right >= 2;
}

function fullestWindow(votes: Int32Array, spread: number): { from: number; to: number } {
  let best = { from: 0, to: 0 };
  let from = 0;
  for (let to = 1; to <= votes.length; to++) {
    while ((votes[to - 1] ?? 0) - (votes[from] ?? 0) > spread) from++;
    if (to - from > best.to - best.from) best = { from, to };
  }
  return best;
}
