// Where a text may hold an altered segment. Each word of the segment votes, at each place where the text has it, for the
// diagonal on which it would stand right; rare words vote first. Places with few votes are not looked at.
import type { FuzzyQuery } from './fuzzy-query.ts';
import { countOf, type TokenIndex } from './token-index.ts';

/** A diagonal is a token's number in the source less its number in the query. */
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

export function readBallot({ entries }: FuzzyQuery, { dictionary, first }: TokenIndex): Ballot {
  const ids = new Int32Array(entries.length).fill(absent);
  let held = 0;
  entries.forEach((entry, i) => {
    if (entry.kind === 'bracket') ids[i] = wildcard;
    else {
      const id = dictionary.get(entry.word);
      if (id === undefined || id + 1 >= first.length) return;
      ids[i] = id;
      held++;
    }
  });
  return { ids, held };
}

const mostCandidates = 3;
const rare = 16;
const mostVotes = 256;
const mostExamined = 4096;
/** Words that must have voted before common ones are spared. */
const enoughVoters = 4;

/** The most promising first. */
export function findCandidates({ ids }: Ballot, index: TokenIndex, missing: number): Candidate[] {
  let left = castVotes(ids, index, missing);
  const spread = Math.max(12, ids.length >> 3);
  const candidates: Candidate[] = [];
  while (candidates.length < mostCandidates && left.length > 0) {
    const { from, to } = fullestWindow(left, spread);
    const low = left[from] ?? 0;
    const high = left[to - 1] ?? 0;
    candidates.push({ low, high });
    left = left.filter((diagonal) => diagonal < low - spread || diagonal > high + spread);
  }
  return candidates;
}

/**
 * Diagonals, ascending. Rare words vote wherever they stand. Where too few are rare (a fifth of the words may be altered),
 * common ones vote, rarest first, where their neighbours stand as well.
 */
function castVotes(ids: Int32Array, index: TokenIndex, missing: number): Int32Array {
  const voters = Array.from(ids.keys()).filter((i) => (ids[i] ?? absent) >= 0);
  const counts = voters.map((i) => countOf(index, ids[i] ?? 0));
  const order = voters.map((_, k) => k).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  const needed = Math.max(enoughVoters, Math.floor(ids.length / 5) + 1 - missing);
  const votes = new Int32Array(mostVotes);
  let cast = 0;
  let heard = 0;
  let examined = 0;
  for (const k of order) {
    const i = voters[k] ?? 0;
    const count = counts[k] ?? 0;
    const common = count > rare;
    if (cast === mostVotes || examined > mostExamined || (common && heard >= needed)) break;
    const start = index.first[ids[i] ?? 0] ?? 0;
    const before = cast;
    for (let at = start; at < start + count && cast < mostVotes && examined < mostExamined; at++) {
      const place = index.places[at] ?? 0;
      examined++;
      if (!common || isSupported(ids, i, index.ids, place)) votes[cast++] = place - i;
    }
    if (cast > before) heard++;
  }
  return votes.slice(0, cast).sort();
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
