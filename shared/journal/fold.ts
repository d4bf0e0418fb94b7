// State is a fold of the changes in one total order: the same set of changes gives the same state, however they arrived.
import type { MarkId, PersonId, SourceId, TagId } from '../evidence/ids.ts';
import type { Mark } from '../evidence/mark.ts';
import type { Person } from '../evidence/person.ts';
import type { Source } from '../evidence/source.ts';
import type { Tag } from '../evidence/tag.ts';
import { compareChanges, type Change, type ChangePayloads } from './change.ts';

/** The library as it stands. Removed sources and marks are kept here, so that undo and trash can bring them back. */
export interface LibraryState {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly sources: ReadonlyMap<SourceId, Source & { readonly removed: boolean }>;
  readonly marks: ReadonlyMap<MarkId, Mark & { readonly removed: boolean }>;
}

type Draft = {
  readonly [K in keyof LibraryState]: LibraryState[K] extends ReadonlyMap<infer Id, infer Noun>
    ? Map<Id, Noun>
    : never;
};

export function foldChanges(changes: readonly Change[]): LibraryState {
  const nothing = { people: new Map(), tags: new Map(), sources: new Map(), marks: new Map() };
  return foldFurther(nothing, changes);
}

/**
 * Adds changes to a state that was folded from changes that all come before them in the total order (a device's own new
 * acts always do). Returns a new state; the maps of the old one are left alone.
 */
export function foldFurther(state: LibraryState, later: readonly Change[]): LibraryState {
  const draft: Draft = {
    people: new Map(state.people),
    tags: new Map(state.tags),
    sources: new Map(state.sources),
    marks: new Map(state.marks),
  };
  for (const change of [...later].sort(compareChanges)) apply(draft, change);
  return draft;
}

function apply(draft: Draft, change: Change): void {
  switch (change.kind) {
    case 'person-named':
      draft.people.set(change.payload.person.id, change.payload.person);
      return;
    case 'tag-made':
      draft.tags.set(change.payload.tag.id, change.payload.tag);
      return;
    case 'tag-renamed': {
      const { tag: id, name } = change.payload;
      const tag = draft.tags.get(id);
      if (tag !== undefined) draft.tags.set(id, { ...tag, name });
      return;
    }
    case 'source-imported':
      importSource(draft, change.payload, change);
      return;
    case 'source-described':
      describeSource(draft, change.payload);
      return;
    case 'source-removed':
      setSourceRemoved(draft, change.payload.source, true);
      return;
    case 'source-restored':
      setSourceRemoved(draft, change.payload.source, false);
      return;
    case 'marked':
      draft.marks.set(change.payload.mark.id, {
        ...change.payload.mark,
        tags: [],
        note: '',
        markedBy: change.person,
        markedAt: change.at,
        changedAt: change.at,
        removed: false,
      });
      return;
    case 'mark-coloured':
      changeMark(draft, change.payload.mark, change.at, { colour: change.payload.colour });
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
    case 'locker-created':
    case 'exported':
    case 'passphrase-changed':
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
    details,
    importedAt: at,
    importedBy: person,
    removed: draft.sources.get(id)?.removed ?? false,
  });
}

function describeSource(
  draft: Draft,
  { source: id, details }: ChangePayloads['source-described'],
): void {
  const source = draft.sources.get(id);
  if (source !== undefined) {
    draft.sources.set(id, { ...source, details: { ...source.details, ...details } });
  }
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
