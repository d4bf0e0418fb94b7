import { useEffect, useRef, type RefObject } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import { marksAt, nextMark, type PlacedMark } from './mark-paths.ts';

interface MarkSurface {
  /** Size of the layer in its own unit; `host` shows all of it. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
}

/**
 * A click on a painted mark picks it, a further one the next that lies there. The layer itself lets clicks through to the text; the keyboard reaches marks by the
 * list in the margin.
 */
export function useMarkPicking(
  host: RefObject<HTMLElement | null>,
  { width, height, marks }: MarkSurface,
  shown: boolean,
  onPick: (mark: MarkId) => void,
): void {
  const last = useRef<MarkId>(undefined);
  useEffect(() => {
    const element = host.current;
    if (!shown || element === null || marks.length === 0) return;
    const pick = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false) return;
      const box = element.getBoundingClientRect();
      const point = {
        x: ((event.clientX - box.left) / box.width) * width,
        y: ((event.clientY - box.top) / box.height) * height,
      };
      const found = nextMark(marksAt(marks, point), last.current);
      last.current = found?.id;
      if (found !== undefined) onPick(found.id);
    };
    element.addEventListener('click', pick);
    return () => {
      element.removeEventListener('click', pick);
    };
  }, [host, width, height, marks, shown, onPick]);
}
