// The tiers below the exact ones: the place that agrees best, and what differs there.
import { align } from './align.ts';
import {
  findCandidates,
  readBallot,
  sharedWords,
  type Ballot,
  type Candidate,
} from './candidates.ts';
import { classify, worstFirst } from './differences.ts';
import { editRuns } from './edit-runs.ts';
import type { Found } from './found.ts';
import type { FuzzyQuery } from './fuzzy-query.ts';
import { once } from './once.ts';
import { withMarks } from './place-ends.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { Query } from './query.ts';
import { boundaries, textRange, unitAt } from './skeleton.ts';
import { swallowedFlags } from './swallowed.ts';
import { tokenAt } from './token-index.ts';
import type { Tier } from './verdict.ts';

const alteredFrom = 0.8;
const weakFrom = 0.5;

/** Places that are at least weak, best first. `hint`: an offset near which to look first. */
export function alteredPlaces(query: Query, prepared: PreparedSource, hint?: number): Found[] {
  const { fuzzy } = query;
  const index = prepared.index();
  const least = fuzzy.size * weakFrom;
  const ballot = once(() => readBallot(fuzzy, index));
  if (hint !== undefined && ballot().held >= least) {
    const near = placeAt(query, prepared, ballot(), candidateAt(prepared, hint));
    if (near && near.similarity >= alteredFrom) return [near];
  }
  const found: Found[] = [];
  for (const candidate of findCandidates(fuzzy, index, ballot)) {
    if (ballot().held < least) return [];
    if (sharedWords(ballot(), index, candidate) < least) continue;
    const place = placeAt(query, prepared, ballot(), candidate);
    if (place) found.push(place);
  }
  return found.sort((a, b) => b.similarity - a.similarity);
}

/** The diagonal on which the segment would begin at the hint. */
function candidateAt(prepared: PreparedSource, hint: number): Candidate {
  const token = tokenAt(prepared.index(), unitAt(prepared.skeleton(), hint));
  return { low: token, high: token };
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
  const differs = edited.runs.length > 0 || differences.length > 0;
  return {
    ...stretch,
    tier: tierOf(similarity, differs, query),
    similarity,
    differences: () => worstFirst([...classify(edited, fuzzy, prepared), ...differences]),
    flags,
  };
}

/** Where nothing differs, the exact search has missed the place: notes were dropped in part, or brackets are too many. */
function tierOf(similarity: number, differs: boolean, query: Query): Tier {
  if (!differs) return query.patterns.length > 0 ? 'marked' : 'skeleton';
  return similarity >= alteredFrom ? 'altered' : 'weak';
}

function textOf({ entries }: FuzzyQuery, i: number): string {
  const entry = entries[i];
  return entry?.kind === 'word' ? entry.literal.text : '';
}
