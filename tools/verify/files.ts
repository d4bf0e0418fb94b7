// The files of a check: which there are, and their text.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { proposeDetails } from '../../shared/details/propose.ts';
import type { SourceDetails } from '../../shared/evidence/source.ts';
import { decodeAsWritten } from '../../shared/text/decode.ts';
import { isMarkdown } from '../../shared/text/markdown.ts';
import { buildPlainText } from '../../shared/text/plain.ts';
import { sourceFromRaw, sourceFromWorkingText } from '../../shared/verify/raw-text.ts';
import type { SourceText } from '../../shared/verify/verdict.ts';

/** Every file below a folder as a path with `/`, by name; hidden ones excepted. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.split('/').every((part) => !part.startsWith('.')))
    .sort();
}

export function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}

export function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

export function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

const headBytes = 1024;

export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, headBytes)).includes('%PDF-');
}

/** A source as quotes are looked for in it, or why there is nothing to look in. */
export type ReadSource =
  | {
      readonly kind: 'read';
      readonly source: SourceText;
      readonly details: Partial<SourceDetails>;
      readonly pages: number | undefined;
    }
  | { readonly kind: 'without-text'; readonly why: string };

/** Read as they stand in the file. */
const written = /\.(?:txt|text|md|markdown)$/i;
/** Read as an import reads them. */
const documents = /\.(?:pdf|docx|docm|html?|xhtml|mht|mhtml|eml)$/i;
const headCharacters = 20_000;

/** Text and Markdown as they stand in the file; of a PDF, a web page, a Word document or a mail its working text. */
export async function readSource(file: string): Promise<ReadSource> {
  const isDocument = documents.test(file);
  if (!isDocument && !written.test(file)) {
    return { kind: 'without-text', why: 'it is of no format that is read' };
  }
  const bytes = bytesOf(file);
  if (isDocument || isPdf(bytes)) return readWorkingSource(bytes, file);
  if (bytes.length === 0) return { kind: 'without-text', why: 'the file is empty' };
  const decoded = decodeAsWritten(bytes);
  if (decoded.kind !== 'text') return { kind: 'without-text', why: 'its encoding is not known' };
  const raw = decoded.text;
  if (!/\S/.test(raw)) return { kind: 'without-text', why: 'no text' };
  const head = raw.slice(0, headCharacters).replace(/\r\n?/g, '\n');
  const { details } = proposeDetails(
    buildPlainText(head, isMarkdown(head, file) ? 'markdown' : 'plain'),
  );
  return { kind: 'read', source: sourceFromRaw(raw), details, pages: undefined };
}

async function readWorkingSource(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
): Promise<ReadSource> {
  // pdf.js is large and complains of what Node lacks: it is loaded only for those who need it.
  const { readWorking } = await import('./read-working.ts');
  const read = await readWorking(bytes, file);
  if (read.working === undefined) return { kind: 'without-text', why: read.why };
  return {
    kind: 'read',
    source: sourceFromWorkingText(read.working),
    details: read.details,
    pages: read.working.format === 'pdf' ? read.working.pages.length : undefined,
  };
}
