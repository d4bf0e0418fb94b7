// A DOCX file → what stands in it, under limits. Written here because a bounded reader was here already, for the check of reports.
import type { Bytes } from '../bytes.ts';
import { readPart, type Reading } from './body-reader.ts';
import type { DocxBlock, DocxDocument, DocxNotes } from './docx-document.ts';
import { LanguageTally } from './language-names.ts';
import { ListCounter, readNumbering } from './numbering.ts';
import { readNoteFormats, readProperties } from './properties.ts';
import { readStyles } from './styles.ts';
import { unpackDocx, type DocxFault, type DocxParts } from './unpack.ts';

export type ReadDocx =
  { readonly kind: 'read'; readonly document: DocxDocument } | { readonly kind: DocxFault };

/** A long report has some ten thousand. */
const mostParagraphs = 400_000;

/** `onPiece` is called as it goes on. */
export function readDocx(bytes: Bytes, onPiece?: () => void): ReadDocx {
  const unpacked = unpackDocx(bytes);
  if (unpacked.kind !== 'unpacked') return unpacked;
  const { parts } = unpacked;
  const styles = readStyles(parts.styles);
  const reading: Reading = {
    styles,
    counter: new ListCounter(
      readNumbering(parts.numbering),
      (style) => styles.byId.get(style)?.list?.list,
    ),
    tally: new LanguageTally(),
    direction: { right: 0, left: 0 },
    left: mostParagraphs,
    onPiece,
  };
  const body = readPart(parts.document, parts.relationships, reading);
  if (body.result !== 'read') return { kind: body.result };
  if (!body.hasRoot) return { kind: 'not-a-docx' };
  const { right, left } = reading.direction;
  return {
    kind: 'read',
    document: {
      blocks: body.blocks,
      notes: readNotes(parts, reading),
      headers: readFurniture(parts, body.headers, reading),
      footers: readFurniture(parts, body.footers, reading),
      language: reading.tally.most,
      isRightToLeft: right > left,
      properties: readProperties(parts.properties),
    },
  };
}

/** A damaged part of notes takes nothing else with it. */
function readNotes({ footnotes, endnotes, settings }: DocxParts, reading: Reading): DocxNotes {
  const byId = new Map<string, readonly DocxBlock[]>();
  for (const part of [footnotes, endnotes]) {
    if (part === undefined) continue;
    const { notes } = readPart(part, new Map(), reading);
    for (const [id, blocks] of notes) byId.set(id, blocks);
  }
  return { byId, ...readNoteFormats(settings) };
}

const mostFurniture = 60;

/** Headers or footers that the sections of the document name. */
function readFurniture(
  { relationships, open }: DocxParts,
  ids: ReadonlySet<string>,
  reading: Reading,
): DocxBlock[] {
  const names = new Set([...ids].flatMap((id) => relationships.get(id)?.target ?? []));
  return [...names].slice(0, mostFurniture).flatMap((name) => {
    const part = open(name);
    const read = part && readPart(part.bytes, part.relationships, reading);
    return read?.result === 'read' ? read.blocks : [];
  });
}
