// The tiers below the exact ones: the place that agrees best, and what differs there.
import { align } from './align.ts';
import { findCandidates, readBallot, type Ballot, type Candidate } from './candidates.ts';
import { classify, worstFirst } from './differences.ts';
import { editRuns } from './edit-runs.ts';
import type { Found } from './found.ts';
import type { FuzzyQuery } from './fuzzy-query.ts';
import { withMarks } from './place-ends.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { Query } from './query.ts';
import { boundaries, textRange } from './skeleton.ts';
import { swallowedFlags } from './swallowed.ts';
import { tokenAt, type TokenIndex } from './token-index.ts';
import type { Tier } from './verdict.ts';

const alteredFrom = 0.8;
const weakFrom = 0.5;

/** Places that are at least weak, best first. `hint`: an offset near which to look first. */
export function alteredPlaces(query: Query, prepared: PreparedSource, hint?: number): Found[] {
  const { fuzzy } = query;
  const index = prepared.index();
  const ballot = readBallot(fuzzy, index);
  if (ballot.held < fuzzy.size * weakFrom) return [];
  if (hint !== undefined) {
    const near = placeAt(query, prepared, ballot, candidateAt(prepared, hint));
    if (near && near.similarity >= alteredFrom) return [near];
  }
  const candidates = findCandidates(ballot, index, fuzzy.size - ballot.held);
  const found: Found[] = [];
  for (const candidate of candidates) {
    if (sharedWords(ballot, index, candidate) < fuzzy.size * weakFrom) continue;
    const place = placeAt(query, prepared, ballot, candidate);
    if (place) found.push(place);
  }
  return found.sort((a, b) => b.similarity - a.similarity);
}

/** The diagonal on which the segment would begin at the hint. */
function candidateAt(prepared: PreparedSource, hint: number): Candidate {
  const { starts } = prepared.skeleton();
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) < hint) low = middle + 1;
    else high = middle;
  }
  const token = tokenAt(prepared.index(), low);
  return { low: token, high: token };
}

/** At most so many of the query's words can match in a candidate's stretch: cheap, and spares most alignments. */
function sharedWords({ ids }: Ballot, index: TokenIndex, { low, high }: Candidate): number {
  const wanted = new Map<number, number>();
  for (const id of ids) if (id >= 0) wanted.set(id, (wanted.get(id) ?? 0) + 1);
  const slack = 10 + (ids.length >> 2);
  let shared = 0;
  const to = Math.min(index.count, high + ids.length + slack);
  for (let token = Math.max(0, low - slack); token < to; token++) {
    const id = index.ids[token] ?? -1;
    const left = wanted.get(id);
    if (left === undefined || left === 0) continue;
    wanted.set(id, left - 1);
    shared++;
  }
  return shared;
}

function placeAt(
  query: Query,
  prepared: PreparedSource,
  ballot: Ballot,
  candidate: Candidate,
): Found | undefined {
  const { fuzzy } = query;
  const index = prepared.index();
  const skeleton = prepared.skeleton();
  const isNote = (token: number) =>
    ((skeleton.marks[index.starts[token] ?? 0] ?? 0) & boundaries.note) !== 0;
  const mostEdits = Math.floor(fuzzy.size * (1 - weakFrom));
  const alignment = align(ballot.ids, index.ids, candidate, mostEdits, isNote);
  if (alignment === undefined) return undefined;
  const edited = editRuns(alignment.steps, fuzzy, prepared);
  if (edited.matches === 0) return undefined;
  const similarity = Math.max(0, 1 - edited.edits / fuzzy.size);
  if (similarity < weakFrom) return undefined;
  const unit = (token: number) => index.starts[token] ?? skeleton.marks.length;
  const stretch = withMarks(
    prepared.source.text,
    textRange(skeleton, unit(edited.from), unit(edited.to)),
    textOf(fuzzy, 0),
    textOf(fuzzy, fuzzy.entries.length - 1),
  );
  const replaced = edited.swallowed.map(({ queryFrom, sourceFrom, sourceTo }) => {
    const entry = fuzzy.entries[queryFrom];
    const bracket = entry?.kind === 'bracket' ? entry.text : '';
    return { ...textRange(skeleton, unit(sourceFrom), unit(sourceTo)), bracket };
  });
  const { flags, differences } = swallowedFlags(prepared, replaced);
  const all = worstFirst([...classify(edited, fuzzy, prepared), ...differences]);
  return {
    ...stretch,
    tier: tierOf(similarity, all.length, query),
    similarity,
    differences: all,
    flags,
  };
}

/** Nothing differs but what may be read alike: the exact search missed it at a place where notes are dropped in part. */
function tierOf(similarity: number, differences: number, query: Query): Tier {
  if (differences === 0) return query.patterns.length > 0 ? 'marked' : 'skeleton';
  return similarity >= alteredFrom ? 'altered' : 'weak';
}

function textOf({ entries }: FuzzyQuery, i: number): string {
  const entry = entries[i];
  return entry?.kind === 'word' ? entry.literal.text : '';
}
