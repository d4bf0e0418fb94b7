import { useEffect, useMemo, useRef } from 'react';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { classNames } from '../ui/class-names.ts';
import { excerptOf } from './found-list.ts';
import styles from './FoundList.module.css';
import { pageAt } from './page-labels.ts';
import { showRow, useRows } from './use-rows.ts';

interface FoundListProps {
  readonly work: WorkingText;
  readonly places: readonly TextRange[];
  /** Index of the place one stands at. */
  readonly at: number;
  readonly onGo: (at: number) => void;
}

const rowHeight = 78;

/** Every place that was found, with the words around it. */
export function FoundList({ work, places, at, onGo }: FoundListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const heights = useMemo(() => new Float64Array(places.length).fill(rowHeight), [places]);
  const { stack, height, near } = useRows(scroller, heights);
  useEffect(() => {
    showRow(scroller.current, stack, at);
  }, [stack, at]);
  if (places.length === 0) {
    return <p className={styles['empty']}>What you look for is listed here (Ctrl F).</p>;
  }
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label="Found in this source"
      aria-activedescendant={at < 0 ? undefined : `found-${at}`}
      className={styles['scroller']}
      onKeyDown={(event) => {
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: places.length - 1 }[
          event.key
        ];
        if (to === undefined) return;
        event.preventDefault();
        onGo(Math.max(0, Math.min(places.length - 1, to)));
      }}
    >
      <div role="presentation" className={styles['rows']} style={{ blockSize: height }}>
        {near.map((index) => {
          const place = places[index];
          if (place === undefined) return null;
          const { before, words, after } = excerptOf(work.text, place);
          const label = work.pages[pageAt(work.pages, place.start)]?.label ?? '';
          return (
            <div
              key={index}
              id={`found-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classNames(styles['row'], index === at && styles['here'])}
              style={{ insetBlockStart: stack.tops[index] }}
              onClick={() => {
                onGo(index);
              }}
              onKeyDown={undefined}
            >
              <p dir="auto" className={styles['words']}>
                {before}
                <mark>{words}</mark>
                {after}
              </p>
              {label !== '' && <small>{`p. ${label}`}</small>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
