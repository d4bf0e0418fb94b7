import { useCallback, useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { TextRange } from '../../shared/text/text-map.ts';

/** The selection as the reader has it: a range of the working text, whoever made it. */
export interface ReaderSelection {
  readonly range: TextRange;
  /** A keyboard selection is drawn by us, a pointer's by the browser. */
  readonly by: 'pointer' | 'keyboard';
  /** The end that Shift and an arrow move. */
  readonly moving: 'start' | 'end';
}

interface SelectionState {
  readonly selection: ReaderSelection | undefined;
  /** True while something is selected of which no character is readable: the person is told why nothing happens. */
  readonly unreadable: boolean;
  readonly select: (selection: ReaderSelection) => void;
  readonly clear: () => void;
}

/** Follows the DOM selection inside `root`, and holds the one made by keyboard, which replaces it. */
export function useSelection(
  root: RefObject<HTMLElement | null>,
  rangeOf: (range: Range) => TextRange | undefined,
): SelectionState {
  const [selection, setSelection] = useState<ReaderSelection>();
  const [unreadable, setUnreadable] = useState(false);

  useEffect(() => {
    let pressed = false;
    let seen: Ends | undefined;
    const look = (): void => {
      // While a drag goes on the bar would be in its way.
      if (!pressed) read();
    };
    const read = (): void => {
      seen = endsOf(document.getSelection());
      const found = rangeInside(root.current, document.getSelection());
      if (found === undefined) {
        setUnreadable(false);
        setSelection((old) => (old?.by === 'pointer' ? undefined : old));
        return;
      }
      const range = rangeOf(found.range);
      setUnreadable(range === undefined && found.range.toString().trim() !== '');
      const moving = found.backward ? 'start' : 'end';
      setSelection(range === undefined ? undefined : { range, by: 'pointer', moving });
    };
    const press = (event: PointerEvent): void => {
      pressed = event.button === 0 && root.current?.contains(event.target as Node) === true;
    };
    const release = (): void => {
      pressed = false;
      // The click that ends a selection clears it after `pointerup`.
      setTimeout(look);
    };
    // A key is about what is selected when it is pressed: a busy machine hands it on before the news of the selection,
    // and in the middle of a drag there is none. The range before it would be marked.
    const key = (): void => {
      if (!sameEnds(seen, endsOf(document.getSelection()))) flushSync(read);
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('keydown', key, { capture: true });
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('keydown', key, { capture: true });
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [root, rangeOf]);

  const select = useCallback((next: ReaderSelection) => {
    if (next.by === 'keyboard') document.getSelection()?.removeAllRanges();
    setUnreadable(false);
    setSelection(next);
  }, []);
  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setSelection(undefined);
  }, []);
  return { selection, unreadable, select, clear };
}

type Ends = Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>;

function endsOf(selection: Selection | null): Ends | undefined {
  if (selection === null || selection.isCollapsed) return undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return { anchorNode, anchorOffset, focusNode, focusOffset };
}

function sameEnds(a: Ends | undefined, b: Ends | undefined): boolean {
  return (
    a?.anchorNode === b?.anchorNode &&
    a?.anchorOffset === b?.anchorOffset &&
    a?.focusNode === b?.focusNode &&
    a?.focusOffset === b?.focusOffset
  );
}

function rangeInside(
  root: HTMLElement | null,
  selection: Selection | null,
): { readonly range: Range; readonly backward: boolean } | undefined {
  if (root === null || selection === null || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  // One that begins elsewhere (a field, another panel) is not about the document.
  if (!root.contains(selection.anchorNode)) return undefined;
  const backward =
    range.endContainer === selection.anchorNode && range.endOffset === selection.anchorOffset;
  return { range, backward };
}
