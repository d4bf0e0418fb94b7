// From the steps of an alignment to runs of words that differ, as a person would tell them.
import type { Step } from './alignment-trace.ts';
import { agreement } from './find-exact.ts';
import type { FuzzyQuery } from './fuzzy-query.ts';
import type { Literal } from './pattern.ts';
import type { PreparedSource } from './prepare-source.ts';
import { textRange } from './skeleton.ts';

/** Entries of the query [queryFrom, queryTo) against tokens of the source [sourceFrom, sourceTo). */
export interface EditRun {
  readonly queryFrom: number;
  readonly queryTo: number;
  readonly sourceFrom: number;
  readonly sourceTo: number;
}

export interface EditRuns {
  readonly runs: readonly EditRun[];
  /** Tokens a bracket stands for. */
  readonly swallowed: readonly EditRun[];
  /** Tokens of the whole place; `to` at or below `from` where nothing matches. */
  readonly from: number;
  readonly to: number;
  readonly edits: number;
  readonly matches: number;
}

export function editRuns(
  steps: readonly Step[],
  query: FuzzyQuery,
  prepared: PreparedSource,
): EditRuns {
  const matched = steps.filter(({ kind }) => kind === 'match');
  const first = matched[0]?.source ?? 0;
  const last = matched.at(-1)?.source ?? -1;
  const raw = collect(steps);
  const swallowed = steps
    .filter(({ kind, taken }) => kind === 'swallowed' && taken > 0)
    .map((step) => ({
      queryFrom: step.query,
      queryTo: step.query + 1,
      sourceFrom: step.source,
      sourceTo: step.source + step.taken,
    }));
  const runs = raw
    .map((run, i) => {
      if (i === 0 && run.queryFrom === 0) return reachBack(run, first, prepared);
      const atEnd = i === raw.length - 1 && run.queryTo === query.entries.length;
      return atEnd ? reachOn(run, last + 1, prepared) : run;
    })
    .filter((run) => !isSame(run, query, prepared));
  const edits = runs.reduce(
    (sum, run) => sum + Math.max(lengthOfQuery(run), lengthOfSource(run)),
    0,
  );
  return {
    runs,
    swallowed,
    from: Math.min(first, ...runs.slice(0, 1).map(({ sourceFrom }) => sourceFrom)),
    to: Math.max(last + 1, ...runs.slice(-1).map(({ sourceTo }) => sourceTo)),
    edits,
    matches: matched.length,
  };
}

export function lengthOfQuery({ queryFrom, queryTo }: EditRun): number {
  return queryTo - queryFrom;
}

export function lengthOfSource({ sourceFrom, sourceTo }: EditRun): number {
  return sourceTo - sourceFrom;
}

/** Edits without a match or a bracket between them are one run; a reference to a note parts nothing. */
function collect(steps: readonly Step[]): EditRun[] {
  const runs: EditRun[] = [];
  let open: EditRun | undefined;
  for (const { kind, query, source, taken } of steps) {
    if (kind === 'note') continue;
    if (kind === 'match' || kind === 'swallowed') {
      if (open) runs.push(open);
      open = undefined;
      continue;
    }
    const entries = kind === 'omitted' ? 0 : 1;
    open = {
      queryFrom: open?.queryFrom ?? query,
      queryTo: query + entries,
      sourceFrom: open?.sourceFrom ?? source,
      sourceTo: source + taken,
    };
  }
  if (open) runs.push(open);
  return runs;
}

/**
 * Words before the first match stand against as many words of the source before it, as far as its sentence reaches:
 * "13 networks" for "12 networks" is a changed number, not an added one.
 */
function reachBack(run: EditRun, first: number, prepared: PreparedSource): EditRun {
  let sourceFrom = Math.min(run.sourceFrom, first);
  while (
    first - sourceFrom < lengthOfQuery(run) &&
    sourceFrom > 0 &&
    !endsSentence(prepared, sourceFrom - 1)
  )
    sourceFrom--;
  return { ...run, sourceFrom, sourceTo: first };
}

function reachOn(run: EditRun, after: number, prepared: PreparedSource): EditRun {
  const { count } = prepared.index();
  let sourceTo = Math.max(run.sourceTo, after);
  while (
    sourceTo - after < lengthOfQuery(run) &&
    sourceTo < count &&
    !(sourceTo > 0 && endsSentence(prepared, sourceTo - 1))
  )
    sourceTo++;
  return { ...run, sourceFrom: after, sourceTo };
}

/** Whether a sentence or paragraph seems to end between a token and the next one. */
function endsSentence(prepared: PreparedSource, token: number): boolean {
  const { start, end } = between(prepared, token);
  return /[.!?。！？؟]|\n\s*\n/.test(prepared.source.text.slice(start, end));
}

function between(prepared: PreparedSource, token: number) {
  const { starts } = prepared.index();
  const skeleton = prepared.skeleton();
  const unit = starts[token + 1] ?? skeleton.marks.length;
  const before = textRange(skeleton, unit - 1, unit);
  return {
    start: before.end,
    end: Math.min(skeleton.starts[unit] ?? before.end, before.end + 200),
  };
}

/** The same letters, parted in a way that may be read alike: "anti trafficking" and "anti-trafficking". */
function isSame(run: EditRun, { entries }: FuzzyQuery, prepared: PreparedSource): boolean {
  if (lengthOfQuery(run) === 0 || lengthOfSource(run) === 0) return false;
  const own = entries[run.queryFrom];
  const last = entries[run.queryTo - 1];
  if (own?.kind !== 'word' || last?.kind !== 'word' || own.literal !== last.literal) return false;
  const { skeleton, tokens } = own.literal;
  const { starts } = prepared.index();
  const queryUnit = tokens.starts[own.token] ?? 0;
  const length = (tokens.starts[last.token + 1] ?? 0) - queryUnit;
  const unit = starts[run.sourceFrom] ?? 0;
  return (
    length === (starts[run.sourceTo] ?? 0) - unit &&
    agreement(prepared.skeleton(), unit, skeleton, length, queryUnit) === length
  );
}

/** A run's words as the segment has them, on one line. */
export function quoteWords({ queryFrom, queryTo }: EditRun, { entries }: FuzzyQuery): string {
  const pieces: string[] = [];
  let at = queryFrom;
  while (at < queryTo) {
    const entry = entries[at];
    if (entry?.kind !== 'word') {
      at++;
      continue;
    }
    let to = at;
    while (to + 1 < queryTo && isNext(entries[to + 1], entry.literal)) to++;
    const last = entry.token + to - at;
    pieces.push(literalWords(entry.literal, entry.token, last + 1));
    at = to + 1;
  }
  return pieces.join(' ');
}

function isNext(entry: FuzzyQuery['entries'][number] | undefined, literal: Literal): boolean {
  return entry?.kind === 'word' && entry.literal === literal;
}

function literalWords({ text, skeleton, tokens }: Literal, from: number, to: number): string {
  const { start, end } = textRange(skeleton, tokens.starts[from] ?? 0, tokens.starts[to] ?? 0);
  return onOneLine(text.slice(start, end));
}

export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
