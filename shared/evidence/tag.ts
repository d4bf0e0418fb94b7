import type { TagId } from './ids.ts';
import type { MarkColour } from './mark.ts';

/** A node of the tag tree. Marks keep the tags they were given; `mergedInto` and `removed` decide what is seen of them. */
export interface Tag {
  readonly id: TagId;
  readonly name: string;
  readonly parent: TagId | null;
  readonly colour: MarkColour | '';
  /** When it applies and when not; empty for none. */
  readonly definition: string;
  /** The tag that stands for it. */
  readonly mergedInto: TagId | null;
  readonly removed: boolean;
}

/** What a tag begins with, and what tags of before format 4 have. */
export const plainTag: Omit<Tag, 'id' | 'name'> = {
  parent: null,
  colour: '',
  definition: '',
  mergedInto: null,
  removed: false,
};
