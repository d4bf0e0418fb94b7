import { seedOf as seedAt } from '../../../support/marks.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MarkId } from '../../../../shared/evidence/ids.ts';
import { assignLanes } from '../../../../renderer/highlight/lanes.ts';

const ranges = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 })), { maxLength: 40 })
  .map((list) =>
    list
      .map(([start, length], i) => ({ id: `${i}` as MarkId, start, end: start + length }))
      .sort((a, b) => a.start - b.start),
  );

test('marks over the same words have different lanes as long as there are lanes', () => {
  fc.assert(
    fc.property(ranges, (list) => {
      const lanes = assignLanes(list.map(({ id, ...place }) => ({ ...seedIn(place), id })));
      // Where more than three lie over each other at one place, some of them must share.
      const crowded = list.some(({ start }) => depth(list, start) > 3);
      if (crowded) return;
      for (const [i, mark] of list.entries()) {
        for (const later of list.slice(i + 1)) {
          if (later.start < mark.end) expect(lanes.get(later.id)).not.toBe(lanes.get(mark.id));
        }
      }
    }),
  );
});

test('a mark alone is in the first lane, and never a fourth is used', () => {
  fc.assert(
    fc.property(ranges, (list) => {
      const lanes = assignLanes(list.map(({ id, ...place }) => ({ ...seedIn(place), id })));
      for (const { id, start, end } of list) {
        expect(lanes.get(id)).toBeLessThan(3);
        const alone = list.every(
          (other) => other.id === id || other.end <= start || other.start >= end,
        );
        if (alone) expect(lanes.get(id)).toBe(0);
      }
    }),
  );
});

function depth(
  list: readonly { readonly start: number; readonly end: number }[],
  at: number,
): number {
  return list.filter(({ start, end }) => start <= at && at < end).length;
}

function seedIn({ start, end }: { readonly start: number; readonly end: number }) {
  const seed = seedAt({ start });
  return { ...seed, anchor: { ...seed.anchor, end } };
}

test('a mark of several ranges keeps its lane between them, and an area has none', () => {
  const split = seedAt({ start: 0 });
  const more = [{ ...split.anchor, start: 40, end: 50 }];
  const between = seedAt({ start: 20 });
  const area = seedAt({ start: 25, kind: 'area' });
  const lanes = assignLanes([{ ...split, more }, between, area]);
  expect([lanes.get(split.id), lanes.get(between.id), lanes.get(area.id)]).toEqual([
    0,
    1,
    undefined,
  ]);
});
