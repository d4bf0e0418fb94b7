import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import { dragArea, isDrawn, type AreaEdge, type PageSize } from './area.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './AreaHandles.module.css';

interface AreaHandlesProps {
  readonly size: PageSize;
  readonly area: MarkedArea;
  readonly onChange: (area: MarkedArea) => void;
}

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly edge: AreaEdge;
}

const edges: readonly AreaEdge[] = [-1, 0, 1].flatMap((y) =>
  [-1, 0, 1].map((x): AreaEdge => [x as AreaEdge[0], y as AreaEdge[1]]),
);

/**
 * What the selected area is sized by with the mouse: its corners and sides, and a grip in its middle that moves it. Without a
 * mouse the same is done by key (use-area-marking.ts).
 */
export function AreaHandles({ size, area, onChange }: AreaHandlesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag>(undefined);
  const [dragged, setDragged] = useState<MarkedArea>();
  const shown = dragged ?? area;

  // A press here is no click on what lies below it, which would pick another mark.
  useEffect(() => {
    const element = frame.current;
    const keep = (event: MouseEvent): void => {
      event.stopPropagation();
    };
    element?.addEventListener('click', keep);
    return () => {
      element?.removeEventListener('click', keep);
    };
  }, []);

  const areaAt = ({ clientX, clientY }: ReactPointerEvent): MarkedArea | undefined => {
    const page = frame.current?.parentElement?.getBoundingClientRect();
    const from = drag.current;
    if (page === undefined || from === undefined) return undefined;
    const right = ((clientX - from.x) / page.width) * size.width;
    const down = ((clientY - from.y) / page.height) * size.height;
    return dragArea(size, area, from.edge, { x: right, y: down });
  };
  const drop = (): void => {
    drag.current = undefined;
    setDragged(undefined);
  };
  return (
    <div
      ref={frame}
      aria-hidden="true"
      data-area-handles
      className={classNames(styles['frame'], dragged !== undefined && styles['dragged'])}
      style={{
        left: `${(100 * shown.x) / size.width}%`,
        top: `${(100 * shown.y) / size.height}%`,
        width: `${(100 * shown.width) / size.width}%`,
        height: `${(100 * shown.height) / size.height}%`,
      }}
    >
      {edges.map((edge) => (
        <span
          key={edge.join(' ')}
          data-handle={edge.join(' ')}
          className={edge.some((side) => side !== 0) ? styles['handle'] : styles['grip']}
          style={placeOf(edge)}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.preventDefault();
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
            drag.current = { x: event.clientX, y: event.clientY, edge };
          }}
          onPointerMove={(event) => {
            setDragged(areaAt(event));
          }}
          onPointerUp={(event) => {
            const next = areaAt(event);
            drop();
            if (next !== undefined && isDrawn(size, next)) onChange(next);
          }}
          onPointerCancel={drop}
        />
      ))}
    </div>
  );
}

const cursors: Readonly<Record<string, string>> = {
  '-1 -1': 'nwse-resize',
  '0 -1': 'ns-resize',
  '1 -1': 'nesw-resize',
  '-1 0': 'ew-resize',
  '0 0': 'move',
  '1 0': 'ew-resize',
  '-1 1': 'nesw-resize',
  '0 1': 'ns-resize',
  '1 1': 'nwse-resize',
};

function placeOf(edge: AreaEdge): { readonly left: string; readonly top: string; cursor: string } {
  const [x, y] = edge;
  const cursor = cursors[edge.join(' ')] ?? 'move';
  return { left: `${50 * (x + 1)}%`, top: `${50 * (y + 1)}%`, cursor };
}
