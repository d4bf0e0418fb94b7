import { memo, useEffect, useRef } from 'react';
import { classNames } from '../ui/class-names.ts';
import { returnCanvas } from './canvas-pool.ts';
import type { PageHeat } from './page-heat.ts';
import type { PageSession } from './page-session.ts';
import styles from './Thumbnails.module.css';

interface ThumbnailProps {
  readonly session: PageSession;
  readonly index: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  /** CSS pixels per point. */
  readonly scale: number;
  readonly top: number;
  readonly isHere: boolean;
  readonly heat: PageHeat | undefined;
  readonly onPage: (page: number) => void;
}

/** Behind every piece of work on the pages that are read. */
const behindPages = 1_000_000;

export const Thumbnail = memo(function Thumbnail(props: ThumbnailProps) {
  const { session, index, label, width, height, scale, top, isHere, heat, onPage } = props;
  const paper = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = paper.current;
    const away = new AbortController();
    const leave = session.use(index);
    let shown: HTMLCanvasElement | undefined;
    const paint = async (): Promise<void> => {
      const canvas = await session.paint(index, scale, away.signal);
      if (canvas === undefined) return;
      if (away.signal.aborted) {
        returnCanvas(canvas);
        return;
      }
      shown = canvas;
      element?.append(canvas);
    };
    const takeBack = session.queue.add({
      distance: (focus) => behindPages + Math.abs(index - focus),
      // A page that cannot be drawn says so where it is read.
      run: () => paint().catch(() => undefined),
    });
    return () => {
      takeBack();
      away.abort();
      if (shown !== undefined) returnCanvas(shown);
      leave();
    };
  }, [session, index, scale]);
  const marked = heat === undefined ? '' : `, ${heat.marks} ${heat.marks === 1 ? 'mark' : 'marks'}`;
  return (
    <div
      id={`thumbnail-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={isHere}
      aria-label={`Page ${label}${marked}`}
      className={classNames(styles['thumbnail'], isHere && styles['here'])}
      style={{ insetBlockStart: top }}
      onClick={() => {
        onPage(index);
      }}
      onKeyDown={undefined}
    >
      <span className={styles['sheet']} style={{ inlineSize: width, blockSize: height }}>
        <span ref={paper} className={styles['paper']} />
        {heat?.bars.map(({ colour, from, to }, i) => (
          <span
            key={i}
            className={styles['heat']}
            style={{
              ['--c' as string]: `var(--hl-${colour})`,
              insetBlockStart: `${from * 100}%`,
              blockSize: `${(to - from) * 100}%`,
            }}
          />
        ))}
      </span>
      <span className={styles['label']}>{label}</span>
    </div>
  );
});
