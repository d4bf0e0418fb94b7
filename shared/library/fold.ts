// State is a fold of the changes in one total order: the same set of changes gives the same state, however they arrived.
import type {
  MarkId,
  OrganisationId,
  PersonId,
  QuoteId,
  SourceId,
  StatementId,
  TagId,
} from '../evidence/ids.ts';
import type { KeySlot } from '../evidence/key-slot.ts';
import type { Mark } from '../evidence/mark.ts';
import type { Organisation } from '../evidence/organisation.ts';
import type { Person } from '../evidence/person.ts';
import { contentOf, type Quote } from '../evidence/quote.ts';
import { pairKey, type SourceRelation } from '../evidence/relation.ts';
import {
  emptyDetails,
  versionFiles,
  versionOf,
  type Source,
  type SourceDetails,
} from '../evidence/source.ts';
import type { Statement } from '../evidence/statement.ts';
import { plainTag, type Tag } from '../evidence/tag.ts';
import { withoutPurged } from './purged.ts';
import { compareChanges, type Change, type ChangePayloads } from '../journal/change.ts';
import { defaultSettings, type LockerSettings } from '../evidence/settings.ts';
import { MapDraft, VersionedMap } from './versioned-map.ts';

/** The library as it stands. Removed sources, marks and quotes are kept here, so that undo and trash can bring them back. */
export interface LibraryState {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly organisations: ReadonlyMap<OrganisationId, Organisation>;
  readonly sources: ReadonlyMap<SourceId, Source & { readonly removed: boolean }>;
  readonly marks: ReadonlyMap<MarkId, Mark & { readonly removed: boolean }>;
  readonly quotes: ReadonlyMap<QuoteId, Quote & { readonly removed: boolean }>;
  /** By slot id. Which of them lie in the folder only the folder knows. */
  readonly statements: ReadonlyMap<StatementId, Statement & { readonly removed: boolean }>;
  /** What people decided of pairs of sources, by both ids with a blank between. */
  readonly relations: ReadonlyMap<string, SourceRelation>;
  readonly slots: ReadonlyMap<string, KeySlot>;
  readonly settings: LockerSettings;
}

type Draft = {
  -readonly [K in keyof LibraryState]: LibraryState[K] extends ReadonlyMap<infer Id, infer Noun>
    ? MapDraft<Id, Noun>
    : LibraryState[K];
};

export function foldChanges(changes: readonly Change[]): LibraryState {
  const library = { people: new Map(), tags: new Map(), sources: new Map(), slots: new Map() };
  return foldFurther(
    {
      ...{
        ...library,
        organisations: new Map(),
        marks: new Map(),
        quotes: new Map(),
        relations: new Map(),
        statements: new Map(),
      },
      settings: defaultSettings,
    },
    withoutPurged(changes),
  );
}

/**
 * Adds changes to a state that was folded from changes that all come before them in the total order (a device's own new
 * acts always do). Returns a new state; the maps of the old one are left alone.
 */
export function foldFurther(state: LibraryState, later: readonly Change[]): LibraryState {
  const draft: Draft = {
    people: draftOf(state.people),
    tags: draftOf(state.tags),
    organisations: draftOf(state.organisations),
    sources: draftOf(state.sources),
    marks: draftOf(state.marks),
    quotes: draftOf(state.quotes),
    relations: draftOf(state.relations),
    statements: draftOf(state.statements),
    slots: draftOf(state.slots),
    settings: state.settings,
  };
  for (const change of [...later].sort(compareChanges)) apply(draft, change);
  return {
    people: mapOf(draft.people),
    tags: mapOf(draft.tags),
    organisations: mapOf(draft.organisations),
    sources: mapOf(draft.sources),
    marks: mapOf(draft.marks),
    quotes: mapOf(draft.quotes),
    relations: mapOf(draft.relations),
    statements: mapOf(draft.statements),
    slots: mapOf(draft.slots),
    settings: draft.settings,
  };
}

function draftOf<K, V>(map: ReadonlyMap<K, V>): MapDraft<K, V> {
  return new MapDraft(VersionedMap.versionOf(map));
}

function mapOf<K, V>(draft: MapDraft<K, V>): ReadonlyMap<K, V> {
  return new VersionedMap(draft.version);
}

function apply(draft: Draft, change: Change): void {
  switch (change.kind) {
    case 'person-named':
      draft.people.set(change.payload.person.id, change.payload.person);
      return;
    case 'tag-made':
      draft.tags.set(change.payload.tag.id, { ...plainTag, ...change.payload.tag });
      return;
    case 'tag-renamed':
      changeTag(draft, change.payload.tag, { name: change.payload.name });
      return;
    case 'tag-changed':
      changeTag(draft, change.payload.tag, change.payload.change);
      return;
    case 'tag-merged':
      changeTag(draft, change.payload.tag, { mergedInto: change.payload.into });
      return;
    case 'organisation-described': {
      const { organisation } = change.payload;
      if (organisation.name.trim() === '') draft.organisations.delete(organisation.id);
      else draft.organisations.set(organisation.id, organisation);
      return;
    }
    case 'source-imported':
      importSource(draft, change.payload, change);
      return;
    case 'source-described':
      describeSource(draft, change.payload);
      return;
    case 'source-renewed':
      renewSource(draft, change.payload);
      return;
    case 'pages-labelled':
      labelPages(draft, change.payload);
      return;
    case 'reading-set':
      setReading(draft, change.payload, change);
      return;
    case 'sources-related': {
      const { sources, relation } = change.payload;
      const key = pairKey(sources);
      if (relation === 'undecided') draft.relations.delete(key);
      else {
        const decided = { decidedBy: change.person, decidedAt: change.at };
        draft.relations.set(key, { sources, relation, ...decided });
      }
      return;
    }
    case 'source-removed':
      setSourceRemoved(draft, change.payload.source, true);
      return;
    case 'source-restored':
      setSourceRemoved(draft, change.payload.source, false);
      return;
    case 'marked':
      draft.marks.set(change.payload.mark.id, {
        ...{ kind: 'highlight', more: [], ...change.payload.mark },
        ...{ tags: [], note: '', reading: '', review: 'draft' },
        markedBy: change.person,
        markedAt: change.at,
        changedAt: change.at,
        removed: false,
      });
      return;
    case 'marks-placed':
      for (const { mark, ...placement } of change.payload.marks) {
        changeMark(draft, mark, change.at, { more: [], ...placement });
      }
      return;
    case 'mark-coloured':
      changeMark(draft, change.payload.mark, change.at, { colour: change.payload.colour });
      return;
    case 'mark-restyled': {
      const { mark, kind } = change.payload;
      if (draft.marks.get(mark)?.kind !== 'area') changeMark(draft, mark, change.at, { kind });
      return;
    }
    case 'reading-corrected':
      changeMark(draft, change.payload.mark, change.at, { reading: change.payload.reading });
      return;
    case 'reviewed':
      changeMark(draft, change.payload.mark, change.at, { review: change.payload.review });
      return;
    case 'noted':
      changeMark(draft, change.payload.mark, change.at, { note: change.payload.text });
      return;
    case 'tagged': {
      const tags = draft.marks.get(change.payload.mark)?.tags ?? [];
      if (!tags.includes(change.payload.tag)) {
        changeMark(draft, change.payload.mark, change.at, { tags: [...tags, change.payload.tag] });
      }
      return;
    }
    case 'untagged': {
      const tags = draft.marks.get(change.payload.mark)?.tags ?? [];
      changeMark(draft, change.payload.mark, change.at, {
        tags: tags.filter((tag) => tag !== change.payload.tag),
      });
      return;
    }
    case 'unmarked':
      changeMark(draft, change.payload.mark, change.at, { removed: true });
      return;
    case 'remarked':
      changeMark(draft, change.payload.mark, change.at, { removed: false });
      return;
    case 'quote-made':
      makeQuote(draft, change.payload, change);
      return;
    case 'quote-changed':
      changeQuote(draft, change.payload.quote, change.at, change.payload.content);
      return;
    case 'translated':
      translateQuote(draft, change.payload, change.at);
      return;
    case 'quote-removed':
      changeQuote(draft, change.payload.quote, change.at, { removed: true });
      return;
    case 'quote-restored':
      changeQuote(draft, change.payload.quote, change.at, { removed: false });
      return;
    case 'statement-made': {
      const { statement } = change.payload;
      const made = { madeBy: change.person, madeAt: change.at, removed: false };
      draft.statements.set(statement.id, { ...statement, ...made });
      return;
    }
    case 'statement-removed': {
      const statement = draft.statements.get(change.payload.statement);
      if (statement !== undefined) {
        draft.statements.set(statement.id, { ...statement, removed: true });
      }
      return;
    }
    case 'passphrase-changed':
      replaceSlots(draft, change.payload, change);
      return;
    case 'slot-added': {
      const { slot, ...said } = change.payload;
      const { addedAt = change.at, gone = null } = draft.slots.get(slot) ?? {};
      draft.slots.set(slot, { ...said, addedAt, gone });
      return;
    }
    case 'slot-named': {
      const slot = draft.slots.get(change.payload.slot);
      const { label } = change.payload;
      if (slot !== undefined) draft.slots.set(change.payload.slot, { ...slot, label });
      return;
    }
    case 'slot-removed': {
      const slot = draft.slots.get(change.payload.slot);
      if (slot !== undefined) draft.slots.set(change.payload.slot, { ...slot, gone: 'removed' });
      return;
    }
    case 'settings-changed':
      draft.settings = { ...draft.settings, ...change.payload.settings };
      return;
    case 'purged': {
      const { source } = change.payload;
      draft.sources.delete(source);
      for (const mark of draft.marks.values()) {
        if (mark.source === source) draft.marks.delete(mark.id);
      }
      for (const quote of draft.quotes.values()) {
        if (quote.source === source) draft.quotes.delete(quote.id);
      }
      for (const statement of draft.statements.values()) {
        if (statement.source === source) draft.statements.delete(statement.id);
      }
      for (const { sources } of draft.relations.values()) {
        if (sources.includes(source)) draft.relations.delete(pairKey(sources));
      }
      return;
    }
    case 'locker-created':
    case 'exported':
    case 'renewal-begun':
    case 'keys-renewed':
    case 'phrase-taken':
    case 'backed-up':
      return; // these happened; they change nothing in the library
  }
}

function importSource(
  draft: Draft,
  payload: ChangePayloads['source-imported'],
  { at, person }: Change,
): void {
  const { source: id, details, ...rest } = payload;
  draft.sources.set(id, {
    ...rest,
    id,
    details: { ...emptyDetails, ...details },
    importedAt: at,
    importedBy: person,
    removed: draft.sources.get(id)?.removed ?? false,
  });
}

function describeSource(
  draft: Draft,
  { source: id, details, proposed: again }: ChangePayloads['source-described'],
): void {
  const source = draft.sources.get(id);
  if (source === undefined) return;
  const before = source.proposed ?? {};
  const described = Object.keys(details) as (keyof SourceDetails)[];
  // What somebody described is no proposal any longer.
  const proposed = { ...without(before, ...described), ...again };
  draft.sources.set(id, {
    ...without(source, 'proposed'),
    details: { ...source.details, ...details },
    ...(Object.keys(proposed).length === 0 ? {} : { proposed }),
  });
}

function labelPages(draft: Draft, { source: id, labels }: ChangePayloads['pages-labelled']): void {
  const source = draft.sources.get(id);
  if (source === undefined) return;
  const held = without(source, 'labels');
  draft.sources.set(id, { ...held, ...(labels.length === 0 ? {} : { labels }) });
}

function setReading(
  draft: Draft,
  { source: id, state }: ChangePayloads['reading-set'],
  { at, person: by }: Change,
): void {
  const source = draft.sources.get(id);
  if (source === undefined) return;
  const held = without(source, 'reading');
  draft.sources.set(id, { ...held, ...(state === 'unread' ? {} : { reading: { state, by, at } }) });
}

function without<T extends object, K extends keyof T & string>(value: T, ...keys: K[]): Omit<T, K> {
  const dropped: ReadonlySet<string> = new Set(keys);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !dropped.has(key))) as Omit<
    T,
    K
  >;
}

/** The version before goes to the earlier ones; one that comes back leaves them. */
function renewSource(
  draft: Draft,
  { source: id, ...version }: ChangePayloads['source-renewed'],
): void {
  const source = draft.sources.get(id);
  if (source === undefined) return;
  const { earlier = [] } = source;
  const key = filesKey(version);
  const others = [...earlier, versionOf(source)].filter((each) => filesKey(each) !== key);
  draft.sources.set(id, {
    ...without(source, 'reason', 'working', 'earlier'),
    ...version,
    ...(others.length === 0 ? {} : { earlier: others }),
  });
}

function filesKey(version: Pick<Source, 'original' | 'working'>): string {
  return versionFiles(version).join(' ');
}

function changeTag(draft: Draft, id: TagId, difference: Partial<Omit<Tag, 'id'>>): void {
  const tag = draft.tags.get(id);
  if (tag !== undefined) draft.tags.set(id, { ...tag, ...difference });
}

function setSourceRemoved(draft: Draft, id: SourceId, removed: boolean): void {
  const source = draft.sources.get(id);
  if (source !== undefined) draft.sources.set(id, { ...source, removed });
}

function changeMark(
  draft: Draft,
  id: MarkId,
  at: number,
  difference: Partial<Mark & { removed: boolean }>,
): void {
  const mark = draft.marks.get(id);
  if (mark !== undefined) draft.marks.set(id, { ...mark, ...difference, changedAt: at });
}

function makeQuote(
  draft: Draft,
  { quote: id, source, content }: ChangePayloads['quote-made'],
  { at, person }: Change,
): void {
  const made = { madeBy: person, madeAt: at, changedAt: at };
  draft.quotes.set(id, { ...content, ...made, id, source, removed: false });
}

function changeQuote(
  draft: Draft,
  id: QuoteId,
  at: number,
  difference: Partial<Quote & { removed: boolean }>,
): void {
  const quote = draft.quotes.get(id);
  if (quote !== undefined) draft.quotes.set(id, { ...quote, ...difference, changedAt: at });
}

function translateQuote(
  draft: Draft,
  { quote: id, translation }: ChangePayloads['translated'],
  at: number,
): void {
  const held = draft.quotes.get(id);
  if (held === undefined) return;
  const { source, madeBy, madeAt, removed } = held;
  draft.quotes.set(id, {
    ...contentOf(held),
    ...{ id, source, madeBy, madeAt, removed, changedAt: at },
    ...(translation === null ? {} : { translation }),
  });
}

/** A slot of before the journal knew slots' people is of whoever changed it, and called by what it is. */
function replaceSlots(
  draft: Draft,
  { slot: id, replaced }: ChangePayloads['passphrase-changed'],
  { at, person }: Change,
): void {
  const unknown: KeySlot = {
    ...{ kind: 'passphrase', person, label: 'Passphrase' },
    ...{ addedAt: at, gone: null },
  };
  for (const old of replaced) {
    const known = draft.slots.get(old) ?? unknown;
    draft.slots.set(old, { ...known, gone: known.gone ?? 'replaced' });
  }
  if (!draft.slots.has(id)) draft.slots.set(id, unknown);
}
