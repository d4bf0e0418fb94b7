import { useMemo, type RefObject } from 'react';
import { stackBoxes, type Stack } from './stack.ts';
import { useScrollSpan } from './use-scroll-span.ts';

interface Rows {
  readonly stack: Stack;
  /** Pixels of all rows together. */
  readonly height: number;
  /** Indices of the rows near the window. */
  readonly near: readonly number[];
}

/** Rows of known heights in a scroller, of which only those near the window are drawn. `heights` keeps its identity. */
export function useRows(scroller: RefObject<HTMLElement | null>, heights: ArrayLike<number>): Rows {
  const stack = useMemo(() => stackBoxes(heights, 0), [heights]);
  const { first, last } = useScrollSpan(scroller, stack);
  const near = useMemo(() => {
    const end = Math.min(last, heights.length - 1);
    return Array.from({ length: Math.max(0, end - first + 1) }, (_, i) => first + i);
  }, [first, last, heights]);
  return { stack, height: stack.tops[heights.length] ?? 0, near };
}

/** Scrolls as little as shows the row. */
export function showRow(scroller: HTMLElement | null, { tops }: Stack, row: number): void {
  if (scroller === null || row < 0) return;
  const top = tops[row] ?? 0;
  const bottom = tops[row + 1] ?? top;
  if (top < scroller.scrollTop) scroller.scrollTo({ top });
  else if (bottom > scroller.scrollTop + scroller.clientHeight) {
    scroller.scrollTo({ top: bottom - scroller.clientHeight });
  }
}
