// A Word document → a structured document of the library: running heads first, then the text, its notes, running feet.
import type { RichBlock, RichDocument, RichInline, RichTable } from '../text/rich-document.ts';
import type { DocxBlock, DocxDocument, DocxParagraph, DocxTable } from './docx-document.ts';
import { labelNotes } from './note-labels.ts';
import { cellMarker } from '../text/cell-marker.ts';

type Labels = ReadonlyMap<string, string>;

export function richDocx({
  blocks,
  notes,
  headers,
  footers,
  language,
  isRightToLeft,
}: DocxDocument): RichDocument {
  const labels = labelNotes(blocks, notes);
  const notesInOrder = [...labels].flatMap(([id, label]) =>
    noteBlocks(notes.byId.get(id) ?? [], label, labels),
  );
  return {
    language,
    direction: isRightToLeft ? 'rtl' : 'ltr',
    blocks: [
      ...furniture(headers, labels),
      ...richBlocks(blocks, labels),
      ...notesInOrder,
      ...furniture(footers, labels),
    ],
  };
}

function richBlocks(blocks: readonly DocxBlock[], labels: Labels): RichBlock[] {
  return blocks.flatMap((block): RichBlock[] => {
    if (block.kind === 'paragraph') return [richParagraph(block, labels)];
    if (!isTabular(block)) {
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => richBlocks(cell.blocks, labels)),
      );
    }
    return [richTable(block, labels)];
  });
}

function richParagraph(
  { inlines: own, heading, role, marker }: DocxParagraph,
  labels: Labels,
): RichBlock {
  const inlines = richInlines(own, labels);
  const shown = marker?.text ?? '';
  if (heading !== undefined) {
    return { kind: 'heading', level: Math.min(6, heading), marker: shown, inlines };
  }
  if (marker !== undefined) return { kind: 'item', depth: marker.depth, marker: shown, inlines };
  return { kind: role ?? 'paragraph', inlines };
}

function richInlines(inlines: DocxParagraph['inlines'], labels: Labels): RichInline[] {
  return inlines.map(({ text, note, ...set }) =>
    note === undefined
      ? { ...set, text }
      : { text: text === '' ? (labels.get(note) ?? '') : text, superscript: true, noteref: true },
  );
}

/** Paragraphs of one note share its label, which stands before the first. */
function noteBlocks(blocks: readonly DocxBlock[], label: string, labels: Labels): RichBlock[] {
  let isFirst = true;
  return paragraphsOf(blocks).flatMap(({ inlines }) => {
    if (!inlines.some(({ text }) => text.trim() !== '')) return [];
    const own = isFirst ? label : '';
    isFirst = false;
    return [{ kind: 'note', label: own, inlines: richInlines(inlines, labels) }];
  });
}

/** Each line once: first pages, even pages and sections mostly repeat it. */
function furniture(blocks: readonly DocxBlock[], labels: Labels): RichBlock[] {
  const seen = new Set<string>();
  return paragraphsOf(blocks).flatMap((paragraph): RichBlock[] => {
    const text = paragraph.inlines
      .map((inline) => inline.text)
      .join('')
      .trim();
    if (text === '' || seen.has(text)) return [];
    seen.add(text);
    return [
      { kind: 'paragraph', inlines: richInlines(paragraph.inlines, labels), boilerplate: true },
    ];
  });
}

function paragraphsOf(blocks: readonly DocxBlock[]): DocxParagraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks))),
  );
}

/** More of them in one cell, and the table only places text on a page. */
const mostParagraphs = 6;

/** Whether rows and columns mean something. What does not is read cell after cell, with its headings, lists and tables. */
function isTabular({ rows }: DocxTable): boolean {
  const cells = rows.flatMap((row) => row.cells);
  return (
    rows.some((row) => row.cells.length > 1) &&
    cells.every(
      ({ blocks }) =>
        blocks.length <= mostParagraphs &&
        blocks.every((block) => block.kind === 'paragraph' && block.heading === undefined),
    )
  );
}

function richTable({ rows }: DocxTable, labels: Labels): RichTable {
  return {
    kind: 'table',
    rows: rows.map(({ isHeader, cells }) => ({
      cells: cells.map(({ blocks, columns, rows: height }) => ({
        inlines: paragraphsOf(blocks).flatMap(({ inlines }, i) => [
          ...(i > 0 ? [{ text: ' ' }] : []),
          ...richInlines(inlines, labels),
        ]),
        marker: cellMarker(paragraphsOf(blocks).map(({ marker }) => marker?.text ?? '')),
        ...{ header: isHeader, columns, rows: height },
      })),
    })),
  };
}
