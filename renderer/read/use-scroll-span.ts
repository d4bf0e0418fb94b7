import { useEffect, useState, type RefObject } from 'react';
import { boxAt, visibleSpan, type Span, type Stack } from './stack.ts';

export interface ScrollSpan extends Span {
  /** The box in the middle of the window. */
  readonly middle: number;
}

/** Which boxes of a stack stand in the scroller's window or within one window's height of it. */
export function useScrollSpan(scroller: RefObject<HTMLElement | null>, stack: Stack): ScrollSpan {
  const [span, setSpan] = useState<ScrollSpan>({ first: 0, last: 0, middle: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      const { first, last, middle } = spanInWindow(element, stack);
      setSpan((old) =>
        old.first === first && old.last === last && old.middle === middle
          ? old
          : { first, last, middle },
      );
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [scroller, stack]);
  return span;
}

export function spanInWindow(element: HTMLElement, stack: Stack): ScrollSpan {
  const { scrollTop: top, clientHeight: height } = element;
  const middle = Math.max(0, boxAt(stack, top + height / 2));
  return { ...visibleSpan(stack, top, top + height, height), middle };
}
