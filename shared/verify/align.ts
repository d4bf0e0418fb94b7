// Semi-global alignment of a segment's words with a stretch of a source (Sellers 1980), in a band around the diagonals that
// the candidates name. A bracket takes up to eight words for nearly nothing, a reference to a note none at all.
import { slackOf, wildcard, type Candidate } from './candidates.ts';

export interface Alignment {
  /** Edited words: omitted, added, replaced. */
  readonly edits: number;
  /** One for each entry of the query and each omitted token, in order. */
  readonly steps: readonly Step[];
}

/** `query` and `source`: the entry and the token it begins at. */
export interface Step {
  readonly kind: 'match' | 'replaced' | 'added' | 'omitted' | 'note' | 'swallowed';
  readonly query: number;
  readonly source: number;
  /** Source tokens taken: any number for `swallowed`, else 0 or 1. */
  readonly taken: number;
}

/** Tokens of the source that are references to notes. */
export type IsNote = (token: number) => boolean;

const editCost = 64;
const wordCost = 1;
const mostSwallowed = 8;
const mostCells = 8_000_000;
const least = 32;
const far = 1 << 29;
const ops = {
  none: 0,
  match: 1,
  added: 2,
  replaced: 3,
  omitted: 4,
  note: 5,
  swallowed: 16,
} as const;

/** Undefined where more than `mostEdits` words differ. */
export function align(
  query: Int32Array,
  source: Int32Array,
  { low, high }: Candidate,
  mostEdits: number,
  isNote: IsNote,
): Alignment | undefined {
  const rows = query.length;
  const slack = slackOf(rows);
  const room = Math.max(least, Math.floor(mostCells / Math.max(1, rows)));
  const width = Math.min(high - low + 1 + 2 * slack, room);
  const base = Math.max(low - slack, ((low + high) >> 1) - (width >> 1));
  const limit = mostEdits * editCost + rows * mostSwallowed * wordCost;
  const trace = new Uint8Array(rows * width);
  let last = new Int32Array(width);
  let row = new Int32Array(width);
  for (let b = 0; b < width; b++) last[b] = isWithin(base + b, source) ? 0 : far;
  for (let i = 1; i <= rows; i++) {
    const fill = query[i - 1] === wildcard ? fillWildcard : fillWord;
    const smallest = fill({ query, source, isNote, base, width, trace }, i, last, row);
    if (smallest > limit) return undefined;
    [last, row] = [row, last];
  }
  let end = 0;
  for (let b = 1; b < width; b++) if ((last[b] ?? far) < (last[end] ?? far)) end = b;
  return (last[end] ?? far) > limit ? undefined : readTrace(trace, width, base, rows, end);
}

interface Band {
  readonly query: Int32Array;
  readonly source: Int32Array;
  readonly isNote: IsNote;
  /** Cell `b` of row `i` ends before the source's token `i + base + b`. */
  readonly base: number;
  readonly width: number;
  readonly trace: Uint8Array;
}

/**
 * Fills the row of a word and answers its least cost. At equal cost words were omitted rather than added (more match so),
 * and added rather than replaced (`reachBack` looks at the segment's beginning).
 */
function fillWord(band: Band, i: number, last: Int32Array, row: Int32Array): number {
  const { query, source, isNote, base, width, trace } = band;
  const id = query[i - 1];
  let smallest = far;
  let left = far;
  for (let b = 0; b < width; b++) {
    const at = i + base + b;
    let cost = far;
    let op: number = ops.none;
    if (isWithin(at, source)) {
      cost = (last[b + 1] ?? far) + editCost;
      op = ops.added;
      if (at > 0) {
        const same = source[at - 1] === id;
        const diagonal = (last[b] ?? far) + (same ? 0 : editCost);
        if (diagonal < cost || (same && diagonal === cost)) {
          cost = diagonal;
          op = same ? ops.match : ops.replaced;
        }
        const note = isNote(at - 1);
        const omitted = left + (note ? 0 : editCost);
        if (omitted < cost || (omitted === cost && op !== ops.match)) {
          cost = omitted;
          op = note ? ops.note : ops.omitted;
        }
      }
    }
    row[b] = cost;
    left = cost;
    trace[(i - 1) * width + b] = op;
    if (cost < smallest) smallest = cost;
  }
  return smallest;
}

/** The same for a bracket. */
function fillWildcard(band: Band, i: number, last: Int32Array, row: Int32Array): number {
  const { source, base, width, trace } = band;
  let smallest = far;
  let left = far;
  for (let b = 0; b < width; b++) {
    let cost = far;
    let op: number = ops.none;
    if (isWithin(i + base + b, source)) {
      for (let taken = 0; taken <= mostSwallowed; taken++) {
        const own = (last[b + 1 - taken] ?? far) + taken * wordCost;
        if (own >= cost) continue;
        cost = own;
        op = ops.swallowed + taken;
      }
      if (left + editCost < cost) {
        cost = left + editCost;
        op = ops.omitted;
      }
    }
    row[b] = cost;
    left = cost;
    trace[(i - 1) * width + b] = op;
    if (cost < smallest) smallest = cost;
  }
  return smallest;
}

function isWithin(at: number, source: Int32Array): boolean {
  return at >= 0 && at <= source.length;
}

function readTrace(
  trace: Uint8Array,
  width: number,
  base: number,
  rows: number,
  end: number,
): Alignment {
  const steps: Step[] = [];
  let edits = 0;
  let i = rows;
  let b = end;
  while (i > 0) {
    const op = trace[(i - 1) * width + b] ?? ops.none;
    if (op === ops.none) break;
    const at = i + base + b;
    if (op >= ops.swallowed) {
      const taken = op - ops.swallowed;
      steps.push({ kind: 'swallowed', query: i - 1, source: at - taken, taken });
      b += 1 - taken;
      i--;
    } else if (op === ops.match || op === ops.replaced) {
      const kind = op === ops.match ? 'match' : 'replaced';
      steps.push({ kind, query: i - 1, source: at - 1, taken: 1 });
      i--;
    } else if (op === ops.added) {
      steps.push({ kind: 'added', query: i - 1, source: at, taken: 0 });
      b++;
      i--;
    } else {
      steps.push({
        kind: op === ops.note ? 'note' : 'omitted',
        query: i,
        source: at - 1,
        taken: 1,
      });
      b--;
    }
    if (op !== ops.match && op !== ops.note && op < ops.swallowed) edits++;
  }
  return { edits, steps: steps.reverse() };
}
