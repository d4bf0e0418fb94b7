import { memo, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import type { TextPage } from '../../shared/text/working-text.ts';
import { AreaLayer, type AreaDrawing } from '../highlight/AreaLayer.tsx';
import { AreaMarks, pickableAreas, type AreaMark } from '../highlight/AreaMarks.tsx';
import type { PlacedMark } from '../highlight/mark-paths.ts';
import { MarkLayer, type Overlay } from '../highlight/MarkLayer.tsx';
import type { TextLayerIndex } from '../highlight/page-selection.ts';
import { useMarkPicking } from '../highlight/use-mark-picking.ts';
import { returnCanvas } from './canvas-pool.ts';
import type { LivePage } from './live-page.ts';
import type { PageSession } from './page-session.ts';
import styles from './PdfDocument.module.css';
import textLayer from './text-layer.module.css';

interface PageSheetProps {
  readonly session: PageSession;
  readonly index: number;
  readonly stored: TextPage;
  /** CSS pixels per point. */
  readonly scale: number;
  /** The scale the canvas is painted at: `scale`, once that has stood still for a moment. */
  readonly paintScale: number;
  readonly layers: TextLayerIndex;
  readonly marks: readonly PlacedMark[];
  /** The area marks of this page. */
  readonly areas: readonly AreaMark[];
  /** While areas are marked. */
  readonly drawing: AreaDrawing | undefined;
  /** An area was dragged to another size or place. */
  readonly onReshape: (mark: MarkId, area: MarkedArea) => void;
  readonly overlays: readonly Overlay[];
  readonly selectedMark: MarkId | undefined;
  readonly onPickMark: (mark: MarkId) => void;
  /** Told when the page's text is there, and with `undefined` when it goes. */
  readonly onLive: (index: number, live: LivePage | undefined) => void;
}

/** CSS pixels at zoom 1. */
const edge = 1.5;

/** A page near the window: picture, marks, and the text that is selected. */
export const PageSheet = memo(function PageSheet(props: PageSheetProps) {
  const { session, index, stored, scale, paintScale, layers, marks, areas, onLive } = props;
  const host = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const failed = usePainting(session, index, paintScale, paper);

  useEffect(() => {
    const container = text.current;
    if (container === null) return;
    const away = new AbortController();
    const leave = session.use(index);
    const lay = async (): Promise<void> => {
      const laid = await session.layText(container, index, stored, away.signal);
      if (laid === undefined) return;
      onLive(index, laid.live);
      layers.addLayer(index, laid.spans);
    };
    // Half a page behind its own picture: what is seen comes first.
    const takeBack = session.queue.add({
      distance: (focus) => Math.abs(index - focus) + 0.5,
      run: () => lay().catch(() => undefined),
    });
    return () => {
      away.abort();
      takeBack();
      onLive(index, undefined);
      container.replaceChildren();
      leave();
    };
  }, [session, index, stored, layers, onLive]);

  const surface = useMemo(
    () => ({ width: stored.width, height: stored.height, marks }),
    [stored, marks],
  );
  const pickable = useMemo(
    () => ({ ...surface, marks: [...marks, ...pickableAreas(areas)] }),
    [surface, marks, areas],
  );
  useMarkPicking(host, pickable, props.drawing === undefined, props.onPickMark);
  const size = useMemo(
    () => ({ page: index, width: stored.width, height: stored.height }),
    [index, stored],
  );

  return (
    <div
      ref={host}
      className={styles['sheet']}
      style={{ ['--total-scale-factor' as string]: scale }}
    >
      <div ref={paper} className={styles['paper']} />
      <MarkLayer
        {...surface}
        overlays={props.overlays}
        selected={props.selectedMark}
        edge={edge / session.unit}
      />
      <div ref={text} className={textLayer['layer']} />
      <AreaMarks
        size={size}
        marks={areas}
        selected={props.selectedMark}
        onReshape={props.drawing === undefined ? props.onReshape : undefined}
      />
      {props.drawing !== undefined && <AreaLayer size={size} drawing={props.drawing} />}
      {failed && (
        <p role="alert" className={styles['failed']}>
          This page cannot be drawn. Its text can still be read and marked where there is any; the
          original file is unharmed.
        </p>
      )}
    </div>
  );
});

/** Keeps a canvas of the page in `paper`; the old one stays, stretched, until the new one is painted. */
function usePainting(
  session: PageSession,
  index: number,
  scale: number,
  paper: RefObject<HTMLDivElement | null>,
): boolean {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const away = new AbortController();
    const paint = async (): Promise<void> => {
      const canvas = await session.paint(index, scale, away.signal);
      const element = paper.current;
      if (canvas === undefined) return;
      if (element === null || away.signal.aborted) {
        returnCanvas(canvas);
        return;
      }
      const old = canvasesOf(element);
      element.append(canvas);
      old.forEach(returnCanvas);
      setFailed(false);
    };
    const takeBack = session.queue.add({
      distance: (focus) => Math.abs(index - focus),
      run: () =>
        paint().catch(() => {
          if (!away.signal.aborted) setFailed(true);
        }),
    });
    return () => {
      takeBack();
      away.abort();
    };
  }, [session, index, scale, paper]);
  useEffect(() => {
    const element = paper.current;
    return () => {
      if (element !== null) canvasesOf(element).forEach(returnCanvas);
    };
  }, [paper]);
  return failed;
}

function canvasesOf(element: Element): readonly HTMLCanvasElement[] {
  return [...element.querySelectorAll('canvas')];
}
