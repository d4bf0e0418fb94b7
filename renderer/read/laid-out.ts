// What of a long text is laid out: chunks, and the gaps between them, each one light element however long it is.
import { rangesOf, type Mark } from '../../shared/evidence/mark.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { rangesMeet } from '../highlight/text-range.ts';
import type { Span } from './stack.ts';
import { chunkAt, type TextChunk } from './text-blocks.ts';

/** Chunks from `first` to `last`: a single one that is laid out, or a gap. */
interface LaidOutPart extends Span {
  readonly isGap: boolean;
}

/** All of `count` chunks in order: those of `near` and `more` one by one, what lies between them as gaps. */
export function laidOutParts(
  count: number,
  near: Span,
  more: readonly number[],
): readonly LaidOutPart[] {
  const shown = new Set(more.filter((index) => index >= 0 && index < count));
  for (let i = Math.max(0, near.first); i <= Math.min(near.last, count - 1); i++) shown.add(i);
  const parts: LaidOutPart[] = [];
  let next = 0;
  for (const index of [...shown].sort((a, b) => a - b)) {
    if (index > next) parts.push({ first: next, last: index - 1, isGap: true });
    parts.push({ first: index, last: index, isGap: false });
    next = index + 1;
  }
  if (next < count) parts.push({ first: next, last: count - 1, isGap: true });
  return parts;
}

/** The marks that have a part of each chunk; a chunk without any has no entry. */
export function marksByChunk(
  chunks: readonly TextChunk[],
  marks: readonly Mark[],
): ReadonlyMap<number, readonly Mark[]> {
  return byChunk(chunks, marks, rangesOf);
}

/** The ranges that have a part of each chunk; a chunk without any has no entry. */
export function rangesByChunk(
  chunks: readonly TextChunk[],
  ranges: readonly TextRange[],
): ReadonlyMap<number, readonly TextRange[]> {
  return byChunk(chunks, ranges, (range) => [range]);
}

function byChunk<T>(
  chunks: readonly TextChunk[],
  things: readonly T[],
  rangesOfThing: (thing: T) => readonly TextRange[],
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  for (const thing of things) {
    const met = new Set<number>();
    for (const range of rangesOfThing(thing)) {
      for (let i = chunkAt(chunks, range.start); i < chunks.length; i++) {
        const chunk = chunks[i];
        if (chunk === undefined || chunk.start >= range.end) break;
        if (rangesMeet(range, chunk)) met.add(i);
      }
    }
    for (const index of met) {
      const own = found.get(index);
      if (own === undefined) found.set(index, [thing]);
      else own.push(thing);
    }
  }
  return found;
}
