// What the demo tells whoever checks it. Stable: fields are added, never renamed.
import type { SourceStatus, UnreadableReason } from '../../shared/evidence/source.ts';

export interface DemoReport {
  readonly passphrase: string;
  readonly sources: readonly DemoSource[];
  readonly marks: readonly DemoMark[];
  readonly searches: readonly {
    readonly query: string;
    readonly hits: number;
    readonly ms: number;
  }[];
  readonly exports: readonly {
    readonly format: string;
    readonly path: string;
    readonly bytes: number;
  }[];
  /** Where an answer key lies beside the folder: how many sources were held against it, and what differs. */
  readonly answerKey?: {
    readonly compared: number;
    readonly differing: readonly { readonly file: string; readonly parts: readonly string[] }[];
  };
  /** Whether everything marked came back after locking, ending the program, and unlocking. */
  readonly reopened: boolean;
  readonly timingsMs: Readonly<Record<string, number>>;
}

export interface DemoSource {
  /** Of an attachment: that of its mail, a slash, and its own name. */
  readonly file: string;
  /** Of an attachment: the `file` of its mail. */
  readonly partOf?: string;
  readonly status: SourceStatus;
  readonly reason?: UnreadableReason;
  readonly pages: number;
  /** Of the whole working text, boilerplate included. */
  readonly words: number;
  readonly sha256: string;
}

export interface DemoMark {
  readonly file: string;
  readonly exact: string;
  /** The page's label, where the source has pages. */
  readonly page?: string;
}
