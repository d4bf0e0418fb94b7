import { createContext, use, useEffect, useRef, useState } from 'react';
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import styles from './AreaPicture.module.css';

/** Draws a marked area small; absent where the pages cannot be drawn. */
export type DrawArea = (area: MarkedArea) => Promise<HTMLCanvasElement>;

export const DrawAreaContext = createContext<DrawArea | undefined>(undefined);

interface AreaPictureProps {
  readonly area: MarkedArea;
  /** Its text alternative; shown in its place until it is drawn, or where it cannot be. */
  readonly words: string;
}

/** The cut-out of a marked area, drawn when it is shown. */
export function AreaPicture({ area, words }: AreaPictureProps) {
  const draw = use(DrawAreaContext);
  const frame = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let gone = false;
    const element = frame.current;
    draw?.(area).then(
      (canvas) => {
        if (gone || element === null) return;
        element.replaceChildren(canvas);
        setDrawn(true);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      element?.replaceChildren();
      setDrawn(false);
    };
  }, [draw, area]);
  return (
    <>
      <span
        ref={frame}
        role="img"
        aria-label={words}
        className={styles['frame']}
        hidden={!drawn}
        style={{ aspectRatio: `${area.width} / ${area.height}` }}
      />
      {!drawn && <span>{words}</span>}
    </>
  );
}
