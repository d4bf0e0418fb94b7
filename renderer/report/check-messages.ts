// What the screen and the report-check worker say to each other. Everything is plain values: the verdicts come back, the
// folded sources stay in the worker and end with it.
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { SourceDetails } from '../../shared/evidence/source.ts';
import type { CheckedReport } from '../../shared/report/check-report.ts';
import type { Report } from '../../shared/report/report.ts';

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

export interface CheckRequest {
  readonly file: ReportFile;
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

export type CheckReply =
  | { readonly kind: 'checked'; readonly view: ReportView }
  /** The file holds no text that could be read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed' };
