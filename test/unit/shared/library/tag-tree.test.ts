import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TagId } from '../../../../shared/evidence/ids.ts';
import { plainTag, type Tag } from '../../../../shared/evidence/tag.ts';
import { seenTag, seenTags, seenTree, withAllBelow } from '../../../../shared/library/tag-tree.ts';

const id = (name: string) => name as TagId;

function tagsOf(...given: readonly (Partial<Tag> & Pick<Tag, 'name'>)[]): Map<TagId, Tag> {
  return new Map(given.map((tag) => [id(tag.name), { ...plainTag, id: id(tag.name), ...tag }]));
}

test('a mark shows the tag that its own was merged into, once, and no removed one', () => {
  const tags = tagsOf(
    { name: 'a', mergedInto: id('b') },
    { name: 'b', mergedInto: id('c') },
    { name: 'c' },
    { name: 'd', removed: true },
  );
  expect(seenTag(tags, id('a'))?.name).toBe('c');
  expect(seenTags(tags, [id('a'), id('c'), id('d'), id('unknown')])).toEqual(['c']);
  const untouched = [id('c')];
  expect(seenTags(tags, untouched)).toBe(untouched);
});

test('a removed tag behind those that are seen is not shown either', () => {
  const tags = tagsOf({ name: 'a' }, { name: 'b', removed: true });
  expect(seenTags(tags, [id('a'), id('b')])).toEqual(['a']);
});

test('a tag that was merged into one nobody knows yet stands for itself', () => {
  const tags = tagsOf({ name: 'a', mergedInto: id('not arrived') });
  expect(seenTag(tags, id('a'))?.name).toBe('a');
});

test('what hangs below a hidden tag hangs below the next one that is seen', () => {
  const tags = tagsOf(
    { name: 'top' },
    { name: 'gone', parent: id('top'), removed: true },
    { name: 'twin', parent: id('top'), mergedInto: id('kept') },
    { name: 'kept' },
    { name: 'a', parent: id('gone') },
    { name: 'b', parent: id('twin') },
  );
  const parents = Object.fromEntries(seenTree(tags).map(({ name, parent }) => [name, parent]));
  expect(parents).toEqual({ top: null, kept: null, a: 'top', b: 'kept' });
  expect(withAllBelow(seenTree(tags), id('top'))).toEqual(new Set(['top', 'a']));
});

test('whatever two people merged and moved, the tree has no circle and every tag of it is seen', () => {
  const names = ['a', 'b', 'c', 'd', 'e'].map(id);
  const link = fc.option(fc.constantFrom(...names), { nil: null });
  const forest = fc
    .tuple(...names.map(() => fc.record({ parent: link, mergedInto: link, removed: fc.boolean() })))
    .map((all) => tagsOf(...all.map((tag, i) => ({ ...tag, name: names[i] ?? '' }))));
  fc.assert(
    fc.property(forest, (tags) => {
      const tree = seenTree(tags);
      const shown = new Map(tree.map((tag) => [tag.id, tag]));
      for (const tag of tree) {
        expect(seenTag(tags, tag.id)).toBe(tags.get(tag.id));
        const above = new Set<TagId>();
        for (let at = tag.parent; at !== null; at = shown.get(at)?.parent ?? null) {
          expect(above.has(at)).toBe(false);
          expect(shown.has(at)).toBe(true);
          above.add(at);
        }
      }
      for (const name of names) {
        const seen = seenTag(tags, name);
        if (seen !== undefined) expect(shown.has(seen.id)).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  );
});
