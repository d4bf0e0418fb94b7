import { useEffect, type RefObject } from 'react';
import type { ReadingRest } from './document-handle.ts';

const restMs = 150;

/** Tells where one is each time scrolling has come to rest. */
export function useRest(
  scroller: RefObject<HTMLElement | null>,
  rest: () => ReadingRest,
  tell: (rest: ReadingRest) => void,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        tell(rest());
      }, restMs);
    };
    wait();
    element.addEventListener('scroll', wait, { passive: true });
    return () => {
      clearTimeout(timer);
      element.removeEventListener('scroll', wait);
    };
  }, [scroller, rest, tell]);
}
