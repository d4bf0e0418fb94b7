// A passage of a source with its surroundings, cut into pieces to be drawn.
import type { SegmentVerdict } from '../../shared/verify/verdict.ts';

export type PieceKind = 'around' | 'passage' | 'difference' | 'flag';

export interface Piece {
  readonly text: string;
  readonly kind: PieceKind;
}

/** Characters shown on either side, cut at a word. */
const around = 320;

/**
 * The stretches of `text` from a little before the segment to a little after it. What differs and what a flag speaks of
 * are pieces of their own, also outside the passage; where two overlap the difference wins.
 */
export function excerptOf(
  text: string,
  { start = 0, end = start, differences, flags }: SegmentVerdict,
): readonly Piece[] {
  const pointed = [
    ...flags.map((flag) => ({ ...flag, kind: 'flag' as const })),
    ...differences.map((difference) => ({ ...difference, kind: 'difference' as const })),
  ].filter((range) => range.end > range.start);
  const near = pointed.filter((range) => range.end > start - around && range.start < end + around);
  const from = wordStart(text, Math.min(start - around, ...near.map((range) => range.start)));
  const to = wordEnd(text, Math.max(end + around, ...near.map((range) => range.end)));
  const edges = new Set([from, start, end, to]);
  for (const range of near) edges.add(range.start).add(range.end);
  const sorted = [...edges].filter((edge) => edge >= from && edge <= to).sort((a, b) => a - b);
  return sorted.slice(0, -1).map((edge, at) => {
    const last = near.findLast((range) => range.start <= edge && edge < range.end);
    const inside = start <= edge && edge < end;
    return {
      text: text.slice(edge, sorted[at + 1]),
      kind: last?.kind ?? (inside ? 'passage' : 'around'),
    };
  });
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at, at + 40).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const from = Math.max(0, at - 40);
  const space = text.slice(from, at).search(/\s\S*$/);
  return space < 0 ? at : from + space;
}
