import { useEffect, useState, type RefObject } from 'react';
import { Leafing, leafingRestMs } from './leafing.ts';
import type { NearestFirst } from './nearest-first.ts';
import { spanInWindow, type ScrollSpan } from './use-scroll-span.ts';
import type { Stack } from './stack.ts';

/** How often one is told where one has come to. */
const tellEveryMs = 250;

/**
 * The span of pages near the window. While one leafs, no page begins and no work on pages is done: a blank sheet that moves
 * is better than a painted one that jerks. Only the page in the middle is told, now and then, so that one sees how far
 * one has come.
 */
export function useLeafedSpan(
  scroller: RefObject<HTMLElement | null>,
  stack: Stack,
  queue: NearestFirst,
  onPage: (page: number) => void,
): ScrollSpan {
  const [span, setSpan] = useState<ScrollSpan>({ first: 0, last: 0, middle: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const leafing = new Leafing();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let toldMs = 0;
    const look = (): void => {
      const now = spanInWindow(element, stack);
      setSpan((old) => (sameSpan(old, now) ? old : now));
    };
    const rest = (): void => {
      timer = undefined;
      queue.release();
      look();
      onPage(spanInWindow(element, stack).middle);
    };
    const scrolled = (): void => {
      const nowMs = performance.now();
      if (leafing.moved(element.scrollTop, nowMs)) {
        queue.hold();
        clearTimeout(timer);
        timer = setTimeout(rest, leafingRestMs);
        if (nowMs - toldMs < tellEveryMs) return;
        toldMs = nowMs;
        // Not by the span: a thousand pages would be drawn anew.
        onPage(spanInWindow(element, stack).middle);
      } else if (timer === undefined) look();
    };
    look();
    element.addEventListener('scroll', scrolled, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      clearTimeout(timer);
      queue.release();
      element.removeEventListener('scroll', scrolled);
      resized.disconnect();
    };
  }, [scroller, stack, queue, onPage]);
  return span;
}

function sameSpan(a: ScrollSpan, b: ScrollSpan): boolean {
  return a.first === b.first && a.last === b.last && a.middle === b.middle;
}
