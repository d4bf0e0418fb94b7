// What a reader sees where a note is referred to: its number, counted through the document, or a sign of its own.
import type { DocxBlock, DocxInline, DocxNotes } from './docx-document.ts';
import { formatNumber } from './number-formats.ts';

/** By id, in the order of the references. Notes nobody refers to have none: no page shows them. */
export function labelNotes(
  blocks: readonly DocxBlock[],
  { footnoteFormat, endnoteFormat }: Omit<DocxNotes, 'byId'>,
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const counts = { footnotes: 0, endnotes: 0 };
  for (const { note, text } of references(blocks)) {
    if (note === undefined || labels.has(note)) continue;
    const own = text.trim();
    const isEndnote = note.startsWith('e');
    if (own !== '') labels.set(note, own.slice(0, 20));
    else if (isEndnote) labels.set(note, formatNumber(++counts.endnotes, endnoteFormat));
    else labels.set(note, formatNumber(++counts.footnotes, footnoteFormat));
  }
  return labels;
}

function* references(blocks: readonly DocxBlock[]): Generator<DocxInline> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const inline of block.inlines) if (inline.note !== undefined) yield inline;
    } else {
      for (const { cells } of block.rows) for (const cell of cells) yield* references(cell.blocks);
    }
  }
}
