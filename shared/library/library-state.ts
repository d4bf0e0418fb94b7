// What all changes of a locker add up to.
import type {
  PersonId,
  TagId,
  OrganisationId,
  SourceId,
  MarkId,
  QuoteId,
  StatementId,
} from '../evidence/ids.ts';
import type { KeySlot } from '../evidence/key-slot.ts';
import type { Mark } from '../evidence/mark.ts';
import type { Organisation } from '../evidence/organisation.ts';
import type { Person } from '../evidence/person.ts';
import type { Quote } from '../evidence/quote.ts';
import type { SourceRelation } from '../evidence/relation.ts';
import { defaultSettings, type LockerSettings } from '../evidence/settings.ts';
import type { Source } from '../evidence/source.ts';
import type { Statement } from '../evidence/statement.ts';
import type { Tag } from '../evidence/tag.ts';

/** The library as it stands. Removed sources, marks and quotes are kept here, so that undo and trash can bring them back. */
export interface LibraryState {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>;
  readonly sources: ReadonlyMap<SourceId, Source & { readonly removed: boolean }>;
  readonly marks: ReadonlyMap<MarkId, Mark & { readonly removed: boolean }>;
  readonly quotes: ReadonlyMap<QuoteId, Quote & { readonly removed: boolean }>;
  readonly statements: ReadonlyMap<StatementId, Statement & { readonly removed: boolean }>;
  /** What people decided of pairs of sources, by both ids with a blank between. */
  readonly relations: ReadonlyMap<string, SourceRelation>;
  /** By slot id. Which of them lie in the folder only the folder knows. */
  readonly slots: ReadonlyMap<string, KeySlot>;
  readonly settings: LockerSettings;
}

export const emptyLibrary: LibraryState = {
  people: new Map(),
  tags: new Map(),
  organisations: new Map(),
  sources: new Map(),
  marks: new Map(),
  quotes: new Map(),
  statements: new Map(),
  relations: new Map(),
  slots: new Map(),
  settings: defaultSettings,
};
