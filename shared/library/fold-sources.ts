// What changes of sources add up to, of their publishers and of pairs of them.
import type { SourceId } from '../evidence/ids.ts';
import { pairKey } from '../evidence/relation.ts';
import {
  emptyDetails,
  versionFiles,
  versionOf,
  type Source,
  type SourceDetails,
} from '../evidence/source.ts';
import type { Folds, LibraryDraft } from './library-draft.ts';

export const sourceFolds = {
  'source-imported': ({ sources }, { payload, at, person }) => {
    const { source: id, details, ...rest } = payload;
    sources.set(id, {
      ...rest,
      id,
      details: { ...emptyDetails, ...details },
      importedAt: at,
      importedBy: person,
      removed: sources.get(id)?.removed ?? false,
    });
  },
  'source-described': ({ sources }, { payload: { source: id, details, proposed: again } }) => {
    const source = sources.get(id);
    if (source === undefined) return;
    const before = source.proposed ?? {};
    const described = Object.keys(details) as (keyof SourceDetails)[];
    // What somebody described is no proposal any longer.
    const proposed = { ...without(before, ...described), ...again };
    sources.set(id, {
      ...without(source, 'proposed'),
      details: { ...source.details, ...details },
      ...(Object.keys(proposed).length === 0 ? {} : { proposed }),
    });
  },
  /** The version before goes to the earlier ones; one that comes back leaves them. */
  'source-renewed': ({ sources }, { payload: { source: id, ...version } }) => {
    const source = sources.get(id);
    if (source === undefined) return;
    const { earlier = [] } = source;
    const key = filesKey(version);
    const others = [...earlier, versionOf(source)].filter((each) => filesKey(each) !== key);
    sources.set(id, {
      ...without(source, 'reason', 'working', 'earlier'),
      ...version,
      ...(others.length === 0 ? {} : { earlier: others }),
    });
  },
  'pages-labelled': ({ sources }, { payload: { source: id, labels } }) => {
    const source = sources.get(id);
    if (source === undefined) return;
    const held = without(source, 'labels');
    sources.set(id, { ...held, ...(labels.length === 0 ? {} : { labels }) });
  },
  'reading-set': ({ sources }, { payload: { source: id, state }, person: by, at }) => {
    const source = sources.get(id);
    if (source === undefined) return;
    const held = without(source, 'reading');
    sources.set(id, { ...held, ...(state === 'unread' ? {} : { reading: { state, by, at } }) });
  },
  'source-removed': (draft, { payload: { source } }) => {
    setRemoved(draft, source, true);
  },
  'source-restored': (draft, { payload: { source } }) => {
    setRemoved(draft, source, false);
  },
  'sources-related': ({ relations }, { payload: { sources, relation }, person, at }) => {
    const key = pairKey(sources);
    if (relation === 'undecided') relations.delete(key);
    else relations.set(key, { sources, relation, decidedBy: person, decidedAt: at });
  },
  'organisation-described': ({ organisations }, { payload: { organisation } }) => {
    if (organisation.name.trim() === '') organisations.delete(organisation.id);
    else organisations.set(organisation.id, organisation);
  },
} satisfies Partial<Folds>;

function setRemoved({ sources }: LibraryDraft, id: SourceId, removed: boolean): void {
  const source = sources.get(id);
  if (source !== undefined) sources.set(id, { ...source, removed });
}

function filesKey(version: Pick<Source, 'original' | 'working'>): string {
  return versionFiles(version).join(' ');
}

function without<T extends object, K extends keyof T & string>(value: T, ...keys: K[]): Omit<T, K> {
  const dropped: ReadonlySet<string> = new Set(keys);
  return Object.fromEntries(Object.entries(value).filter(([key]) => !dropped.has(key))) as Omit<
    T,
    K
  >;
}
