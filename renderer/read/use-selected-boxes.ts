import { useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * The boxes (elements with `data-box`) that the DOM selection begins and ends in. They must stay in the document however
 * far they are scrolled away: a node that goes takes its end of the selection with it.
 */
export function useSelectedBoxes(root: RefObject<HTMLElement | null>): ReadonlySet<number> {
  const [boxes, setBoxes] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    let known: ReadonlySet<number> = new Set();
    const look = (): void => {
      const found = selectedBoxes(root.current, document.getSelection());
      if (sameSet(known, found)) return;
      known = found;
      // At once: React draws the news of a scroll first, which may take away the very page the selection began on.
      flushSync(() => {
        setBoxes(found);
      });
    };
    document.addEventListener('selectionchange', look);
    // A busy machine tells of a scroll before it tells of the selection made before it; so asked on the way down, too.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('scroll', look, { capture: true });
    };
  }, [root]);
  return boxes;
}

function selectedBoxes(root: HTMLElement | null, selection: Selection | null): ReadonlySet<number> {
  if (root === null || selection === null || selection.isCollapsed) return new Set();
  return new Set(
    [selection.anchorNode, selection.focusNode].flatMap((node) => {
      const element = node instanceof Element ? node : node?.parentElement;
      const box = element?.closest<HTMLElement>('[data-box]');
      return box != null && root.contains(box) ? [Number(box.dataset['box'])] : [];
    }),
  );
}

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
