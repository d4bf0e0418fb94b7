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
      const lanes = assignLanes(list.map(({ id, start, end }) => ({ id, anchor: { start, end } })));
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
      const lanes = assignLanes(list.map(({ id, start, end }) => ({ id, anchor: { start, end } })));
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
