// The report's own file → its lines.
import { readDocx } from '../../shared/docx/read-docx.ts';
import { readDocxLines } from '../../shared/report/read-docx-lines.ts';
import { readTextLines } from '../../shared/report/read-lines.ts';
import { readWorkingLines } from '../../shared/report/read-working.ts';
import type { ReportLine } from '../../shared/report/report.ts';
import { decodeAsWritten } from '../../shared/text/decode.ts';
import { bytesOf, isPdf } from './files.ts';

export type ReadReport =
  | {
      readonly kind: 'read';
      readonly lines: readonly ReportLine[];
      /** The lines are those of a text; otherwise each is a paragraph. */
      readonly wrapped: boolean;
      readonly unit: 'line' | 'paragraph';
    }
  | { readonly kind: 'unreadable'; readonly why: string };

const whyNot = {
  'not-a-docx': 'it is no Word document',
  damaged: 'the document is damaged',
  'too-large': 'the document is too large',
  unsafe: 'the document holds something that is never opened',
  encrypted: 'the document is encrypted',
} as const;

function isZip([a, b]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b;
}

export async function readReport(file: string): Promise<ReadReport> {
  const bytes = bytesOf(file);
  if (bytes.length === 0) return { kind: 'unreadable', why: 'the file is empty' };
  if (isPdf(bytes)) {
    const { readWorking } = await import('./read-working.ts');
    const read = await readWorking(bytes, file);
    if (read.working === undefined) return { kind: 'unreadable', why: read.why };
    const lines = readWorkingLines(read.working);
    return { kind: 'read', lines, wrapped: false, unit: 'paragraph' };
  }
  if (isZip(bytes)) {
    const read = readDocx(bytes);
    if (read.kind !== 'read') return { kind: 'unreadable', why: whyNot[read.kind] };
    const lines = readDocxLines(read.document);
    return { kind: 'read', lines, wrapped: false, unit: 'paragraph' };
  }
  const decoded = decodeAsWritten(bytes);
  if (decoded.kind !== 'text') return { kind: 'unreadable', why: 'it is no text' };
  return { kind: 'read', lines: readTextLines(decoded.text), wrapped: true, unit: 'line' };
}
