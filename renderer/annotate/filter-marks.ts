import type { TagId } from '../../shared/evidence/ids.ts';
import type { Mark, MarkColour } from '../../shared/evidence/mark.ts';

export interface MarkFilter {
  /** None means all. */
  readonly colours: ReadonlySet<MarkColour>;
  readonly tags: ReadonlySet<TagId>;
}

export const noFilter: MarkFilter = { colours: new Set(), tags: new Set() };

/** Marks of any of the colours that carry any of the tags. */
export function filterMarks(
  marks: readonly Mark[],
  { colours, tags }: MarkFilter,
): readonly Mark[] {
  if (colours.size === 0 && tags.size === 0) return marks;
  return marks.filter(
    (mark) =>
      (colours.size === 0 || colours.has(mark.colour)) &&
      (tags.size === 0 || mark.tags.some((tag) => tags.has(tag))),
  );
}

export function toggle<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  return set.has(value)
    ? new Set([...set].filter((other) => other !== value))
    : new Set([...set, value]);
}
