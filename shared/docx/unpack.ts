// The parts of a DOCX file that hold its text, out of the zip, under limits: what is packed can be a thousand times as large.
import { unzipSync } from 'fflate';

/** What a report may cost. A real one of 500 pages has 3 MB of text and 30 entries. */
const mostBytes = 64_000_000;
const mostEntries = 20_000;

type DocxPart = 'document' | 'styles' | 'footnotes' | 'endnotes';

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly parts: ReadonlyMap<DocxPart, Uint8Array<ArrayBuffer>> }
  | { readonly kind: 'not-a-docx' | 'damaged' | 'too-large' };

const paths: ReadonlyMap<string, DocxPart> = new Map([
  ['word/document.xml', 'document'],
  ['word/styles.xml', 'styles'],
  ['word/footnotes.xml', 'footnotes'],
  ['word/endnotes.xml', 'endnotes'],
]);

export function unpackDocx(bytes: Uint8Array<ArrayBuffer>): Unpacked {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { kind: 'not-a-docx' };
  let entries = 0;
  let total = 0;
  const isWanted = (name: string, size: number): boolean => {
    entries++;
    if (!paths.has(name)) return false;
    total += size;
    return total <= mostBytes && entries <= mostEntries;
  };
  try {
    // A size that lies costs nothing more: fflate writes into a buffer of the size stated.
    const files = unzipSync(bytes, { filter: (file) => isWanted(file.name, file.originalSize) });
    if (total > mostBytes || entries > mostEntries) return { kind: 'too-large' };
    const parts = new Map<DocxPart, Uint8Array<ArrayBuffer>>();
    for (const [name, part] of paths) {
      const file = files[name];
      if (file !== undefined) parts.set(part, new Uint8Array(file));
    }
    return parts.has('document') ? { kind: 'unpacked', parts } : { kind: 'not-a-docx' };
  } catch {
    return { kind: 'damaged' };
  }
}
