import { expect, test } from 'vitest';
import type { PersonId, SourceId } from '../../../../shared/evidence/ids.ts';
import { pairOf, RelatedSources, type RelationKind } from '../../../../shared/evidence/relation.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(32) as SourceId) as [
  SourceId,
  SourceId,
  SourceId,
  SourceId,
];

function relate(...list: readonly (readonly [SourceId, SourceId, RelationKind])[]) {
  return new RelatedSources(
    list.map(([one, other, relation]) => ({
      ...{ sources: pairOf(one, other), relation },
      ...{ decidedBy: '' as PersonId, decidedAt: 0 },
    })),
  );
}

test('the copy of a copy is a copy, the edition of a copy an edition, and both ways', () => {
  const related = relate([a, b, 'same-work'], [c, b, 'same-work'], [c, d, 'edition']);
  expect(related.of(a)).toEqual([
    { source: b, relation: 'same-work' },
    { source: c, relation: 'same-work' },
    { source: d, relation: 'edition' },
  ]);
  expect(related.of(d).map(({ relation }) => relation)).toEqual(['edition', 'edition', 'edition']);
});

test('a copy that is also an edition of an edition stays a copy', () => {
  const related = relate([a, c, 'edition'], [b, c, 'edition'], [a, b, 'same-work']);
  expect(related.of(a)).toEqual([
    { source: b, relation: 'same-work' },
    { source: c, relation: 'edition' },
  ]);
});

test('what is apart is not related, and nothing is its own relation', () => {
  const related = relate([a, b, 'apart'], [c, d, 'edition'], [d, c, 'edition']);
  expect(related.of(a)).toEqual([]);
  expect(related.of(c)).toEqual([{ source: d, relation: 'edition' }]);
});
