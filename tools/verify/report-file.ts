// The report's own file → its lines.
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

export async function readReport(file: string): Promise<ReadReport> {
  const bytes = bytesOf(file);
  if (bytes.length === 0) return { kind: 'unreadable', why: 'the file is empty' };
  if (isPdf(bytes)) {
    const { readPdf } = await import('./read-pdf.ts');
    const read = await readPdf(bytes, file);
    if (read.working === undefined) return { kind: 'unreadable', why: read.why };
    const lines = readWorkingLines(read.working);
    return { kind: 'read', lines, wrapped: false, unit: 'paragraph' };
  }
  const decoded = decodeAsWritten(bytes);
  if (decoded.kind !== 'text') return { kind: 'unreadable', why: 'it is no text' };
  return { kind: 'read', lines: readTextLines(decoded.text), wrapped: true, unit: 'line' };
}
