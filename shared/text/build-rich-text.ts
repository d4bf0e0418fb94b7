// A structured document → the working text.
import type { SourceFormat } from '../evidence/source.ts';
import { countUnreadable } from './glyphs.ts';
import { squeezedPrint } from './print.ts';
import {
  pictureMarker,
  type RichBlock,
  type RichDocument,
  type RichInline,
  type RichTable,
} from './rich-document.ts';
import { RichWriter } from './rich-writer.ts';
import { safeLink } from './safe-link.ts';
import { SpanList } from './span-list.ts';
import { placeCells } from './table-grid.ts';
import type { TextRange } from './text-map.ts';
import { countWords } from './words.ts';
import type { Block, MarkedRange, RangeKind, Section, WorkingText } from './working-text.ts';

const longestMarker = 40;
const deepestItem = 100;

/**
 * A line for each block; a line for each row of a table, its cells parted by tabs. One page without a label; the offset
 * map's stream is the text of all inlines in order, of which only blanks (folded outside code) and soft hyphens (dropped)
 * may differ. Blocks and rows without a character leave nothing.
 */
export function buildRichText(
  { blocks, direction }: RichDocument,
  format: SourceFormat,
  extractor: string,
): WorkingText {
  const parts: Parts = {
    ...{ out: new RichWriter(), spans: new SpanList() },
    ...{ blocks: [], ranges: [], headings: [], tables: 0 },
  };
  for (const block of blocks) {
    if (block.kind === 'table') addTable(parts, block);
    else addLine(parts, block);
  }
  const { text, map } = parts.out.finish();
  return {
    ...{ extractor, format, text, map, joins: [] },
    pages: [{ label: '', start: 0, width: 0, height: 0, print: squeezedPrint(streamOf(blocks)) }],
    sections: parts.headings.map(({ start, end, level, marker }): Section => {
      const title = text.slice(start, end);
      return { start, level, title: marker === undefined ? title : `${marker} ${title}` };
    }),
    ranges: parts.ranges,
    blocks: parts.blocks,
    spans: parts.spans.all,
    words: countWords(text),
    unreadable: countUnreadable(text),
    ...(direction === 'rtl' && { direction }),
  };
}

interface Parts {
  readonly out: RichWriter;
  readonly spans: SpanList;
  readonly blocks: Block[];
  readonly ranges: MarkedRange[];
  readonly headings: Block[];
  tables: number;
}

type RichLine = Exclude<RichBlock, RichTable>;

function addLine(parts: Parts, line: RichLine): void {
  parts.out.startLine();
  const aside = asideOf(line);
  const range = addInlines(parts, line.inlines, line.kind === 'code', aside !== undefined);
  if (range === undefined) return;
  const block = blockOf(line, range);
  parts.blocks.push(block);
  const isShown = aside === undefined && line.inlines.some(({ hidden }) => hidden !== true);
  if (line.kind === 'heading' && isShown) parts.headings.push(block);
  addRange(parts.ranges, range, aside);
}

function blockOf(line: RichLine, range: TextRange): Block {
  switch (line.kind) {
    case 'heading':
      return {
        ...{ ...range, kind: 'heading', level: clamp(line.level, 1, 6) },
        ...markerOf(line.marker ?? ''),
      };
    case 'item': {
      const level = clamp(line.depth, 1, deepestItem);
      return { ...range, kind: 'item', level, ...markerOf(line.marker) };
    }
    case 'note':
      return { ...range, kind: 'paragraph', level: 0, ...markerOf(line.label) };
    case 'picture':
      return { ...range, kind: 'caption', level: 0, marker: pictureMarker };
    case 'paragraph':
    case 'quote':
    case 'code':
    case 'caption':
      return { ...range, kind: line.kind, level: 0 };
  }
}

function markerOf(marker: string): { readonly marker?: string } {
  const shown = marker.trim().slice(0, longestMarker);
  return shown === '' ? {} : { marker: shown };
}

function addTable(parts: Parts, { rows, boilerplate }: RichTable): void {
  const table = parts.tables++;
  const grid = placeCells(rows);
  rows.forEach(({ cells }, row) => {
    parts.out.startLine();
    if (!cells.some(({ inlines }) => inlines.some(({ text }) => /[^\s\u00ad]/.test(text)))) {
      // The map's stream has their soft hyphens all the same.
      for (const { inlines } of cells) addInlines(parts, inlines, false, true);
      return;
    }
    const first = parts.blocks.length;
    cells.forEach((cell, i) => {
      if (i > 0) parts.out.tab();
      const range = addInlines(parts, cell.inlines, false, boilerplate === true);
      const here = parts.out.startCell();
      const place = { table, row, header: cell.header, ...(grid[row]?.[i] ?? firstPlace) };
      parts.blocks.push({
        ...(range ?? { start: here, end: here }),
        kind: 'cell',
        level: 0,
        cell: place,
        ...markerOf(cell.marker ?? ''),
      });
    });
    const start = parts.blocks[first]?.start ?? 0;
    const end = parts.blocks.at(-1)?.end ?? start;
    addRange(parts.ranges, { start, end }, boilerplate === true ? 'boilerplate' : undefined);
  });
}

const firstPlace = { column: 0, columns: 1, rows: 1 };

/** Where the characters stand, or undefined when there are none. */
function addInlines(
  { out, spans, ranges }: Parts,
  inlines: readonly RichInline[],
  isCode: boolean,
  isAside: boolean,
): TextRange | undefined {
  let start: number | undefined;
  let end = 0;
  spans.startBlock();
  for (const inline of inlines) {
    const range = out.write(inline.text, isCode ? 'kept' : 'collapsed');
    if (range === undefined) continue;
    const link = inline.link === undefined ? undefined : safeLink(inline.link);
    spans.add(range, inline, link);
    start ??= range.start;
    end = range.end;
    // Ranges never overlap: what lies in a note or in boilerplate is part of that.
    if (isAside) continue;
    if (inline.hidden === true) addRange(ranges, range, 'hidden');
    else if (inline.noteref === true) ranges.push({ ...range, kind: 'noteref', page: 0 });
  }
  return start === undefined ? undefined : { start, end };
}

function asideOf(line: RichLine): 'footnote' | 'boilerplate' | undefined {
  // A description stands between words of the document as a note does, and belongs to none of its sentences.
  if (line.kind === 'note' || line.kind === 'picture') return 'footnote';
  return line.boilerplate === true ? 'boilerplate' : undefined;
}

/** Boilerplate in a row is one range, and so is what is hidden. */
function addRange(
  ranges: MarkedRange[],
  { start, end }: TextRange,
  kind: RangeKind | undefined,
): void {
  if (kind === undefined || end <= start) return;
  const last = ranges.at(-1);
  const mayGoOn = kind === 'boilerplate' || kind === 'hidden';
  const goesOn = mayGoOn && last?.kind === kind && last.end + 1 >= start;
  if (goesOn) ranges.pop();
  ranges.push({ start: goesOn ? last.start : start, end, kind, page: 0 });
}

function* streamOf(blocks: readonly RichBlock[]): Iterable<string> {
  for (const block of blocks) {
    const lists =
      block.kind === 'table'
        ? block.rows.flatMap(({ cells }) => cells.map(({ inlines }) => inlines))
        : [block.inlines];
    for (const inlines of lists) for (const { text } of inlines) yield text;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least;
}
