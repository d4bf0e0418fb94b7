import { Fragment, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import { rangesOf, type Mark } from '../../shared/evidence/mark.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { boxFromRect, type Box, type PlacedMark } from '../highlight/mark-paths.ts';
import { MarkLayer, type Overlay } from '../highlight/MarkLayer.tsx';
import type { TextRange } from '../../shared/text/text-map.ts';
import { rangesMeet } from '../highlight/text-range.ts';
import { textRects } from '../highlight/text-rects.ts';
import { useMarkPicking } from '../highlight/use-mark-picking.ts';
import { placesWithin } from './found-list.ts';
import type { TextChunk } from './text-blocks.ts';
import { TextBlockView } from './TextBlockView.tsx';
import styles from './TextDocument.module.css';

interface TextChunkViewProps {
  readonly index: number;
  /** `undefined` while it is far away: then it is an empty box of `height`. */
  readonly chunk: TextChunk | undefined;
  readonly start: number;
  readonly height: number;
  readonly work: WorkingText;
  readonly numbers: ReadonlyMap<number, string>;
  readonly marks: readonly Mark[];
  readonly lanes: ReadonlyMap<MarkId, number>;
  readonly selectedMark: MarkId | undefined;
  readonly selection: TextRange | undefined;
  readonly flash: TextRange | undefined;
  /** All that was found. */
  readonly found: readonly TextRange[];
  readonly foundHere: TextRange | undefined;
  readonly zoom: number;
  readonly onPickMark: (mark: MarkId) => void;
  readonly onMeasure: (index: number, height: number) => void;
}

interface Painted {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
  readonly overlays: readonly Overlay[];
}

const nothing: Painted = { width: 1, height: 1, marks: [], overlays: [] };
const edgePixels = 1.5;
/** In the order they are drawn. */
const overlayKinds = ['found', 'foundHere', 'selection', 'flash'] as const;

function listOf(range: TextRange | undefined): readonly TextRange[] {
  return range === undefined ? [] : [range];
}

export const TextChunkView = memo(function TextChunkView(props: TextChunkViewProps) {
  const { index, chunk, work, marks, lanes, selection, flash, zoom, onMeasure } = props;
  const { found, foundHere } = props;
  const host = useRef<HTMLElement>(null);
  const [layout, setLayout] = useState('');
  const [painted, setPainted] = useState(nothing);
  const own = useMemo(
    () =>
      chunk === undefined
        ? []
        : marks.filter((mark) => rangesOf(mark).some((range) => rangesMeet(range, chunk))),
    [chunk, marks],
  );

  const foundIn = useMemo(
    () => (chunk === undefined ? [] : placesWithin(found, chunk)),
    [chunk, found],
  );

  useEffect(() => {
    const element = host.current;
    if (chunk === undefined || element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      onMeasure(index, height);
      setLayout(`${element.clientWidth} × ${height}`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [chunk, index, onMeasure]);

  // After layout, before paint: a new mark is on the screen in the frame in which it was made.
  useLayoutEffect(() => {
    const element = host.current;
    if (chunk === undefined || element === null) return;
    setPainted(
      paintChunk(element, own, lanes, {
        veil: [],
        found: foundIn,
        foundHere: listOf(foundHere),
        selection: listOf(selection),
        flash: listOf(flash),
      }),
    );
  }, [chunk, own, lanes, selection, flash, foundIn, foundHere, layout, zoom]);

  useMarkPicking(host, painted, chunk !== undefined, props.onPickMark);

  if (chunk === undefined) {
    return <div data-box={index} data-at={props.start} style={{ blockSize: props.height }} />;
  }
  return (
    <section ref={host} data-box={index} className={styles['chunk']}>
      <MarkLayer {...painted} selected={props.selectedMark} edge={edgePixels} />
      {chunk.blocks.map((block) => (
        <Fragment key={block.start}>
          {props.numbers.has(block.start) && (
            <span
              className={styles['paragraphNumber']}
              data-number={props.numbers.get(block.start)}
            />
          )}
          <TextBlockView block={block} work={work} />
        </Fragment>
      ))}
    </section>
  );
});

function paintChunk(
  host: HTMLElement,
  marks: readonly Mark[],
  lanes: ReadonlyMap<MarkId, number>,
  ranges: Readonly<Record<Overlay['kind'], readonly TextRange[]>>,
): Painted {
  const origin = host.getBoundingClientRect();
  const boxesOf = (range: TextRange): readonly Box[] =>
    textRects(host, range).map(({ left, top, width, height }) =>
      boxFromRect(left - origin.left, top - origin.top, width, height),
    );
  return {
    width: origin.width,
    height: origin.height,
    marks: marks.map((mark) => ({
      ...{ id: mark.id, colour: mark.colour, kind: mark.kind },
      lane: lanes.get(mark.id) ?? 0,
      boxes: rangesOf(mark).flatMap(boxesOf),
    })),
    overlays: overlayKinds.flatMap((kind) =>
      ranges[kind].length === 0 ? [] : [{ kind, boxes: ranges[kind].flatMap(boxesOf) }],
    ),
  };
}
