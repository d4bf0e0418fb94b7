// A Word document → the lines of a report, counted from 1, empty ones included; tables row by row, the notes after the body.
import type { DocxBlock, DocxDocument, DocxInline, DocxParagraph } from '../docx/docx-document.ts';
import type { ReportLine } from './report.ts';

const mostLevels = 6;

export function readDocxLines({
  blocks,
  notes,
}: Pick<DocxDocument, 'blocks' | 'notes'>): ReportLine[] {
  const lines: ReportLine[] = [];
  for (const paragraph of paragraphsOf(blocks)) lines.push(lineOf(paragraph, lines.length + 1));
  for (const [note, own] of notes.byId) {
    for (const { role, inlines } of paragraphsOf(own)) {
      const text = inlines.map(textOf).join('').trim();
      const style = role === 'quote' ? ({ style: 'quotation' } as const) : {};
      lines.push({ number: lines.length + 1, text, ...style, note });
    }
  }
  return lines;
}

function* paragraphsOf(blocks: readonly DocxBlock[]): Generator<DocxParagraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block;
    else
      for (const { cells } of block.rows)
        for (const cell of cells) yield* paragraphsOf(cell.blocks);
  }
}

function lineOf(
  { inlines, heading, role, marker, isItem }: DocxParagraph,
  number: number,
): ReportLine {
  const style = role === 'quote' ? 'quotation' : isItem ? 'list' : undefined;
  // A number is read with the words it stands before; a bullet says nothing.
  let text = marker === undefined || marker.isBullet ? '' : `${marker.text} `;
  const emphasis: { start: number; end: number }[] = [];
  for (const inline of inlines) {
    const start = text.length;
    text += textOf(inline);
    if (inline.note !== undefined || (inline.bold !== true && inline.italic !== true)) continue;
    const last = emphasis.at(-1);
    if (last?.end === start) last.end = text.length;
    else emphasis.push({ start, end: text.length });
  }
  return {
    number,
    text,
    ...(heading !== undefined && { heading: Math.min(heading, mostLevels) }),
    ...(emphasis.length > 0 && { emphasis }),
    ...(style !== undefined && { style }),
  };
}

function textOf({ text, note }: DocxInline): string {
  return note === undefined ? text : `[^${note}]`;
}
