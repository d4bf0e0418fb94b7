import { useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/**
 * The boxes (elements with `data-box`) that the DOM selection begins and ends in. They must stay in the document however
 * far they are scrolled away: a node that goes takes its end of the selection with it.
 */
export function useSelectedBoxes(root: RefObject<HTMLElement | null>): ReadonlySet<number> {
  const [boxes, setBoxes] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const look = (): void => {
      const found = selectedBoxes(root.current, document.getSelection());
      // At once: React draws the news of a scroll first, which may take away the very page the selection began on.
      flushSync(() => {
        setBoxes((old) => (sameSet(old, found) ? old : found));
      });
    };
    document.addEventListener('selectionchange', look);
    return () => {
      document.removeEventListener('selectionchange', look);
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
