import type { Mark } from '../../shared/evidence/mark.ts';
import type { TextRange } from '../../shared/text/text-map.ts';

const maxLanes = 3;

/**
 * Gives overlapping marks different lanes, from 0, the lowest that is free; a fourth mark over the same words shares the
 * last. `marks` are in document order.
 */
export function assignLanes(
  marks: readonly { readonly id: Mark['id']; readonly anchor: TextRange }[],
): ReadonlyMap<Mark['id'], number> {
  const lanes = new Map<Mark['id'], number>();
  const ends: number[] = [];
  for (const { id, anchor } of marks) {
    const free = ends.findIndex((end) => end <= anchor.start);
    const lane = free >= 0 ? free : Math.min(ends.length, maxLanes - 1);
    ends[lane] = Math.max(ends[lane] ?? 0, anchor.end);
    lanes.set(id, lane);
  }
  return lanes;
}
