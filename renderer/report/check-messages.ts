// What the screen says to the two workers of a report check and they to it. The file, which anybody may have written, is
// read by one that is given nothing else; the other has the words of the report and of the sources. Neither holds a key.
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { SourceDetails } from '../../shared/evidence/source.ts';
import type { CheckedReport } from '../../shared/report/check-report.ts';
import type { Report, ReportLine } from '../../shared/report/report.ts';

/** A report's file: as it came where it is text, as its working text (`encodeWorkingText`) where it is a PDF. */
export type ReportFile =
  | { readonly kind: 'text'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'docx'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'working'; readonly bytes: ArrayBuffer };

/** A source quotes are looked for in. `working`: `encodeWorkingText` bytes, transferred. */
export interface ReportSource {
  readonly id: SourceId;
  readonly title: string;
  readonly details: SourceDetails;
  /** Undefined for a text without pages. */
  readonly pages: number | undefined;
  readonly working: ArrayBuffer;
}

export interface ReadReport {
  readonly lines: readonly ReportLine[];
  /** The lines are those of a text file; otherwise each is a paragraph. */
  readonly isText: boolean;
}

/** Null for a file that holds no text which could be read. */
export type ReadReply = ReadReport | null;

export interface CheckRequest {
  readonly read: ReadReport;
  readonly sources: readonly ReportSource[];
  readonly identifiers: readonly string[];
}

export interface ReportView {
  readonly report: Report;
  readonly checked: CheckedReport;
  /** In the order the verdicts count them. */
  readonly sources: readonly { readonly id: SourceId; readonly title: string }[];
  readonly unit: 'line' | 'paragraph';
}

export interface CheckedView extends ReportView {
  /** Sources of the library that have no text, or whose text cannot be read now: nothing can be verified in them. */
  readonly withoutText: number;
}

export type CheckReply =
  { readonly kind: 'checked'; readonly view: ReportView } | { readonly kind: 'failed' };
