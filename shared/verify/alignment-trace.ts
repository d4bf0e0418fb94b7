// From an alignment's trace to its steps.

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

export const ops = { none: 0, match: 1, added: 2, replaced: 3, omitted: 4, swallowed: 16 } as const;
export const runBit = 128;

interface Trace {
  readonly trace: Uint8Array;
  readonly base: number;
  readonly width: number;
  readonly isNote: IsNote;
}

/** Walks back from cell `end` of the last row. Inside a run of omitted words the cell's own best is not asked. */
export function readTrace(
  { trace, base, width, isNote }: Trace,
  rows: number,
  end: number,
): Step[] {
  const steps: Step[] = [];
  let i = rows;
  let b = end;
  let inRun = false;
  while (i > 0 && b >= 0) {
    const cell = trace[(i - 1) * width + b] ?? ops.none;
    const op = inRun ? ops.omitted : cell & ~runBit;
    const at = i + base + b;
    if (op === ops.none) break;
    if (op === ops.omitted) {
      const kind = isNote(at - 1) ? 'note' : 'omitted';
      steps.push({ kind, query: i, source: at - 1, taken: 1 });
      inRun = (cell & runBit) !== 0;
      b--;
      continue;
    }
    i--;
    if (op >= ops.swallowed) {
      const taken = op - ops.swallowed;
      steps.push({ kind: 'swallowed', query: i, source: at - taken, taken });
      b += 1 - taken;
    } else if (op === ops.added) {
      steps.push({ kind: 'added', query: i, source: at, taken: 0 });
      b++;
    } else {
      const kind = op === ops.match ? 'match' : 'replaced';
      steps.push({ kind, query: i, source: at - 1, taken: 1 });
    }
  }
  return steps.reverse();
}
