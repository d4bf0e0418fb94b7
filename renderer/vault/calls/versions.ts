// Calls that give a source a newer original, or a text read anew.
import type { Reanchored } from '../../../shared/anchor/reanchor.ts';
import type { MarkId, QuoteId, SourceId } from '../../../shared/evidence/ids.ts';
import type { Original, SourceStatus, UnreadableReason } from '../../../shared/evidence/source.ts';
import type { Difference } from '../../../shared/verify/verdict.ts';
import type { ImportedText } from './import.ts';

/** What becomes of a mark or quote in a new text of its source. */
export interface PassageFate {
  readonly of: 'mark' | 'quote';
  readonly id: MarkId | QuoteId;
  readonly how: Reanchored['how'];
  /** As it was marked or quoted, and on which page. */
  readonly words: string;
  readonly pageLabel: string;
  /** Where it is changed: the words that stand there now and what of them differs; empty and none otherwise. */
  readonly now: string;
  readonly differences: readonly Difference[];
}

/** A newer original of a source, or its text read anew: nothing is changed by it yet. */
export interface NewVersion {
  readonly source: SourceId;
  readonly original: Pick<Original, 'name' | 'sizeBytes' | 'sha256'>;
  readonly isNewOriginal: boolean;
  readonly status: SourceStatus;
  readonly reason?: UnreadableReason;
  readonly extractor: string;
  readonly pages: number;
  readonly words: number;
  /** The text is letter by letter what it was. */
  readonly isSameText: boolean;
  /** Of all marks and quotes that stand, in the order of the text before. */
  readonly passages: readonly PassageFate[];
}

export interface VersionCalls {
  /**
   * Seals a newer original of a source. `file` names it; empty where these bytes are the source's original already, and
   * nothing is sealed.
   */
  'version:original': {
    request: {
      readonly source: SourceId;
      readonly name: string;
      readonly mediaType: string;
      readonly blob: Blob;
    };
    response: { readonly file: string };
  };
  /** What the new text would do to marks and quotes. `file`: the newer original, or null for the one that is held. */
  'version:compare': {
    request: {
      readonly source: SourceId;
      readonly file: string | null;
      readonly text: ImportedText;
    };
    response: NewVersion;
  };
  /** What was compared last becomes the source's version; what was found as it was goes along. Undo takes it back. */
  'version:accept': {
    request: { readonly source: SourceId };
    response: { readonly placed: number; readonly left: number };
  };
  'version:discard': { request: { readonly source: SourceId }; response: null };
}
