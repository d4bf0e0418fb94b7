import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { heightOf, placeAt, type Stack, type StackPlace } from './stack.ts';

/** Keeps what stands in the middle of the window there when the boxes change their heights. */
export function usePlaceOnZoom(scroller: RefObject<HTMLElement | null>, stack: Stack): void {
  const place = useRef<StackPlace>(undefined);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || place.current === undefined) return;
    element.scrollTo({ top: heightOf(stack, place.current) - element.clientHeight / 2 });
  }, [scroller, stack]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const remember = (): void => {
      place.current = placeAt(stack, element.scrollTop + element.clientHeight / 2);
    };
    remember();
    element.addEventListener('scroll', remember, { passive: true });
    return () => {
      element.removeEventListener('scroll', remember);
    };
  }, [scroller, stack]);
}
