// Lines of a report → its paragraphs: wrapped lines joined, list and block marks taken off, a table's row cell by cell.
// Every character keeps the way back to its line.
import type { ReportLine, Span } from './report.ts';

/** From `at` in the paragraph's text on stands line `line`, beginning with its character `from`. */
interface Part {
  readonly at: number;
  readonly line: ReportLine;
  readonly from: number;
}

export interface Paragraph {
  /** Wrapped lines are parted by a line end. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** Blank lines stand before it. */
  readonly gap: boolean;
  /** Set as a block quotation. */
  readonly quoted: boolean;
  readonly item: boolean;
  /** A cell of a table. */
  readonly cell: boolean;
}

interface Bare {
  readonly line: ReportLine;
  readonly from: number;
  readonly text: string;
  readonly quoted: boolean;
  readonly item: boolean;
}

const blockMark = /^\s*(?:>\s?)+/;
const itemMark = /^\s*[-*+•‣▪◦●○■➢❖✓·]\s+/;
const tableRow = /^\s*\|.*\|\s*$/;
const tableRule = /^(?=[^-]*--)[\s:|-]+$/;

/** `wrapped`: whether lines may be wrapped paragraphs; paragraphs of a DOCX or PDF never are. */
export function readParagraphs(lines: readonly ReportLine[], wrapped: boolean): Paragraph[] {
  const isHead = (i: number) => tableRule.test(lines[i + 1]?.text ?? '');
  const width = wrapped ? wrapWidth(lines) : Infinity;
  const paragraphs: Paragraph[] = [];
  let open: Bare[] = [];
  let gap = true;
  let openGap = true;
  const close = () => {
    const first = open[0];
    if (first !== undefined) paragraphs.push(joined(open, openGap, first));
    open = [];
  };
  for (const [i, line] of lines.entries()) {
    if (line.text.trim() === '') {
      close();
      gap = true;
      continue;
    }
    if (wrapped && tableRow.test(line.text)) {
      close();
      const row = isHead(i) ? [bareLine({ ...line, text: '---' }, false)] : cells(line);
      for (const cell of row) paragraphs.push({ ...joined([cell], gap, cell), cell: true });
      gap = false;
      continue;
    }
    const bare = bareLine(line, wrapped);
    const last = open.at(-1);
    if (last === undefined || gap || !goesOn(last, bare, width)) {
      close();
      openGap = gap;
    }
    open.push(bare);
    gap = false;
  }
  close();
  return paragraphs;
}

function joined(bares: readonly Bare[], gap: boolean, first: Bare): Paragraph {
  const parts: Part[] = [];
  let text = '';
  for (const { line, from, text: own } of bares) {
    if (text !== '') text += '\n';
    parts.push({ at: text.length, line, from });
    text += own;
  }
  return { text, parts, gap, quoted: first.quoted, item: first.item, cell: false };
}

function bareLine(line: ReportLine, marked: boolean): Bare {
  const block = marked ? (blockMark.exec(line.text)?.[0].length ?? 0) : 0;
  const item = itemMark.exec(line.text.slice(block))?.[0].length ?? 0;
  const from = block + item + indentOf(line.text.slice(block + item));
  return {
    line,
    from,
    text: line.text.slice(from).trimEnd(),
    quoted: block > 0 || line.style === 'quotation',
    item: item > 0 || line.style === 'list',
  };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function cells(line: ReportLine): Bare[] {
  if (tableRule.test(line.text)) return [bareLine({ ...line, text: '---' }, false)];
  const found = Array.from(line.text.matchAll(/(?:\\\||[^|])+/g), ({ 0: cell, index }): Bare => {
    const from = index + indentOf(cell);
    return { line, from, text: cell.trim(), quoted: false, item: false };
  });
  return found.filter(({ text }) => text !== '');
}

const openEnd = /(?:,|\(|[\p{L}]-)$/u;

function goesOn(a: Bare, b: Bare, width: number): boolean {
  if (b.item || a.quoted !== b.quoted || a.line.heading !== undefined) return false;
  if (b.line.heading !== undefined || a.line.note !== undefined) return false;
  if (width !== Infinity) {
    const firstWord = b.text.split(/\s/, 1)[0]?.length ?? 0;
    if (a.from + a.text.length + 1 + firstWord > width) return true;
  }
  return (openEnd.test(a.text) && a.text.length < 400) || /^\((?:https?:|www\.)/.test(b.text);
}

const widestWrap = 130;

/** Width at which the lines are wrapped, or Infinity where each line is a paragraph. */
function wrapWidth(lines: readonly ReportLine[]): number {
  const lengths = lines.map(({ text }) => text.trimEnd().length).filter((length) => length > 0);
  lengths.sort((a, b) => a - b);
  // A long address cannot be wrapped: a few longer lines are allowed.
  const longest = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  const usual = lengths[Math.floor(lengths.length * 0.85)] ?? 0;
  const full = lengths.filter((length) => length > 0.8 * usual).length;
  return usual > 40 && longest <= widestWrap && full >= 3 && full >= 0.3 * lengths.length
    ? usual
    : Infinity;
}

/** The line a place of the paragraph stands on. */
export function lineAt(paragraph: Paragraph, offset: number): number {
  return (
    (paragraph.parts.findLast(({ at }) => at <= offset) ?? paragraph.parts[0])?.line.number ?? 0
  );
}

/** The paragraph from `start` to `end`, without white space at its ends; undefined when nothing is left. */
export function slice(paragraph: Paragraph, start: number, end = Infinity): Paragraph | undefined {
  const cut = paragraph.text.slice(start, end);
  const from = start + indentOf(cut);
  const text = cut.trim();
  if (text === '') return undefined;
  const to = from + text.length;
  const parts = paragraph.parts.flatMap((part, i): Part[] => {
    const next = paragraph.parts[i + 1]?.at ?? Infinity;
    if (next <= from || part.at >= to) return [];
    const skipped = Math.max(0, from - part.at);
    return [{ at: part.at + skipped - from, line: part.line, from: part.from + skipped }];
  });
  return { ...paragraph, text, parts, gap: start === 0 && paragraph.gap };
}

const emphasisMarks =
  /(?<![\p{L}\p{N}*\\])(\*{1,3})(?=[^\s*])([^*]{0,600}[^\s*\\])\1(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_\\/])(_{1,3})(?=[^\s_])([^_]{0,600}[^\s_\\])\3(?![\p{L}\p{N}_])/gu;

/** Emphasised stretches of a paragraph's text: by its format, or by `*` and `_`. */
export function emphasisOf({ text, parts }: Paragraph): Span[] {
  const styled = parts.flatMap(({ at, line, from }) => {
    const reach = line.text.length;
    return (line.emphasis ?? []).flatMap(({ start, end }): Span[] => {
      const span = {
        start: at + Math.max(start, from) - from,
        end: at + Math.min(end, reach) - from,
      };
      return span.end > span.start && span.start < text.length
        ? [{ start: span.start, end: Math.min(span.end, text.length) }]
        : [];
    });
  });
  if (!/[*_]/.test(text)) return styled;
  const marked = Array.from(text.matchAll(emphasisMarks), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  return [...styled, ...marked];
}
