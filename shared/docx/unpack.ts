// The parts of a DOCX file that are read, out of the zip, under limits: what is packed can be a thousand times as large.
// Macros, pictures, fonts and whatever else lies there are never unpacked.
import type { Bytes } from '../bytes.ts';
import { readRelationships, relationshipsOf, type Relationship } from './relationships.ts';
import { listZip, unzip, type ZipFault } from './zip.ts';

/** What a document may cost. A real one of 500 pages has 3 MB of text and 30 entries. */
const mostBytes = 100_000_000;

export type DocxFault = 'not-a-docx' | ZipFault;

export interface DocxParts {
  readonly document: Bytes;
  readonly styles: Bytes | undefined;
  readonly numbering: Bytes | undefined;
  readonly settings: Bytes | undefined;
  readonly footnotes: Bytes | undefined;
  readonly endnotes: Bytes | undefined;
  readonly properties: Bytes | undefined;
  /** Of the document part, by id. */
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** A part by its name, with its own relationships; undefined where it is missing, damaged or too much. */
  readonly open: (
    name: string,
  ) =>
    | { readonly bytes: Bytes; readonly relationships: ReadonlyMap<string, Relationship> }
    | undefined;
}

export type Unpacked =
  { readonly kind: 'unpacked'; readonly parts: DocxParts } | { readonly kind: DocxFault };

export function unpackDocx(bytes: Bytes): Unpacked {
  const listing = listZip(bytes);
  if (listing.kind !== 'listed') {
    return { kind: listing.kind === 'not-a-zip' ? 'not-a-docx' : listing.kind };
  }
  const { entries } = listing;
  let left = mostBytes;
  const take = (name: string) => {
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    const file = unzip(bytes, entry, left);
    if (file.kind === 'file') left -= file.bytes.length;
    return file;
  };
  /** Of a part whose loss takes no text of others with it. */
  const takeWhole = (name: string | undefined) => {
    const file = name === undefined ? undefined : take(name);
    return file?.kind === 'file' ? file.bytes : undefined;
  };
  const ofPackage = readRelationships(takeWhole('_rels/.rels'), '');
  const main = targetOf(ofPackage, 'officeDocument') ?? 'word/document.xml';
  const document = take(main);
  if (document === undefined) return { kind: 'not-a-docx' };
  if (document.kind !== 'file') return document;
  const relationships = readRelationships(takeWhole(relationshipsOf(main)), main);
  const related = (type: string, usual: string) =>
    takeWhole(targetOf(relationships, type) ?? usual);
  return {
    kind: 'unpacked',
    parts: {
      document: document.bytes,
      styles: related('styles', 'word/styles.xml'),
      numbering: related('numbering', 'word/numbering.xml'),
      settings: related('settings', 'word/settings.xml'),
      footnotes: related('footnotes', 'word/footnotes.xml'),
      endnotes: related('endnotes', 'word/endnotes.xml'),
      properties: takeWhole(targetOf(ofPackage, 'core-properties') ?? 'docprops/core.xml'),
      relationships,
      open(name) {
        const part = takeWhole(name);
        if (part === undefined) return undefined;
        const own = readRelationships(takeWhole(relationshipsOf(name)), name);
        return { bytes: part, relationships: own };
      },
    },
  };
}

function targetOf(
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): string | undefined {
  for (const found of relationships.values()) {
    if (found.type === type && !found.isExternal) return found.target;
  }
  return undefined;
}
