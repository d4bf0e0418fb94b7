import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import { areaBetween, isDrawn, type PageSize } from './area.ts';
import styles from './AreaLayer.module.css';
import type { Point } from './mark-paths.ts';

/** What the pages are told while areas are marked. */
export interface AreaDrawing {
  /** Drawn by keyboard, not marked yet. */
  readonly draft: MarkedArea | undefined;
  readonly onDrawn: (area: MarkedArea) => void;
}

interface AreaLayerProps {
  readonly size: PageSize;
  readonly drawing: AreaDrawing;
}

/** Lies over a page while areas are marked: a drag draws a rectangle, and marks it when it ends. */
export function AreaLayer({ size, drawing }: AreaLayerProps) {
  const { draft, onDrawn } = drawing;
  const layer = useRef<HTMLDivElement>(null);
  const start = useRef<Point>(undefined);
  const [dragged, setDragged] = useState<MarkedArea>();
  const shown = dragged ?? (draft?.page === size.page ? draft : undefined);

  const pointOf = (event: ReactPointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    };
  };
  const drop = (): void => {
    start.current = undefined;
    setDragged(undefined);
  };
  return (
    <div
      ref={layer}
      className={styles['layer']}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = pointOf(event);
      }}
      onPointerMove={(event) => {
        if (start.current !== undefined) {
          setDragged(areaBetween(size, start.current, pointOf(event)));
        }
      }}
      onPointerUp={(event) => {
        if (start.current === undefined) return;
        const area = areaBetween(size, start.current, pointOf(event));
        drop();
        if (isDrawn(size, area)) onDrawn(area);
      }}
      onPointerCancel={drop}
    >
      {shown !== undefined && <Rectangle size={size} area={shown} follow={dragged === undefined} />}
    </div>
  );
}

interface RectangleProps extends Pick<AreaLayerProps, 'size'> {
  readonly area: MarkedArea;
  /** Keep it in the window. */
  readonly follow: boolean;
}

function Rectangle({ size, area, follow }: RectangleProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (follow) box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [follow, area]);
  return (
    <div
      ref={box}
      className={styles['draft']}
      data-area-draft
      style={{
        left: `${(100 * area.x) / size.width}%`,
        top: `${(100 * area.y) / size.height}%`,
        width: `${(100 * area.width) / size.width}%`,
        height: `${(100 * area.height) / size.height}%`,
      }}
    />
  );
}
