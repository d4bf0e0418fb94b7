// The files of a check: which there are, and their text.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../renderer/extract/document.ts';
import type { SourceDetails } from '../../shared/evidence/source.ts';
import { rawSource } from '../../shared/report/raw-source.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { decodeAsWritten } from '../../shared/text/decode.ts';
import { proposeDetails } from '../../shared/text/details.ts';
import { isMarkdown } from '../../shared/text/markdown.ts';
import { buildPlainText } from '../../shared/text/plain.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { SourceText } from '../../shared/verify/verdict.ts';
import { data, worker } from './pdfjs-in-node.ts';

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

export function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
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

const headCharacters = 20_000;

/** Text and Markdown as they stand in the file; of a PDF its working text. */
export async function readSource(file: string): Promise<ReadSource> {
  const bytes = bytesOf(file);
  if (/\.pdf$/i.test(file) || isPdf(bytes)) return readPdfSource(bytes, file);
  if (bytes.length === 0) return { kind: 'without-text', why: 'the file is empty' };
  const decoded = decodeAsWritten(bytes);
  if (decoded.kind !== 'text') return { kind: 'without-text', why: 'its encoding is not known' };
  const raw = decoded.text;
  if (!/\S/.test(raw)) return { kind: 'without-text', why: 'no text' };
  const head = raw.slice(0, headCharacters).replace(/\r\n?/g, '\n');
  const details = proposeDetails(
    buildPlainText(head, isMarkdown(head, file) ? 'markdown' : 'plain'),
  );
  return { kind: 'read', source: rawSource(raw), details, pages: undefined };
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

async function readPdfSource(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<ReadSource> {
  const { working, why, details } = await readPdf(bytes, file);
  if (working === undefined) return { kind: 'without-text', why };
  const { text, ranges, sections, pages } = working;
  const skipped = ranges.flatMap(({ start, end, kind }) =>
    kind === 'furniture' || kind === 'noteref' ? [{ start, end, kind }] : [],
  );
  const source = { text, skipped, sections };
  return { kind: 'read', source, details, pages: pages.length };
}

/** A PDF's working text; undefined with the reason when there is none. */
export async function readPdf(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
): Promise<{ working: WorkingText | undefined; why: string; details: Partial<SourceDetails> }> {
  const read = await readDocument(bytes, path.basename(file), {
    worker,
    data,
    onPage: () => undefined,
  });
  const { working, details, status, reason } = read;
  const why = status === 'no-text' ? 'no text' : (reason ?? status);
  if (status !== 'text' || working === undefined) return { working: undefined, why, details };
  const decoded = decodeWorkingText(new Uint8Array(working));
  return { working: decoded.ok ? decoded.value : undefined, why: 'damaged', details };
}
