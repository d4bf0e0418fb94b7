// Places of a segment with brackets: its literals stand as in the quote, and between two of them a bracket stands for
// nothing or for a few words of the source.
import { findPlaces, standsAt, type Place } from './find-exact.ts';
import type { Join, Literal, Pattern } from './pattern.ts';
import { boundaries, boundaryAt, type Skeleton } from './skeleton.ts';
import type { TokenIndex } from './token-index.ts';

/** What a bracket replaces: units [from, to) of the skeleton. */
export interface Swallowed extends Place {
  /** What stands in the bracket. */
  readonly text: string;
}

export interface MarkedPlace extends Place {
  readonly swallowed: readonly Swallowed[];
}

const mostSwallowed = 8;
/** Brackets beyond these make the alignment decide. */
const mostJoins = 64;

/** Places as `findPlaces` has them; of several readings of one place the one that swallows least. */
export function findMarked(
  skeleton: Skeleton,
  { literals, joins }: Pattern,
  after: number,
  index?: TokenIndex,
): MarkedPlace[] {
  const anchor = literals.reduce(
    (best, literal, i) => (lengthOf(literal) > lengthOf(literals[best]) ? i : best),
    0,
  );
  const literal = literals[anchor];
  if (literal === undefined || literals.length > mostJoins) return [];
  const places: MarkedPlace[] = [];
  for (const place of findPlaces(skeleton, literal, after, index)) {
    const right = walk(skeleton, place.to, 1, stepsRight(literals, joins, anchor));
    if (right === undefined) continue;
    const left = walk(skeleton, place.from, -1, stepsLeft(literals, joins, anchor));
    if (left === undefined) continue;
    const swallowed = [...left.swallowed, ...right.swallowed].sort((a, b) => a.from - b.from);
    places.push({ from: left.at, to: right.at, swallowed });
  }
  return places;
}

function lengthOf(literal: Literal | undefined): number {
  return literal?.skeleton.letters.length ?? 0;
}

type Step = { readonly literal: Literal } | { readonly join: Join };

function stepsRight(literals: readonly Literal[], joins: Pattern['joins'], anchor: number): Step[] {
  const steps: Step[] = [];
  for (let i = anchor + 1; i < literals.length; i++) {
    for (const join of joins[i] ?? []) steps.push({ join });
    const literal = literals[i];
    if (literal) steps.push({ literal });
  }
  return [...steps, ...outer(joins[literals.length] ?? [])];
}

function stepsLeft(literals: readonly Literal[], joins: Pattern['joins'], anchor: number): Step[] {
  const steps: Step[] = [];
  for (let i = anchor; i > 0; i--) {
    for (const join of (joins[i] ?? []).toReversed()) steps.push({ join });
    const literal = literals[i - 1];
    if (literal) steps.push({ literal });
  }
  return [...steps, ...outer((joins[0] ?? []).toReversed())];
}

/** At the segment's ends a bracket for words may stand for nothing: what it replaces cannot be told. */
function outer(joins: readonly Join[]): Step[] {
  const free = joins.findIndex(({ kind }) => kind === 'words');
  return joins.slice(0, free < 0 ? joins.length : free).map((join) => ({ join }));
}

interface State {
  readonly at: number;
  readonly words: number;
  readonly swallowed: readonly Swallowed[];
}

/** All readings at once, by where they have come to; the frugal ones first. */
function walk(
  skeleton: Skeleton,
  from: number,
  direction: 1 | -1,
  steps: readonly Step[],
): State | undefined {
  let states: readonly State[] = [{ at: from, words: 0, swallowed: [] }];
  for (const step of steps) {
    const next = new Map<number, State>();
    for (const state of states) {
      for (const reached of take(skeleton, state, direction, step)) {
        const known = next.get(reached.at);
        if (known === undefined || known.words > reached.words) next.set(reached.at, reached);
      }
    }
    states = [...next.values()];
    if (states.length === 0) return undefined;
  }
  return states.reduce((best, state) => (state.words < best.words ? state : best));
}

function take(skeleton: Skeleton, state: State, direction: 1 | -1, step: Step): State[] {
  if ('join' in step) return swallow(skeleton, state, direction, step.join);
  const { literal } = step;
  const length = lengthOf(literal);
  const from = direction === 1 ? state.at : state.at - length;
  if (from < 0 || !standsAt(skeleton, from, literal)) return [];
  return [{ ...state, at: direction === 1 ? from + length : from }];
}

function swallow(skeleton: Skeleton, state: State, direction: 1 | -1, join: Join): State[] {
  const reached: State[] = join.kind === 'words' ? [state] : [];
  const most = join.kind === 'words' ? mostSwallowed : 1;
  let at = state.at;
  for (let words = 1; words <= most; words++) {
    const next = wordFrom(skeleton, at, direction);
    if (next === undefined) break;
    at = next;
    const [from, to] = direction === 1 ? [state.at, at] : [at, state.at];
    if (join.kind === 'word' && !isLike(skeleton.letters.slice(from, to), join)) continue;
    const text = join.kind === 'words' ? join.text : '';
    reached.push({
      at,
      words: state.words + words,
      swallowed: [...state.swallowed, { from, to, text }],
    });
  }
  return reached;
}

function isLike(word: string, { prefix, suffix, room }: Extract<Join, { kind: 'word' }>): boolean {
  const own = prefix.length + suffix.length;
  return (
    word.length >= own &&
    word.length <= own + room &&
    word.startsWith(prefix) &&
    word.endsWith(suffix)
  );
}

/** The next boundary of words from `at`; undefined at the text's end. */
function wordFrom(skeleton: Skeleton, at: number, direction: 1 | -1): number | undefined {
  const last = direction === 1 ? skeleton.marks.length : 0;
  if (at === last) return undefined;
  let next = at + direction;
  while (next !== last && (boundaryAt(skeleton, next) & boundaries.word) === 0) next += direction;
  return next;
}
