// The stages of reading one untrusted document: what is it, open it, take its text. Every way out has a name.
import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import { cleanProposal } from '../../shared/details/clean-proposal.ts';
import { proposeDetails, type Proposal } from '../../shared/details/propose.ts';
import type { UnreadableReason } from '../../shared/evidence/source.ts';
import { pictureType } from '../../shared/picture/picture.ts';
import { encodeWorkingText } from '../../shared/text/codec.ts';
import { decodeText } from '../../shared/text/decode.ts';
import { isMarkdown } from '../../shared/text/markdown.ts';
import { buildPlainText } from '../../shared/text/plain.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { ImportedText } from '../vault/calls/import.ts';
import { mostBytes, mostTextBytes } from './budget.ts';
import { docxExtractor, extractDocx } from './docx.ts';
import { extractMail, mailExtractor } from './mail.ts';
import { extractHtml, extractMhtml } from './html.ts';
import { extractLink } from './link.ts';
import { extractPdf, pdfExtractor } from './pdf.ts';
import { pictureExtractor, readPicture } from './picture.ts';
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
      return extractLink(bytes, name) ?? unreadable('not-a-known-format', 'unknown');
    case 'pdf':
      return readPdf(bytes, options);
    case 'picture':
      return readImage(bytes);
    case 'docx':
      return readWord(bytes, name, options);
    case 'locked':
      return { ...nothingRead(isWordName(name) ? 'docx' : 'unknown'), status: 'needs-password' };
    case 'mail':
      return readMessage(bytes, options);
    case 'html':
    case 'mhtml':
      return readWebPage(bytes, kind, options);
    case 'text':
      return extractLink(bytes, name) ?? readText(bytes, name);
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
      ? withAnnotations(imported(result.work, result.proposal), result.annotations)
      : unreadable(result.kind, 'pdf');
  } finally {
    await pdf.loadingTask.destroy();
  }
}

function withAnnotations(
  text: ImportedText,
  annotations: readonly FoundAnnotation[],
): ImportedText {
  return annotations.length === 0 ? text : { ...text, annotations };
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

async function readImage(bytes: Uint8Array<ArrayBuffer>): Promise<ImportedText> {
  const type = pictureType(bytes);
  if (type === undefined) return unreadable('not-a-known-format', 'unknown');
  const result = await readPicture(bytes, type);
  return result.kind === 'read'
    ? imported(result.work, { details: {}, confidence: {} })
    : unreadable(result.kind, 'image');
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

function readMessage(bytes: Uint8Array<ArrayBuffer>, { onPage }: ReadOptions): ImportedText {
  const result = extractMail(bytes, () => {
    onPage(0, 0);
  });
  switch (result.kind) {
    case 'read': {
      const text = imported(result.work, result.proposal);
      return result.parts.length === 0 ? text : { ...text, parts: result.parts };
    }
    case 'encrypted': {
      const { details, confidence: proposed } = cleanProposal(result.proposal);
      return { ...unreadable('encryption-unknown', 'mail'), details, proposed };
    }
    case 'too-large':
    case 'unsafe':
      return unreadable(result.kind, 'mail');
  }
}

function isWordName(name: string): boolean {
  return /\.doc[xm]$/i.test(name);
}

function readWebPage(
  bytes: Uint8Array<ArrayBuffer>,
  kind: 'html' | 'mhtml',
  { onPage }: ReadOptions,
): ImportedText {
  const onStage = () => {
    onPage(0, 0);
  };
  const read = kind === 'html' ? extractHtml(bytes, onStage) : extractMhtml(bytes, onStage);
  return read.kind === 'read'
    ? imported(read.work, read.proposal)
    : unreadable(read.reason, 'html');
}

function readText(bytes: Uint8Array<ArrayBuffer>, name: string): ImportedText {
  if (bytes.length > mostTextBytes) return unreadable('too-large', 'unknown');
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return unreadable(decoded.kind, 'unknown');
  const format = isMarkdown(decoded.text, name) ? 'markdown' : 'plain';
  const work = buildPlainText(decoded.text, format);
  return imported(work, proposeDetails(work));
}

function imported(work: WorkingText, proposal: Proposal): ImportedText {
  const { details, confidence } = cleanProposal(proposal);
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
  mail: mailExtractor,
  image: pictureExtractor,
};
