// A working text cut into what the reading column shows: blocks (paragraphs, headings) of runs, and chunks of blocks that
// are laid out together. Every block is a slice of the text, so a place in the column is a place in the text.
import type { Block, Join, RangeKind, Span, WorkingText } from '../../shared/text/working-text.ts';

export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly kind: RangeKind | 'body' | 'markup';
  /** The place where a page break was closed, at the run's start. */
  readonly join?: Join;
  /** How the document sets it; absent for ordinary words. */
  readonly spans?: readonly Span[];
}

export interface TextBlock {
  readonly start: number;
  readonly end: number;
  /** 0 for a paragraph, 1 to 6 for a heading. */
  readonly level: number;
  /** Without a gap from `start` to `end`; of a table they stand in its cells. */
  readonly runs: readonly TextRun[];
  /** What the document says it is, where it says so. A marker is shown by its first piece only. */
  readonly block?: Block;
  /** Rows of cells; tabs and line ends between them are not shown. */
  readonly rows?: readonly (readonly TextBlock[])[];
}

export interface TextChunk {
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly TextBlock[];
}

/** A file without a single blank line still has to be cut somewhere. */
const maxBlockLength = 4000;

export function sliceBlocks(work: WorkingText): readonly TextBlock[] {
  const levels = new Map(work.sections.map(({ start, level }) => [start, level]));
  const cuts = runCuts(work);
  let next = 0;
  const pieces =
    work.blocks === undefined ? paragraphs(work.text) : piecesOf(work.text, work.blocks);
  const sliced = pieces.map(({ start, end, block }): TextBlock => {
    const runs: TextRun[] = [];
    while ((cuts[next]?.end ?? Infinity) <= start) next++;
    for (let i = next; i < cuts.length && (cuts[i]?.start ?? Infinity) < end; i++) {
      const cut = cuts[i];
      if (cut === undefined) break;
      const { start: cutStart, join, ...rest } = cut;
      const run = { ...rest, start: Math.max(start, cutStart), end: Math.min(end, cut.end) };
      runs.push(join !== undefined && cutStart >= start ? { ...run, join } : run);
    }
    if (block !== undefined) {
      return { start, end, level: block.kind === 'heading' ? block.level : 0, runs, block };
    }
    const level = levels.get(start) ?? 0;
    return { start, end, level, runs: level > 0 ? setSignsApart(work.text, runs) : runs };
  });
  return work.blocks === undefined ? sliced : withTables(sliced);
}

/** Rows of one table in blocks of at least so many characters: a table may be as long as a book. */
const tableLength = 6000;

function withTables(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const out: TextBlock[] = [];
  let rows: TextBlock[][] = [];
  const close = () => {
    const first = rows[0]?.[0];
    const last = rows.at(-1)?.at(-1);
    if (first !== undefined && last !== undefined) {
      out.push({ start: first.start, end: last.end, level: 0, runs: [], rows });
    }
    rows = [];
  };
  for (const block of blocks) {
    const cell = block.block?.cell;
    const before = rows.at(-1)?.at(-1);
    const place = before?.block?.cell;
    if (cell !== undefined && cell.table === place?.table && cell.row === place.row) {
      rows.at(-1)?.push(block);
      continue;
    }
    const isLong = block.start - (rows[0]?.[0]?.start ?? block.start) > tableLength;
    if (cell?.table !== place?.table || isLong) close();
    if (cell === undefined) out.push(block);
    else rows.push([block]);
  }
  close();
  return out;
}

function withoutMarker({ start, end, kind, level }: Block): Block {
  return { start, end, kind, level };
}

function piecesOf(text: string, blocks: readonly Block[]): readonly Piece[] {
  return blocks.flatMap((block): readonly Piece[] => {
    if (block.kind === 'cell') return [{ start: block.start, end: block.end, block }];
    return cutLong(text, block).map((piece, i) => ({
      ...piece,
      block: i === 0 ? block : withoutMarker(block),
    }));
  });
}

/** A Markdown heading keeps its signs, as every character of the source; they only step back. */
function setSignsApart(text: string, runs: readonly TextRun[]): readonly TextRun[] {
  const [first, ...rest] = runs;
  if (first === undefined) return runs;
  const signs = /^#{1,6}\s+/.exec(text.slice(first.start, first.end))?.[0].length ?? 0;
  if (signs === 0) return runs;
  const cut = first.start + signs;
  const own: readonly TextRun[] = [
    { ...first, end: cut, kind: 'markup' },
    { start: cut, end: first.end, kind: first.kind },
  ];
  return [...own.filter(({ start, end }) => start < end), ...rest];
}

/** Blocks in groups of at least `length` characters. */
export function groupBlocks(blocks: readonly TextBlock[], length: number): readonly TextChunk[] {
  const chunks: TextChunk[] = [];
  let group: TextBlock[] = [];
  for (const block of blocks) {
    group.push(block);
    const start = group[0]?.start ?? 0;
    if (block.end - start < length) continue;
    chunks.push({ start, end: block.end, blocks: group });
    group = [];
  }
  const first = group[0];
  const last = group.at(-1);
  if (first !== undefined && last !== undefined) {
    chunks.push({ start: first.start, end: last.end, blocks: group });
  }
  return chunks;
}

/** Index of the chunk that shows `offset`, or the nearest before it; 0 where there is none. */
export function chunkAt(chunks: readonly TextChunk[], offset: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((chunks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The whole text as runs: cut where a marked range begins or ends and where a page break was closed. */
function runCuts({ text, ranges, joins, spans = [] }: WorkingText): readonly TextRun[] {
  const pageJoins = new Map(
    joins.filter(({ kind }) => kind === 'page').map((join) => [join.at, join]),
  );
  const ends = new Set([0, text.length, ...pageJoins.keys()]);
  for (const { start, end } of [...ranges, ...spans]) ends.add(start).add(end);
  const places = [...ends].sort((a, b) => a - b);
  let next = 0;
  let nextSpan = 0;
  let open: readonly Span[] = [];
  return places.slice(0, -1).map((start, i): TextRun => {
    const end = places[i + 1] ?? text.length;
    const begun = nextSpan;
    while ((spans[nextSpan]?.start ?? Infinity) <= start) nextSpan++;
    open = [...open, ...spans.slice(begun, nextSpan)].filter((span) => span.end > start);
    while ((ranges[next]?.end ?? Infinity) <= start) next++;
    const range = ranges[next];
    const kind = range !== undefined && range.start <= start ? range.kind : 'body';
    const join = pageJoins.get(start);
    const set = open.length === 0 ? {} : { spans: open };
    return join === undefined ? { start, end, kind, ...set } : { start, end, kind, join, ...set };
  });
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly block?: Block;
}

/** A paragraph is a line of the working text. */
function paragraphs(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    pieces.push(...cutLong(text, trim(text, start, end)));
    start = end + 1;
  }
  return pieces;
}

function trim(text: string, start: number, end: number): Piece {
  const slice = text.slice(start, end);
  const left = slice.length - slice.trimStart().length;
  return { start: start + left, end: start + Math.max(left, slice.trimEnd().length) };
}

function cutLong(text: string, { start, end }: Piece): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  while (end - from > maxBlockLength) {
    const to = cutPlace(text, from);
    pieces.push({ start: from, end: to });
    from = to;
  }
  if (end > from) pieces.push({ start: from, end });
  return pieces;
}

/** After the last space before the limit, else at the limit, but never inside a code point. */
function cutPlace(text: string, from: number): number {
  const limit = from + maxBlockLength;
  // Looked for in this piece only: in 50 MB without a blank, each piece would look through all before it.
  const space = text.slice(from, limit).lastIndexOf(' ');
  if (space > 0) return from + space + 1;
  const low = text.charCodeAt(limit);
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit;
}
