// Calls about one source: its bytes and text, where it was left, what it says nothing of, what else may be it.
import type { Relation, RelationReason } from '../../../shared/editions/relation.ts';
import type { SourceId, StatementId } from '../../../shared/evidence/ids.ts';
import type { RelatedSource } from '../../../shared/evidence/relation.ts';

/** What two sources may be to each other, with the reasons. A person decides. */
export interface ProposedRelation {
  /** The other one. */
  readonly source: SourceId;
  readonly relation: RelatedSource['relation'];
  readonly confidence: Relation['confidence'];
  readonly reasons: readonly RelationReason[];
  /** The newer edition of both, where titles or dates tell. */
  readonly newer?: SourceId;
}

export interface SurestRelation {
  readonly of: SourceId;
  readonly surest: ProposedRelation;
}

/** That a source does not mention something, held against its text and those of its copies and editions. */
export interface CheckedStatement {
  readonly statement: StatementId;
  readonly terms: readonly string[];
  readonly madeAt: number;
  /** Its own source first, of which `relation` is null. Contradicted where `count` is not 0. */
  readonly checks: readonly {
    readonly source: SourceId;
    readonly title: string;
    readonly relation: RelatedSource['relation'] | null;
    readonly hasText: boolean;
    readonly count: number;
    /** The first of them, with some words around. */
    readonly places: readonly {
      readonly start: number;
      readonly end: number;
      readonly words: string;
    }[];
  }[];
}

/** A place one reads at, in one text of a source. */
export interface KeptPlace {
  /** `WorkingCopy.file` of the text. */
  readonly workingFile: string;
  readonly offset: number;
  /** Index of the page and how far down in it, 0 to 1. */
  readonly page: number;
  readonly fraction: number;
}

export interface SourceCalls {
  'statements:read': {
    request: { readonly source: SourceId };
    response: readonly CheckedStatement[];
  };
  /** Sources that may be copies or editions of one, the surest first; none that was decided of. */
  'relations:propose': {
    request: { readonly source: SourceId };
    response: readonly ProposedRelation[];
  };
  /** Of many sources at once, as after adding them; those of which nothing is proposed are left out. */
  'relations:surest': {
    request: { readonly sources: readonly SourceId[] };
    response: readonly SurestRelation[];
  };
  /** `encodeWorkingText` bytes. */
  'text:read': { request: { readonly source: SourceId }; response: ArrayBuffer };
  /** Where it was left on this device; null where that is not known. */
  'place:read': { request: { readonly source: SourceId }; response: KeptPlace | null };
  /** Sealed, for this device alone; no change of the journal. */
  'place:keep': {
    request: { readonly source: SourceId; readonly place: KeptPlace };
    response: null;
  };
  'original:read': { request: { readonly source: SourceId }; response: ArrayBuffer };
}
