import { rangesOf, type Mark } from '../../shared/evidence/mark.ts';

const maxLanes = 3;

/**
 * Gives overlapping marks different lanes, from 0, the lowest that is free; a fourth mark over the same words shares the
 * last. A mark of several ranges keeps its lane between them. `marks` are in document order.
 */
export function assignLanes(
  marks: readonly Pick<Mark, 'id' | 'kind' | 'anchor' | 'more'>[],
): ReadonlyMap<Mark['id'], number> {
  const lanes = new Map<Mark['id'], number>();
  const ends: number[] = [];
  for (const mark of marks) {
    const last = rangesOf(mark).at(-1);
    if (last === undefined) continue; // an area
    const free = ends.findIndex((end) => end <= mark.anchor.start);
    const lane = free >= 0 ? free : Math.min(ends.length, maxLanes - 1);
    ends[lane] = Math.max(ends[lane] ?? 0, last.end);
    lanes.set(mark.id, lane);
  }
  return lanes;
}
