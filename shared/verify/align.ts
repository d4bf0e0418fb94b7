// Semi-global alignment of a segment's words with a stretch of a source (Sellers 1980), in a band around the diagonals that
// the candidates name; a run of omitted words may cost less than its length (Gotoh 1982). A bracket takes up to eight
// words for nearly nothing, a reference to a note none at all.
import { wildcard } from './candidates.ts';
import { ops, readTrace, runBit, type IsNote, type Step } from './alignment-trace.ts';

export interface AlignmentTask {
  /** Numbers of words; `wildcard` for a bracket. */
  readonly query: Int32Array;
  readonly source: Int32Array;
  /** Diagonals looked at, both included. */
  readonly low: number;
  readonly high: number;
  /** The one to stay near where the band must be narrow. */
  readonly middle: number;
  readonly isNote: IsNote;
  /** In units of `editCost`; more makes the answer undefined. */
  readonly mostCost: number;
  /** What each omitted word after the first of a run costs. */
  readonly furtherOmission: number;
}

export const editCost = 64;
const wordCost = 1;
const mostSwallowed = 8;
const mostCells = 8_000_000;
const leastWidth = 32;
const far = 1 << 29;

/** One step for each entry of the query and each omitted token, in order. */
export function align(task: AlignmentTask): Step[] | undefined {
  const { query, source, low, high, middle, mostCost } = task;
  const rows = query.length;
  const room = Math.max(leastWidth, Math.floor(mostCells / Math.max(1, rows)));
  const width = Math.min(high - low + 1, room);
  const base = Math.min(high + 1 - width, Math.max(low, middle - (width >> 1)));
  const band: Band = { ...task, base, width, trace: new Uint8Array(rows * width) };
  const limit = mostCost + rows * mostSwallowed * wordCost;
  let last = new Int32Array(width);
  let row = new Int32Array(width);
  for (let b = 0; b < width; b++) last[b] = isWithin(base + b, source) ? 0 : far;
  for (let i = 1; i <= rows; i++) {
    const isWord = query[i - 1] !== wildcard;
    const smallest = isWord ? fillWord(band, i, last, row) : fillWildcard(band, i, last, row);
    if (smallest > limit) return undefined;
    [last, row] = [row, last];
  }
  let end = 0;
  for (let b = 1; b < width; b++) if ((last[b] ?? far) < (last[end] ?? far)) end = b;
  return (last[end] ?? far) > limit ? undefined : readTrace(band, rows, end);
}

interface Band extends AlignmentTask {
  /** Cell `b` of row `i` ends before the source's token `i + base + b`. */
  readonly base: number;
  readonly width: number;
  /** `ops`, with `runBit` where a run of omitted words that ends here has more than one. */
  readonly trace: Uint8Array;
}

/**
 * Fills the row of a word and answers its least cost. At equal cost words were omitted rather than added (more match so),
 * and added rather than replaced (`reachBack` looks at the segment's beginning).
 */
function fillWord(band: Band, i: number, last: Int32Array, row: Int32Array): number {
  const { query, source, isNote, base, width, trace, furtherOmission } = band;
  const id = query[i - 1];
  let smallest = far;
  let left = far;
  let run = far;
  for (let b = 0; b < width; b++) {
    const at = i + base + b;
    let cost = far;
    let op: number = ops.none;
    let longer = 0;
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
        longer = run + (note ? 0 : furtherOmission) < left + editCost ? runBit : 0;
        run = Math.min(run + (note ? 0 : furtherOmission), left + editCost);
        if (run < cost || (run === cost && op !== ops.match)) {
          cost = run;
          op = ops.omitted;
        }
        if (note && left <= cost) {
          cost = left;
          op = ops.omitted;
          longer = 0;
        }
      }
    }
    row[b] = cost;
    left = cost;
    trace[(i - 1) * width + b] = op | longer;
    if (cost < smallest) smallest = cost;
  }
  return smallest;
}

/** The same for a bracket. */
function fillWildcard(band: Band, i: number, last: Int32Array, row: Int32Array): number {
  const { source, base, width, trace, furtherOmission } = band;
  let smallest = far;
  let left = far;
  let run = far;
  for (let b = 0; b < width; b++) {
    let cost = far;
    let op: number = ops.none;
    let longer = 0;
    if (isWithin(i + base + b, source)) {
      for (let taken = 0; taken <= mostSwallowed; taken++) {
        const own = (last[b + 1 - taken] ?? far) + taken * wordCost;
        if (own >= cost) continue;
        cost = own;
        op = ops.swallowed + taken;
      }
      longer = run + furtherOmission < left + editCost ? runBit : 0;
      run = Math.min(run + furtherOmission, left + editCost);
      if (run < cost) {
        cost = run;
        op = ops.omitted;
      }
    }
    row[b] = cost;
    left = cost;
    trace[(i - 1) * width + b] = op | longer;
    if (cost < smallest) smallest = cost;
  }
  return smallest;
}

function isWithin(at: number, source: Int32Array): boolean {
  return at >= 0 && at <= source.length;
}
