import { Fragment, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import { rangesOf, type Mark } from '../../shared/evidence/mark.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { boxFromRect, type Box, type PlacedMark } from '../highlight/mark-paths.ts';
import { MarkLayer, type Overlay } from '../highlight/MarkLayer.tsx';
import type { TextRange } from '../../shared/text/text-map.ts';
import { textRects } from '../highlight/text-rects.ts';
import { useMarkPicking } from '../highlight/use-mark-picking.ts';
import { placesWithin } from './found-list.ts';
import type { TextChunk } from './text-blocks.ts';
import { TextBlockView } from './TextBlockView.tsx';
import styles from './TextDocument.module.css';

interface TextChunkViewProps {
  readonly index: number;
  readonly chunk: TextChunk;
  readonly work: WorkingText;
  readonly numbers: ReadonlyMap<number, string>;
  /** Those that have a part of it. */
  readonly marks: readonly Mark[];
  readonly lanes: ReadonlyMap<MarkId, number>;
  readonly selectedMark: MarkId | undefined;
  readonly selection: TextRange | undefined;
  readonly flash: readonly TextRange[];
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
  const foundIn = useMemo(() => placesWithin(found, chunk), [chunk, found]);
  const isBare =
    marks.length === 0 &&
    foundIn.length === 0 &&
    foundHere === undefined &&
    selection === undefined &&
    flash.length === 0;

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      onMeasure(index, height);
      // Read now, it costs no layout: that has just been done.
      setLayout(isBare ? '' : `${element.clientWidth} × ${height}`);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [index, isBare, onMeasure]);

  // After layout, before paint: a new mark is on the screen in the frame in which it was made.
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    // Where nothing is painted nothing is measured: it would cost a layout in the middle of a scroll.
    if (isBare) {
      setPainted(nothing);
      return;
    }
    setPainted(
      paintChunk(element, marks, lanes, {
        veil: [],
        found: foundIn,
        foundHere: listOf(foundHere),
        selection: listOf(selection),
        flash,
      }),
    );
  }, [chunk, isBare, marks, lanes, selection, flash, foundIn, foundHere, layout, zoom]);

  useMarkPicking(host, painted, true, props.onPickMark);

  return (
    <section ref={host} data-box={index} className={styles['chunk']}>
      {painted !== nothing && (
        <MarkLayer {...painted} selected={props.selectedMark} edge={edgePixels} />
      )}
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
