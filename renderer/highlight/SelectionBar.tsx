import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { markColours, type MarkColour } from '../../shared/evidence/mark.ts';
import { markKey, markPaint, useColourWords } from '../ui/mark-colours.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { placeBar } from './place-bar.ts';
import styles from './SelectionBar.module.css';

interface SelectionBarProps {
  readonly range: TextRange;
  readonly rectsOf: (range: TextRange) => readonly DOMRect[];
  /** The window the document is seen through. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly onColour: (colour: MarkColour) => void;
  readonly onUnderline: () => void;
  /** Present where a mark is selected that the selection may join. */
  readonly onAdd: (() => void) | undefined;
  readonly onNote: () => void;
  readonly onTag: () => void;
  readonly onCopy: () => void;
}

/** What can be done with a selection, beside it. Follows it while the document scrolls. */
export function SelectionBar(props: SelectionBarProps) {
  const { range, rectsOf, frame } = props;
  const words = useColourWords();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      if (bar.current === null || frame.current === null) return;
      const { offsetWidth: width, offsetHeight: height } = bar.current;
      const window = frame.current.getBoundingClientRect();
      const at = placeBar(rectsOf(range), window, { width, height });
      bar.current.style.visibility = at === undefined ? 'hidden' : 'visible';
      if (at !== undefined) bar.current.style.translate = `${at.left}px ${at.top}px`;
    };
    place();
    document.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      document.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [range, rectsOf, frame]);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="What to do with the selection"
      className={styles['bar']}
      // A press must not take the selection it is about.
      onPointerDown={(event) => {
        event.preventDefault();
      }}
    >
      {markColours.map((colour) => (
        <button
          key={colour}
          type="button"
          className={styles['colour']}
          style={{ background: markPaint(colour) }}
          title={`Mark: ${words[colour]} (${markKey(colour)})`}
          aria-label={`Mark as ${words[colour]}`}
          data-key={markKey(colour)}
          aria-keyshortcuts={markKey(colour)}
          onClick={() => {
            props.onColour(colour);
          }}
        />
      ))}
      <BarButton keys="u" onClick={props.onUnderline}>
        Underline
      </BarButton>
      {props.onAdd !== undefined && (
        <BarButton keys="m" onClick={props.onAdd}>
          Add to mark
        </BarButton>
      )}
      <BarButton keys="a" onClick={props.onNote}>
        Note
      </BarButton>
      <BarButton keys="t" onClick={props.onTag}>
        Tag
      </BarButton>
      <BarButton keys="Control+C" onClick={props.onCopy}>
        Copy with citation
      </BarButton>
    </div>
  );
}

interface BarButtonProps {
  readonly keys: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function BarButton({ keys, onClick, children }: BarButtonProps) {
  return (
    <button type="button" className={styles['act']} aria-keyshortcuts={keys} onClick={onClick}>
      {children}
      {keys.length === 1 && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  );
}
