import type { TagId } from '../../shared/evidence/ids.ts';
import { withAllBelow } from '../../shared/library/tag-tree.ts';
import type { LibraryView } from '../vault/calls/library.ts';

export type ListedTag = LibraryView['tags'][number];

export interface TagRow {
  readonly tag: ListedTag;
  /** From 1. */
  readonly level: number;
}

/** The tree as lines, each tag before those below it, as they are sorted in the list. */
export function tagRows(tags: readonly ListedTag[]): readonly TagRow[] {
  const below = Map.groupBy(tags, ({ parent }) => parent);
  const rows: TagRow[] = [];
  const waiting = (below.get(null) ?? []).map((tag) => ({ tag, level: 1 })).reverse();
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    rows.push(row);
    const level = row.level + 1;
    waiting.push(...(below.get(row.tag.id) ?? []).map((tag) => ({ tag, level })).reverse());
  }
  return rows;
}

/** Where a tag may hang: not below itself. */
export function possibleParents(tags: readonly ListedTag[], id: TagId): readonly ListedTag[] {
  const own = withAllBelow(tags, id);
  return tags.filter((tag) => !own.has(tag.id));
}
