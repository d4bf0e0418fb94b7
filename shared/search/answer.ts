// What a search over marks answers. The search itself lives beside this file.
import type { MarkId, SourceId } from '../evidence/ids.ts';

export type MatchField = 'text' | 'note' | 'tag' | 'title';

/** Why it matched, for people: the words as typed, a corrected spelling, or the other Chinese script. */
export type MatchReason = 'as-typed' | 'spelling' | 'other-script' | 'accents';

export interface SearchHit {
  readonly mark: MarkId;
  readonly source: SourceId;
  readonly field: MatchField;
  readonly reason: MatchReason;
  /** The field's text (a window of it where it is long) and the ranges in that window to point out. */
  readonly excerpt: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  /** 0 to 1, 1 is best; for order only. */
  readonly score: number;
}

export interface SearchAnswer {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Hits there would be without the limit. */
  readonly total: number;
  readonly tookMs: number;
}

/** A mark as the search indexes it. */
export interface SearchableMark {
  readonly mark: MarkId;
  readonly source: SourceId;
  readonly text: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly title: string;
  /** The names of its colour: the one it came with, and the person's own. */
  readonly colours: readonly string[];
  /** Name of who marked it. */
  readonly by: string;
  /** When its source was published: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or empty. */
  readonly published: string;
}
