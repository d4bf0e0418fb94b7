// Calls about the marks of a source.
import type { Reanchored, ReanchoredMark } from '../../../shared/anchor/reanchor.ts';
import type { MarkId, SourceId } from '../../../shared/evidence/ids.ts';
import type { Mark } from '../../../shared/evidence/mark.ts';

/** A mark of an earlier text of its source, that has no place in the present one until a person gives it one. */
export interface MarkToPlace {
  readonly mark: MarkId;
  /** Where something like it stands now; for a person to decide. */
  readonly found: Reanchored;
  /** Places of its further ranges, where it has any. */
  readonly more: ReanchoredMark['more'];
  readonly now: string;
}

export interface MarkCalls {
  /** Marks of a source that no place in its present text was confirmed for. */
  'marks:to-place': { request: { readonly source: SourceId }; response: readonly MarkToPlace[] };
  'marks:read': { request: { readonly source: SourceId }; response: readonly Mark[] };
}
