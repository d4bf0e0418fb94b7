import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { TextMap, TextRange } from '../../shared/text/text-map.ts';
import { areasByPage } from '../highlight/AreaMarks.tsx';
import type { Overlay } from '../highlight/MarkLayer.tsx';
import type { Box } from '../highlight/mark-paths.ts';
import { TextLayerIndex } from '../highlight/page-selection.ts';
import {
  eyeAt,
  revealAt,
  scrolledByKeys,
  type DocumentHandle,
  type DocumentProps,
  type ReadingPlace,
} from './document-handle.ts';
import { groupByPage } from './found-list.ts';
import type { LivePage } from './live-page.ts';
import { PageHost } from './PageHost.tsx';
import {
  marksByPage,
  placeMarks,
  rangeBetween,
  rangeBoxes,
  type LoadedPages,
} from './page-places.ts';
import type { PageSession } from './page-session.ts';
import { PageSheet } from './PageSheet.tsx';
import styles from './PdfDocument.module.css';
import { heightOf, placeAt, stackBoxes } from './stack.ts';
import { shieldEmptySpace } from './text-layer.ts';
import { usePlaceOnZoom } from './use-place-on-zoom.ts';
import { useRest } from './use-rest.ts';
import { useLeafedSpan } from './use-leafed-span.ts';
import { useSelectedBoxes } from './use-selected-boxes.ts';
import { useSettled } from './use-settled.ts';

interface PdfDocumentProps extends DocumentProps {
  readonly session: PageSession;
  readonly map: TextMap;
  /** Marks whose text is not found on their page as it is read now. */
  readonly onUnplaced: (marks: ReadonlySet<MarkId>) => void;
  readonly ref: Ref<DocumentHandle>;
}

const gap = 16;
const repaintAfterMs = 150;
/** Where in the window the middle of a revealed area is put, from the top, and pixels above one that is higher. */
const areaAt = 0.4;
const areaRoom = 48;

/** Pages, one under the other. Only those near the window, and those a selection ends in, are real. */
export const PdfDocument = memo(function PdfDocument(props: PdfDocumentProps) {
  const { session, map, work, marks, zoom, selection, flash, onPage, onUnplaced, ref } = props;
  const { found, foundHere, onRest } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const [layers] = useState(() => new TextLayerIndex());
  const [live, setLive] = useState<ReadonlyMap<number, LivePage>>(new Map());
  // The same as of this moment. A selection can be made over a text layer before React has drawn the news of it, and would
  // be read against a page that seems empty.
  const liveNow = useRef(live);
  const [target, setTarget] = useState<TextRange>();
  const reached = useRef<TextRange>(undefined);

  const scale = zoom * session.unit;
  const paintScale = useSettled(scale, repaintAfterMs);
  const stack = useMemo(
    () =>
      stackBoxes(
        work.pages.map(({ height }) => height * scale),
        gap,
      ),
    [work, scale],
  );
  usePlaceOnZoom(scroller, stack);
  const span = useLeafedSpan(scroller, stack, session.queue, onPage);
  const pinned = useSelectedBoxes(pages);
  const loaded = useMemo((): LoadedPages => ({ work, map, live }), [work, map, live]);

  const tellLive = useCallback((index: number, page: LivePage | undefined) => {
    const next = new Map(liveNow.current);
    if (page === undefined) next.delete(index);
    else next.set(index, page);
    liveNow.current = next;
    setLive(next);
  }, []);

  useEffect(() => {
    session.queue.focus(span.middle);
    onPage(span.middle);
  }, [session, span.middle, onPage]);

  useEffect(() => (pages.current === null ? undefined : shieldEmptySpace(pages.current)), []);

  const areas = useMemo(() => areasByPage(marks), [marks]);
  const marksOfPages = useMemo(() => marksByPage(marks), [marks]);
  const placed = useMemo(
    () => placeMarks(loaded, marksOfPages, props.lanes),
    [loaded, marksOfPages, props.lanes],
  );
  useEffect(() => {
    onUnplaced(placed.unplaced);
  }, [placed, onUnplaced]);

  // Where on its page a passage stands is known only when the page's text is there: go to the page first, then there.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (target === undefined || target === reached.current || element === null) return;
    const page = map.pagesOf(target).first;
    const box = rangeBoxes(loaded, page, target)[0];
    const top = (stack.tops[page] ?? 0) + (box === undefined ? 0 : box[3].y * scale);
    element.scrollTo({ top: top - element.clientHeight * (box === undefined ? 0 : revealAt) });
    if (box !== undefined) reached.current = target;
  }, [target, loaded, map, stack, scale]);

  const foundByPage = useMemo(() => groupByPage(found, map), [found, map]);
  const asides = useMemo(
    () => groupByPage(props.textOnly ? work.ranges : noRanges, map),
    [props.textOnly, work, map],
  );
  const overlays = useMemo(
    () =>
      new Map(
        [...loaded.live.keys()].map((page) => [
          page,
          overlaysOf(loaded, page, {
            veil: asides.get(page) ?? noRanges,
            found: foundByPage.get(page) ?? noRanges,
            foundHere: listOf(foundHere),
            selection: listOf(selection),
            flash,
          }),
        ]),
      ),
    [loaded, asides, foundByPage, foundHere, selection, flash],
  );
  const placeAtHeight = useCallback(
    (share: number): ReadingPlace => {
      const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
      const { index, fraction } = placeAt(stack, scrollTop + share * clientHeight);
      const start = work.pages[index]?.start ?? 0;
      const end = work.pages[index + 1]?.start ?? work.text.length;
      return { page: index, fraction, offset: Math.round(start + fraction * (end - start)) };
    },
    [stack, work],
  );
  const restNow = useCallback(
    () => ({ place: placeAtHeight(0), eye: placeAtHeight(eyeAt).offset }),
    [placeAtHeight],
  );
  useRest(scroller, restNow, onRest);

  useImperativeHandle(
    ref,
    (): DocumentHandle => ({
      rangeOf: (range) => {
        const root = pages.current;
        if (root === null) return undefined;
        const now = { work, map, live: liveNow.current };
        return rangeBetween(now, ...layers.pointsOf(root, range, work.pages.length));
      },
      rectsOf: (range) =>
        [...loaded.live.keys()]
          .sort((a, b) => a - b)
          .flatMap((page) =>
            clientRects(pages.current, page, rangeBoxes(loaded, page, range), scale),
          ),
      reveal: (range) => {
        setTarget({ ...range });
      },
      revealPage: (page) => {
        scroller.current?.scrollTo({ top: stack.tops[page] ?? 0 });
      },
      revealArea: ({ page, x, y, width, height }) => {
        const element = scroller.current;
        const host = pageHost(pages.current, page);
        if (element === null || host === undefined) return;
        const { clientWidth, clientHeight } = element;
        const centre = host.offsetLeft + (x + width / 2) * scale;
        const room = Math.max(clientHeight * areaAt - (height * scale) / 2, areaRoom);
        const top = (stack.tops[page] ?? 0) + y * scale - room;
        element.scrollTo({ top, left: centre - clientWidth / 2 });
      },
      middleInView: () => {
        const element = scroller.current;
        const host = pageHost(pages.current, span.middle);
        const middle = element === null ? 0 : element.scrollTop + element.clientHeight / 2;
        const across = element === null ? 0 : element.scrollLeft + element.clientWidth / 2;
        const x = (across - (host?.offsetLeft ?? 0)) / scale;
        const y = (middle - (stack.tops[span.middle] ?? 0)) / scale;
        return { page: span.middle, point: { x, y } };
      },
      placeInView: () => work.pages[span.first]?.start ?? 0,
      place: () => placeAtHeight(0),
      returnTo: ({ page, fraction }) => {
        scroller.current?.scrollTo({ top: heightOf(stack, { index: page, fraction }) });
      },
    }),
    [loaded, layers, work, map, stack, span.first, span.middle, scale, placeAtHeight],
  );

  return (
    <div ref={scroller} className={styles['scroller']} {...scrolledByKeys}>
      <div ref={pages} className={styles['pages']}>
        {work.pages.map((stored, i) => {
          const near = (i >= span.first && i <= span.last) || pinned.has(i);
          return (
            <PageHost key={i} index={i} stored={stored} scale={scale} near={near} layers={layers}>
              {near && (
                <PageSheet
                  session={session}
                  index={i}
                  stored={stored}
                  scale={scale}
                  paintScale={paintScale}
                  layers={layers}
                  marks={placed.byPage.get(i) ?? noMarks}
                  areas={areas.get(i) ?? noMarks}
                  drawing={props.drawing}
                  onReshape={props.onReshape}
                  overlays={overlays.get(i) ?? noOverlays}
                  selectedMark={props.selectedMark}
                  onPickMark={props.onPickMark}
                  onLive={tellLive}
                />
              )}
            </PageHost>
          );
        })}
      </div>
    </div>
  );
});

const noMarks = [] as const;
const noOverlays = [] as const;
const noRanges: readonly TextRange[] = [];
/** In the order they are drawn. */
const overlayKinds = ['veil', 'found', 'foundHere', 'selection', 'flash'] as const;

function listOf(range: TextRange | undefined): readonly TextRange[] {
  return range === undefined ? noRanges : [range];
}

function overlaysOf(
  loaded: LoadedPages,
  page: number,
  ranges: Readonly<Record<Overlay['kind'], readonly TextRange[]>>,
): readonly Overlay[] {
  const overlays = overlayKinds.flatMap((kind) => {
    const boxes = ranges[kind].flatMap((range) => rangeBoxes(loaded, page, range));
    return boxes.length === 0 ? [] : [{ kind, boxes }];
  });
  return overlays.length === 0 ? noOverlays : overlays;
}

function pageHost(pages: HTMLElement | null, page: number): HTMLElement | undefined {
  return pages?.querySelector<HTMLElement>(`[data-box="${page}"]`) ?? undefined;
}

function clientRects(
  pages: HTMLElement | null,
  page: number,
  boxes: readonly Box[],
  scale: number,
): readonly DOMRect[] {
  const host = pageHost(pages, page)?.getBoundingClientRect();
  if (host === undefined) return [];
  return boxes.map((corners) => {
    const xs = corners.map(({ x }) => x);
    const ys = corners.map(({ y }) => y);
    const left = Math.min(...xs);
    const top = Math.min(...ys);
    const width = Math.max(...xs) - left;
    const height = Math.max(...ys) - top;
    return new DOMRect(
      host.left + left * scale,
      host.top + top * scale,
      width * scale,
      height * scale,
    );
  });
}
