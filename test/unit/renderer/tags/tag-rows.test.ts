import { expect, test } from 'vitest';
import { possibleParents, tagRows, type ListedTag } from '../../../../renderer/tags/tag-rows.ts';
import type { TagId } from '../../../../shared/evidence/ids.ts';
import { plainTag } from '../../../../shared/evidence/tag.ts';

function tag(name: string, parent: string | null = null): ListedTag {
  const place = { id: name as TagId, name, parent: parent as TagId | null };
  return { ...plainTag, ...place, marks: 0, marksBelow: 0 };
}

const tags = [tag('a'), tag('b', 'a'), tag('c', 'b'), tag('d', 'a'), tag('e')];

test('each tag stands before those below it, one level further in', () => {
  expect(tagRows(tags).map(({ tag: { name }, level }) => `${name}${level}`)).toEqual([
    ...['a1', 'b2', 'c3', 'd2', 'e1'],
  ]);
});

test('a tag cannot hang below itself or what hangs below it', () => {
  expect(possibleParents(tags, 'b' as TagId).map(({ name }) => name)).toEqual(['a', 'd', 'e']);
});
