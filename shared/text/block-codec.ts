// What a stored working text says of its blocks and spans, checked before anything is shown by it.
import { integer, isBoolean, listOf, oneOf, record, text, type Shape } from '../shape.ts';
import { safeLink } from './safe-link.ts';
import type { Block, CellPlace, Span } from './working-text.ts';

const longestMarker = 100;
const offset = integer(0, Number.MAX_SAFE_INTEGER);
const span = integer(1, 100_000);

const isCell = record<CellPlace>({
  table: offset,
  row: offset,
  column: offset,
  header: isBoolean,
  columns: span,
  rows: span,
});

const isBlock = record<Block>(
  {
    start: offset,
    end: offset,
    kind: oneOf('paragraph', 'heading', 'item', 'quote', 'code', 'caption', 'cell'),
    level: integer(0, 1000),
    marker: text(longestMarker),
    cell: isCell,
  },
  ['marker', 'cell'],
);

const isLink: Shape<string> = (value): value is string =>
  typeof value === 'string' && safeLink(value) !== undefined;

const isSpan = record<Span>(
  {
    start: offset,
    end: offset,
    kind: oneOf('link', 'bold', 'italic', 'superscript', 'code'),
    target: isLink,
  },
  ['target'],
);

const areBlocks = listOf(isBlock, Number.MAX_SAFE_INTEGER);
const areSpans = listOf(isSpan, Number.MAX_SAFE_INTEGER);

/** Undefined unless they ascend, keep apart and end in a text of `length`, and cells, and cells only, have their place. */
export function parseBlocks(value: unknown, length: number): readonly Block[] | undefined {
  if (!areBlocks(value)) return undefined;
  let free = 0;
  for (const { start, end, kind, cell } of value) {
    const placed = (cell !== undefined) === (kind === 'cell');
    if (start < free || end < start || end > length || !placed) return undefined;
    if (start === end && kind !== 'cell') return undefined;
    free = end + 1;
  }
  return value;
}

/** Undefined unless they are by start, not empty, in a text of `length`, and links, and links only, have a safe target. */
export function parseSpans(value: unknown, length: number): readonly Span[] | undefined {
  if (!areSpans(value)) return undefined;
  let last = 0;
  for (const { start, end, kind, target } of value) {
    const aimed = (target !== undefined) === (kind === 'link');
    if (start < last || end <= start || end > length || !aimed) return undefined;
    last = start;
  }
  return value;
}
