// The next state of a library while changes are folded into it.
import type { Change, ChangeKind } from '../journal/change.ts';
import type { LibraryState } from './library-state.ts';
import { MapDraft, VersionedMap } from './versioned-map.ts';

export type LibraryDraft = {
  -readonly [K in keyof LibraryState]: LibraryState[K] extends ReadonlyMap<infer Id, infer Noun>
    ? MapDraft<Id, Noun>
    : LibraryState[K];
};

/** What each kind of change does to a library. */
export type Folds = {
  readonly [K in ChangeKind]: (
    draft: LibraryDraft,
    change: Extract<Change, { readonly kind: K }>,
  ) => void;
};

export function beginDraft(state: LibraryState): LibraryDraft {
  return {
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
}

/** The draft is of no use afterwards. */
export function endDraft(draft: LibraryDraft): LibraryState {
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
