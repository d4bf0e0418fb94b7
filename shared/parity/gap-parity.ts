import { gapMarks } from './brackets.ts';

export interface GapCount {
  /** Marks that can only be a gap: `[...]`, `（……）`. */
  readonly marked: number;
  /** Bare ellipses, which may be a gap or the author's own. */
  readonly bare: number;
}

export interface GapParity {
  readonly translation: GapCount;
  readonly original: GapCount;
  /** False only where no reading of the bare ellipses makes the counts equal. */
  readonly equal: boolean;
}

export function gapParity(translation: string, original: string): GapParity {
  const [one, other] = [count(translation), count(original)];
  const equal = one.marked <= other.marked + other.bare && other.marked <= one.marked + one.bare;
  return { translation: one, original: other, equal };
}

function count(text: string): GapCount {
  const marks = gapMarks(text);
  const marked = marks.filter(({ bracketed }) => bracketed).length;
  return { marked, bare: marks.length - marked };
}
