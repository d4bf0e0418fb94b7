import type { TagId } from '../../shared/evidence/ids.ts';
import { plainTag, type Tag } from '../../shared/evidence/tag.ts';
import type { Act, ChangePayloads } from '../../shared/journal/change.ts';

export function makeTagAct(id: TagId, name: string, parent: TagId | null): Act {
  return { subject, kind: 'tag-made', payload: { tag: { ...plainTag, id, name, parent } } };
}

export function changeTagAct(
  { id }: Pick<Tag, 'id'>,
  change: ChangePayloads['tag-changed']['change'],
): Act {
  return { subject, kind: 'tag-changed', payload: { tag: id, change } };
}

export function mergeTagAct({ id }: Pick<Tag, 'id'>, into: TagId): Act {
  return { subject, kind: 'tag-merged', payload: { tag: id, into } };
}

const subject = 'library';
