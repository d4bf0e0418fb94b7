import type { PersonId, TagId } from '../../shared/evidence/ids.ts';
import type { Mark, MarkColour, MarkKind, ReviewState } from '../../shared/evidence/mark.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { withAllBelow } from '../../shared/library/tag-tree.ts';

/** In each, none means all. */
export interface MarkFilter {
  readonly colours: ReadonlySet<MarkColour>;
  readonly tags: ReadonlySet<TagId>;
  readonly people: ReadonlySet<PersonId>;
  readonly reviews: ReadonlySet<ReviewState>;
  readonly kinds: ReadonlySet<MarkKind>;
}

export const noFilter: MarkFilter = {
  ...{ colours: new Set(), tags: new Set(), people: new Set() },
  ...{ reviews: new Set(), kinds: new Set() },
};

function isFiltering(filter: MarkFilter): boolean {
  const { colours, tags, people, reviews, kinds } = filter;
  return [colours, tags, people, reviews, kinds].some(({ size }) => size > 0);
}

/** Marks that are of any of each kind of wish. A tag stands for all below it in `tree`. */
export function filterMarks(
  marks: readonly Mark[],
  filter: MarkFilter,
  tree: readonly Pick<Tag, 'id' | 'parent'>[] = [],
): readonly Mark[] {
  if (!isFiltering(filter)) return marks;
  const { colours, people, reviews, kinds } = filter;
  const tags = new Set([...filter.tags].flatMap((tag) => [...withAllBelow(tree, tag)]));
  return marks.filter(
    (mark) =>
      (colours.size === 0 || colours.has(mark.colour)) &&
      (people.size === 0 || people.has(mark.markedBy)) &&
      (reviews.size === 0 || reviews.has(mark.review)) &&
      (kinds.size === 0 || kinds.has(mark.kind)) &&
      (tags.size === 0 || mark.tags.some((tag) => tags.has(tag))),
  );
}

export function toggle<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  return set.has(value)
    ? new Set([...set].filter((other) => other !== value))
    : new Set([...set, value]);
}
