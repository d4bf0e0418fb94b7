// Calls that bring a source in: its original first, then what was read in it.
import type { FoundAnnotation } from '../../../shared/annotation/found.ts';
import type { SourceId } from '../../../shared/evidence/ids.ts';
import type {
  SourceStatus,
  UnreadableReason,
  SourceFormat,
  SourceDetails,
  DetailsConfidence,
} from '../../../shared/evidence/source.ts';

export interface ImportedText {
  readonly status: SourceStatus;
  readonly reason?: UnreadableReason;
  readonly format: SourceFormat | 'unknown';
  /** `encodeWorkingText` bytes, present when status is `text` or `no-text` and the document opened. */
  readonly working?: ArrayBuffer;
  readonly extractor: string;
  readonly pages: number;
  readonly words: number;
  readonly unreadable: number;
  /** What the document says of itself: proposals, to be confirmed by the person. */
  readonly details: Partial<SourceDetails>;
  /** A PDF's own highlights and notes, where it has any: marks can be made of them. */
  readonly annotations?: readonly FoundAnnotation[];
  /** How sure each of the details is; one that is not named is no proposal. */
  readonly proposed?: DetailsConfidence;
  /** Attachments of a mail, each to be imported as a source of its own (`partOf`). */
  readonly parts?: readonly ImportedPart[];
}

export interface ImportedPart {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: ArrayBuffer;
}

export interface ImportCalls {
  /** Seals the original while it streams in; the answer names the sealed file. Bytes already held are not sealed again. */
  'import:original': {
    /** `blob`: a file of the disk. `bytes`: made here, such as an attachment; they are transferred. */
    request: { readonly name: string; readonly mediaType: string } & (
      { readonly blob: Blob } | { readonly bytes: ArrayBuffer }
    );
    response: {
      readonly file: string;
      readonly duplicateOf: SourceId | null;
    };
  };
  /** Seals the working text and writes the `source-imported` change. */
  'import:finish': {
    request: {
      readonly file: string;
      readonly text: ImportedText;
      /** The mail it was attached to. */
      readonly partOf?: SourceId;
    };
    response: SourceId;
  };
  'import:discard': { request: { readonly file: string }; response: null };
}
