// Which changes the activity screen lists.
import type { PersonId, SourceId } from '../evidence/ids.ts';
import type { Change, ChangeKind } from '../journal/change.ts';
import type { LibraryState } from '../library/library-state.ts';
import { entryOf, sourceOf } from './entry.ts';

export const activityGroups = ['sources', 'marks', 'tags', 'exports', 'keys', 'locker'] as const;
export type ActivityGroup = (typeof activityGroups)[number];

const groups: Readonly<Record<ChangeKind, ActivityGroup>> = {
  'locker-created': 'locker',
  'person-named': 'locker',
  'tag-made': 'tags',
  'tag-renamed': 'tags',
  'tag-changed': 'tags',
  'tag-merged': 'tags',
  'organisation-described': 'sources',
  'source-imported': 'sources',
  'source-described': 'sources',
  'source-renewed': 'sources',
  'pages-labelled': 'sources',
  'reading-set': 'sources',
  'sources-related': 'sources',
  'source-removed': 'sources',
  'source-restored': 'sources',
  purged: 'sources',
  marked: 'marks',
  'marks-placed': 'marks',
  'mark-coloured': 'marks',
  'mark-restyled': 'marks',
  'reading-corrected': 'marks',
  reviewed: 'marks',
  noted: 'marks',
  tagged: 'tags',
  untagged: 'tags',
  unmarked: 'marks',
  remarked: 'marks',
  'quote-made': 'marks',
  'quote-changed': 'marks',
  translated: 'marks',
  'quote-removed': 'marks',
  'quote-restored': 'marks',
  'statement-made': 'sources',
  'statement-removed': 'sources',
  exported: 'exports',
  'backed-up': 'exports',
  'passphrase-changed': 'keys',
  'slot-added': 'keys',
  'slot-named': 'keys',
  'slot-removed': 'keys',
  'renewal-begun': 'keys',
  'keys-renewed': 'keys',
  'settings-changed': 'locker',
  'phrase-taken': 'locker',
};

export interface ActivityFilter {
  readonly person?: PersonId;
  readonly group?: ActivityGroup;
  readonly source?: SourceId;
  /** Anywhere in what is told of an act, in any case. */
  readonly text?: string;
  /** Milliseconds since 1970, the first included, the second not. */
  readonly from?: number;
  readonly before?: number;
}

export function filterChanges(
  changes: readonly Change[],
  state: LibraryState,
  filter: ActivityFilter,
): readonly Change[] {
  const { person, group, source, from = 0, before = Number.POSITIVE_INFINITY } = filter;
  const wanted = (filter.text ?? '').trim().toLowerCase();
  return changes.filter(
    (change) =>
      (person === undefined || change.person === person) &&
      (group === undefined || groups[change.kind] === group) &&
      change.at >= from &&
      change.at < before &&
      (source === undefined || sourceOf(change, state) === source) &&
      (wanted === '' || tells(change, state, wanted)),
  );
}

function tells(change: Change, state: LibraryState, wanted: string): boolean {
  const { thing, within, detail } = entryOf(change, state);
  return [thing, within, detail].some((text) => text.toLowerCase().includes(wanted));
}
