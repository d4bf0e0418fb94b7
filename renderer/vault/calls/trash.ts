// Calls about what was removed, and its deletion for good.
import type { SourceId, MarkId, QuoteId } from '../../../shared/evidence/ids.ts';

export interface TrashView {
  /** `marks` counts all of the source's, removed or not: they come back with it, and are deleted with it. */
  readonly sources: readonly {
    readonly id: SourceId;
    readonly title: string;
    readonly marks: number;
    readonly removedAt: number;
    readonly removedBy: string;
  }[];
  /** Of sources that stand. */
  readonly marks: readonly {
    readonly id: MarkId;
    readonly source: SourceId;
    readonly title: string;
    readonly quote: string;
    readonly removedAt: number;
    readonly removedBy: string;
  }[];
  /** Of sources that stand. */
  readonly quotes: readonly {
    readonly id: QuoteId;
    readonly source: SourceId;
    readonly title: string;
    readonly quote: string;
    readonly removedAt: number;
    readonly removedBy: string;
  }[];
  /** Files deleted for good that the disk has not let go of yet. */
  readonly left: number;
}

export interface TrashCalls {
  'trash:read': { request: null; response: TrashView };
  /** Deletes a removed source and its marks for good; nothing takes it back. Answers how many files are still here. */
  'source:purge': {
    request: { readonly source: SourceId };
    response: { readonly left: number };
  };
  /** Tries again what a disk refused. */
  'purge:finish': { request: null; response: { readonly left: number } };
}
