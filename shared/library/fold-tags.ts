// What changes of tags add up to. Which tag a mark is seen with, past merges and removals, is worked out in `tag-tree.ts`.
import type { TagId } from '../evidence/ids.ts';
import { plainTag, type Tag } from '../evidence/tag.ts';
import type { Folds, LibraryDraft } from './library-draft.ts';

export const tagFolds = {
  'tag-made': ({ tags }, { payload: { tag } }) => {
    tags.set(tag.id, { ...plainTag, ...tag });
  },
  'tag-renamed': (draft, { payload: { tag, name } }) => {
    changeTag(draft, tag, { name });
  },
  'tag-changed': (draft, { payload: { tag, change } }) => {
    changeTag(draft, tag, change);
  },
  'tag-merged': (draft, { payload: { tag, into } }) => {
    changeTag(draft, tag, { mergedInto: into });
  },
} satisfies Partial<Folds>;

function changeTag({ tags }: LibraryDraft, id: TagId, difference: Partial<Omit<Tag, 'id'>>): void {
  const tag = tags.get(id);
  if (tag !== undefined) tags.set(id, { ...tag, ...difference });
}
