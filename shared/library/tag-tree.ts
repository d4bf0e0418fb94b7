// The tags as they are seen: merged ones stand as the tag they were merged into, removed ones are hidden, and what hangs
// below a hidden tag hangs below the next one above it. Two people may merge or move tags in a circle: it is cut.
import type { TagId } from '../evidence/ids.ts';
import type { Tag } from '../evidence/tag.ts';

type Tags = ReadonlyMap<TagId, Tag>;

/** The tag that is seen for one a mark was given; undefined where that is removed or not known. */
export function seenTag(tags: Tags, id: TagId): Tag | undefined {
  const tag = standIn(tags, id);
  return tag?.removed === false ? tag : undefined;
}

/** The tag at the end of the merges; of a circle the one of the lowest id, whoever asks. */
function standIn(tags: Tags, id: TagId): Tag | undefined {
  const passed: TagId[] = [];
  let at = id;
  for (;;) {
    const into = tags.get(at)?.mergedInto ?? null;
    if (into === null || !tags.has(into)) return tags.get(at);
    const since = passed.indexOf(at);
    if (since >= 0) return tags.get(passed.slice(since).sort()[0] ?? at);
    passed.push(at);
    at = into;
  }
}

/** What is seen of a mark's tags, each once. The list itself where nothing is merged or removed. */
export function seenTags(tags: Tags, given: readonly TagId[]): readonly TagId[] {
  const seen = given.flatMap((id) => seenTag(tags, id)?.id ?? []);
  const isSame = seen.length === given.length && seen.every((id, i) => id === given[i]);
  return isSame ? given : [...new Set(seen)];
}

/** All tags that are seen, each with its seen parent. */
export function seenTree(tags: Tags): readonly Tag[] {
  return [...tags.values()].flatMap((tag) => {
    if (seenTag(tags, tag.id) !== tag) return [];
    const parent = seenParent(tags, tag);
    return [parent === tag.parent ? tag : { ...tag, parent }];
  });
}

function seenParent(tags: Tags, { id }: Tag): TagId | null {
  const parent = nextAbove(tags, id);
  const passed = new Set<TagId>();
  for (let at = parent; at !== null && !passed.has(at); at = nextAbove(tags, at)) {
    if (at === id) return null; // whoever is in a circle stands at the top
    passed.add(at);
  }
  return parent;
}

/** The first tag above that is seen. */
function nextAbove(tags: Tags, id: TagId): TagId | null {
  const passed = new Set<TagId>();
  let above = tags.get(id)?.parent ?? null;
  while (above !== null && !passed.has(above)) {
    passed.add(above);
    const held = standIn(tags, above);
    if (held?.removed === false) return held.id;
    above = held?.parent ?? null;
  }
  return null;
}

/** A tag and all below it, of a seen tree. */
export function withAllBelow(
  tree: readonly Pick<Tag, 'id' | 'parent'>[],
  id: TagId,
): ReadonlySet<TagId> {
  const below = new Map<TagId, TagId[]>();
  for (const tag of tree) {
    if (tag.parent !== null) below.set(tag.parent, [...(below.get(tag.parent) ?? []), tag.id]);
  }
  const all = new Set<TagId>([id]);
  for (const each of all) for (const child of below.get(each) ?? []) all.add(child);
  return all;
}
