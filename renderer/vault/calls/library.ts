// Calls about the library as a whole.
import type { Organisation } from '../../../shared/evidence/organisation.ts';
import type { Person } from '../../../shared/evidence/person.ts';
import type { RelatedSource } from '../../../shared/evidence/relation.ts';
import type { LockerSettings } from '../../../shared/evidence/settings.ts';
import type { Source } from '../../../shared/evidence/source.ts';
import type { Tag } from '../../../shared/evidence/tag.ts';
import type { SearchAnswer } from '../../../shared/search/answer.ts';
import type { SourceHarm } from './safekeeping.ts';

/** The library without the removed. `marks` counts per source. Sorted by import time, newest first. */
export interface LibraryView {
  readonly people: readonly Person[];
  /** By name. Merged and removed ones are left out; `parent` is one of these or null. `marksBelow` counts those of all below as well. */
  readonly tags: readonly (Tag & { readonly marks: number; readonly marksBelow: number })[];
  readonly removedTags: readonly Tag[];
  readonly sources: readonly (Source & {
    readonly marks: number;
    /** Copies and editions, as people decided. */
    readonly related: readonly RelatedSource[];
    /** Its original or text is known not to be whole. */
    readonly harm?: SourceHarm;
  })[];
  /** Publishers as they are remembered, by name. */
  readonly organisations: readonly Organisation[];
  readonly markCount: number;
  readonly quoteCount: number;
}

export interface LibraryCalls {
  'settings:read': { request: null; response: LockerSettings };
  'library:read': { request: null; response: LibraryView };
  search: { request: { readonly query: string; readonly limit: number }; response: SearchAnswer };
}
