import { useEffect, type RefObject } from 'react';

/**
 * Where the focus was in the screen that is gone, Tab begins at the new one instead of at the top of the window again. The focus
 * itself is left nowhere: on a container it would keep the arrow keys from scrolling the page that was clicked last.
 */
export function useStartOfScreen(main: RefObject<HTMLElement | null>, screen: string): void {
  useEffect(() => {
    if (main.current !== null && document.activeElement === document.body) beginAt(main.current);
  }, [main, screen]);
}

function beginAt(element: HTMLElement): void {
  element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: true });
  element.blur();
  element.removeAttribute('tabindex');
}
