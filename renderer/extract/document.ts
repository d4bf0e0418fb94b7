// The stages of reading one untrusted document: what is it, open it, take its text. Every way out has a name.
import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { UnreadableReason } from '../../shared/evidence/source.ts';
import { proposeDetails, type Proposal } from '../../shared/details/propose.ts';
import { encodeWorkingText } from '../../shared/text/codec.ts';
import { decodeText } from '../../shared/text/decode.ts';
import { isMarkdown } from '../../shared/text/markdown.ts';
import { buildPlainText } from '../../shared/text/plain.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { ImportedText } from '../vault/contract.ts';
import { mostBytes, mostTextBytes } from './budget.ts';
import { docxExtractor, extractDocx } from './docx.ts';
import { extractPdf, pdfExtractor } from './pdf.ts';
import { openPdf, type PdfjsData } from './pdfjs.ts';
import { sniff } from './sniff.ts';

export interface ReadOptions {
  readonly worker: PDFWorker;
  /** The app's own origin unless told otherwise. */
  readonly data?: PdfjsData;
  readonly onPage: (page: number, pages: number) => void;
}

/** Reads a document; never throws for what the document holds. `bytes` may be handed over to pdf.js. */
export async function readDocument(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  options: ReadOptions,
): Promise<ImportedText> {
  if (bytes.length > mostBytes) return unreadable('too-large', 'unknown');
  const kind = sniff(bytes, name);
  switch (kind) {
    case 'empty':
      return unreadable('empty-file', 'unknown');
    case 'other':
      return unreadable('not-a-known-format', 'unknown');
    case 'pdf':
      return readPdf(bytes, options);
    case 'docx':
      return readWord(bytes, name, options);
    case 'locked':
      return { ...nothingRead(isWordName(name) ? 'docx' : 'unknown'), status: 'needs-password' };
    case 'text':
      return readText(bytes, name);
  }
}

/** What is said of a document that could not be read. */
export function unreadable(reason: UnreadableReason, format: ImportedText['format']): ImportedText {
  return { ...nothingRead(format), status: 'unreadable', reason };
}

async function readPdf(
  bytes: Uint8Array<ArrayBuffer>,
  { worker, data, onPage }: ReadOptions,
): Promise<ImportedText> {
  let pdf;
  try {
    pdf = await openPdf(bytes, data ? { worker, data } : { worker });
  } catch (error) {
    return refused(error);
  }
  try {
    const result = await extractPdf(pdf, onPage);
    return result.kind === 'read'
      ? imported(result.work, result.proposal)
      : unreadable(result.kind, 'pdf');
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** pdf.js tells a missing password apart by the name of its exception, an unknown cipher only by its message. */
function refused(error: unknown): ImportedText {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') return { ...nothingRead('pdf'), status: 'needs-password' };
  return unreadable(
    /encrypt|crypto|cipher/i.test(message) ? 'encryption-unknown' : 'damaged',
    'pdf',
  );
}

function readWord(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  { onPage }: ReadOptions,
): ImportedText {
  const result = extractDocx(bytes, () => {
    onPage(0, 0);
  });
  if (result.kind === 'read') return imported(result.work, result.proposal);
  if (result.reason !== 'not-a-known-format' && isWordName(name)) {
    return unreadable(result.reason, 'docx');
  }
  // Whether another zip was a document of Word's, a damaged one does not say.
  const reason = result.reason === 'damaged' ? 'not-a-known-format' : result.reason;
  return unreadable(reason, 'unknown');
}

function isWordName(name: string): boolean {
  return /\.doc[xm]$/i.test(name);
}

function readText(bytes: Uint8Array<ArrayBuffer>, name: string): ImportedText {
  if (bytes.length > mostTextBytes) return unreadable('too-large', 'unknown');
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return unreadable(decoded.kind, 'unknown');
  const format = isMarkdown(decoded.text, name) ? 'markdown' : 'plain';
  const work = buildPlainText(decoded.text, format);
  return imported(work, proposeDetails(work));
}

function imported(work: WorkingText, { details, confidence }: Proposal): ImportedText {
  return {
    status: /\S/.test(work.text) ? 'text' : 'no-text',
    format: work.format,
    working: encodeWorkingText(work).buffer,
    extractor: work.extractor,
    pages: work.pages.length,
    words: work.words,
    unreadable: work.unreadable,
    details,
    proposed: confidence,
  };
}

function nothingRead(format: ImportedText['format']): Omit<ImportedText, 'status'> {
  return {
    format,
    extractor: extractors[format] ?? '',
    pages: 0,
    words: 0,
    unreadable: 0,
    details: {},
  };
}

const extractors: Partial<Record<ImportedText['format'], string>> = {
  pdf: pdfExtractor,
  docx: docxExtractor,
};
