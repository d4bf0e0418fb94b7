import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { rangesMeet, trimRange } from '../highlight/text-range.ts';
import { textRects } from '../highlight/text-rects.ts';
import { textRangeOf } from '../highlight/text-selection.ts';
import {
  eyeAt,
  revealAt,
  scrolledByKeys,
  type DocumentHandle,
  type DocumentProps,
} from './document-handle.ts';
import { classNames } from '../ui/class-names.ts';
import { pageAt } from './page-labels.ts';
import { laidOutParts, marksByChunk, rangesByChunk } from './laid-out.ts';
import { paragraphNumbers } from './paragraph-numbers.ts';
import { stackBoxes } from './stack.ts';
import { chunkAt, groupBlocks, sliceBlocks } from './text-blocks.ts';
import { TextChunkView } from './TextChunkView.tsx';
import styles from './TextDocument.module.css';
import { useRest } from './use-rest.ts';
import { useScrollSpan } from './use-scroll-span.ts';
import { useSelectedBoxes } from './use-selected-boxes.ts';

interface TextDocumentProps extends DocumentProps {
  readonly ref: Ref<DocumentHandle>;
}

/** About two thirds of a window: what is laid out in one frame of scrolling. */
const chunkLength = 1500;
/** Pixels per character until a chunk has been laid out and measured. */
const guessedHeight = 0.42;

const noMarks: readonly Mark[] = [];
const noRanges: readonly TextRange[] = [];

interface TextTarget extends TextRange {
  readonly at: number;
}

/** A text in a readable column. Only the chunks near the window, and those a selection ends in, are laid out. */
export function TextDocument(props: TextDocumentProps) {
  const { work, marks, zoom, selection, flash, found, foundHere, onPage, onRest, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => sliceBlocks(work), [work]);
  const chunks = useMemo(() => groupBlocks(blocks, chunkLength), [blocks]);
  const numbers = useMemo(
    () => paragraphNumbers(work, blocks, props.numbers),
    [work, blocks, props.numbers],
  );
  const [heights, setHeights] = useState<ReadonlyMap<number, number>>(new Map());
  const stack = useMemo(
    () =>
      stackBoxes(
        chunks.map(
          (chunk, i) => heights.get(i) ?? (chunk.end - chunk.start) * guessedHeight * zoom,
        ),
        0,
      ),
    [chunks, heights, zoom],
  );
  const span = useScrollSpan(scroller, stack);
  const pinned = useSelectedBoxes(column);
  const chunkMarks = useMemo(() => marksByChunk(chunks, marks), [chunks, marks]);
  const flashByChunk = useMemo(() => rangesByChunk(chunks, flash), [chunks, flash]);
  const [target, setTarget] = useState<TextTarget>();

  const measure = useCallback((index: number, height: number) => {
    setHeights((old) =>
      Math.abs((old.get(index) ?? 0) - height) < 1 ? old : new Map(old).set(index, height),
    );
  }, []);

  const targeted = target === undefined ? [] : [chunkAt(chunks, target.start)];
  const laidOut = laidOutParts(chunks.length, span, [...pinned, ...targeted]);

  useLayoutEffect(() => {
    const window = scroller.current;
    const shown = column.current;
    if (target === undefined || window === null || shown === null) return;
    const rect = textRects(shown, target)[0];
    if (rect === undefined) return;
    const top = window.getBoundingClientRect().top + window.clientHeight * target.at;
    window.scrollBy({ top: rect.top - top, behavior: 'instant' });
  }, [target]);

  const placeNow = useCallback(() => {
    const offset = offsetInView(scroller.current, column.current, 0);
    return { offset, page: pageAt(work.pages, offset), fraction: 0 };
  }, [work]);
  const restNow = useCallback(
    () => ({ place: placeNow(), eye: offsetInView(scroller.current, column.current, eyeAt) }),
    [placeNow],
  );
  useRest(scroller, restNow, onRest);

  useImperativeHandle(
    ref,
    (): DocumentHandle => ({
      rangeOf: (range) =>
        column.current === null
          ? undefined
          : trimRange(work.text, textRangeOf(column.current, range, work.text.length)),
      rectsOf: (range) => (column.current === null ? [] : textRects(column.current, range)),
      reveal: (range) => {
        setTarget({ ...range, at: revealAt });
      },
      revealPage: (page) => {
        const start = work.pages[page]?.start ?? 0;
        setTarget({ start, end: start + 1, at: 0 });
      },
      placeInView: () => offsetInView(scroller.current, column.current, 0),
      place: placeNow,
      returnTo: ({ offset }) => {
        setTarget({ start: offset, end: offset + 1, at: 0 });
      },
      // A text has no areas.
      revealArea: () => undefined,
      middleInView: () => ({ page: 0, point: { x: 0, y: 0 } }),
    }),
    [work, placeNow],
  );

  const middle = chunks[span.middle]?.start ?? 0;
  useEffect(() => {
    onPage(pageAt(work.pages, middle));
  }, [work, middle, onPage]);

  return (
    <div ref={scroller} className={styles['scroller']} {...scrolledByKeys}>
      <article
        ref={column}
        dir={work.direction}
        className={classNames(styles['column'], props.textOnly && styles['textOnly'])}
        style={{ ['--zoom' as string]: zoom }}
      >
        {laidOut.map(({ first, last, isGap }) => {
          const chunk = chunks[first];
          if (chunk === undefined) return null;
          if (isGap) {
            const height = (stack.tops[last + 1] ?? 0) - (stack.tops[first] ?? 0);
            return (
              <div
                key={`gap ${chunk.start}`}
                data-box={first}
                data-at={chunk.start}
                className={styles['gap']}
                style={{ blockSize: height }}
              />
            );
          }
          return (
            <TextChunkView
              key={chunk.start}
              index={first}
              chunk={chunk}
              work={work}
              numbers={numbers}
              marks={chunkMarks.get(first) ?? noMarks}
              lanes={props.lanes}
              selectedMark={props.selectedMark}
              selection={meeting(selection, chunk)}
              flash={flashByChunk.get(first) ?? noRanges}
              found={found}
              foundHere={meeting(foundHere, chunk)}
              zoom={zoom}
              onPickMark={props.onPickMark}
              onMeasure={measure}
            />
          );
        })}
      </article>
    </div>
  );
}

function meeting(range: TextRange | undefined, chunk: TextRange): TextRange | undefined {
  return range !== undefined && rangesMeet(range, chunk) ? range : undefined;
}

/** The offset of the first run of text whose foot is below that share of the window. */
function offsetInView(
  scroller: HTMLElement | null,
  column: HTMLElement | null,
  share: number,
): number {
  if (scroller === null || column === null) return 0;
  const top = scroller.getBoundingClientRect().top + share * scroller.clientHeight;
  for (const run of column.querySelectorAll<HTMLElement>('[data-at]')) {
    const { bottom } = run.getBoundingClientRect();
    if (bottom > top) return Number(run.dataset['at']);
  }
  return 0;
}
