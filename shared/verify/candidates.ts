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
/** Words that must have voted before common ones are spared. */
const enoughVoters = 4;

/** The most promising first. */
export function findCandidates({ ids, held }: Ballot, index: TokenIndex): Candidate[] {
  const spread = Math.max(12, ids.length >> 3);
  const cast = castVotes(ids, held, index);
  const least = cast.voters <= 2 ? 1 : Math.max(2, cast.voters >> 2);
  let { votes } = cast;
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

interface Votes {
  /** Diagonals, ascending. */
  readonly votes: Int32Array;
  /** How many words have voted. */
  readonly voters: number;
}

/**
 * Rare words vote wherever they stand. Where too few are rare (a fifth of the words may be altered), common ones vote,
 * rarest first, where their neighbours stand as well.
 */
function castVotes(ids: Int32Array, held: number, index: TokenIndex): Votes {
  const votes = new Int32Array(mostVotes);
  const needed = Math.max(enoughVoters, Math.floor(ids.length / 5) + 1 - (ids.length - held));
  let cast = 0;
  let voters = 0;
  let examined = 0;
  const vote = (i: number, common: boolean) => {
    const id = ids[i] ?? absent;
    const to = index.first[id + 1] ?? 0;
    const before = cast;
    for (let at = index.first[id] ?? 0; at < to; at++) {
      if (cast === mostVotes || examined++ > mostExamined) break;
      const place = index.places[at] ?? 0;
      if (!common || isSupported(ids, i, index.ids, place)) votes[cast++] = place - i;
    }
    if (cast > before) voters++;
  };
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? absent;
    if (id >= 0 && countOf(index, id) <= rare) vote(i, false);
  }
  if (voters < needed) {
    for (const i of commonWords(ids, index)) {
      if (voters >= needed || examined > mostExamined) break;
      vote(i, true);
    }
  }
  return { votes: votes.slice(0, cast).sort(), voters };
}

/** Rarest first. */
function commonWords(ids: Int32Array, index: TokenIndex): number[] {
  const common: number[] = [];
  ids.forEach((id, i) => {
    if (id >= 0 && countOf(index, id) > rare) common.push(i);
  });
  const count = (i: number) => countOf(index, ids[i] ?? absent);
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
