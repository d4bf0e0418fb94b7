import { memo, useMemo } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { MarkColour } from '../../shared/evidence/mark.ts';
import { colourPaths, edgePath, fillPath, type Box, type PlacedMark } from './mark-paths.ts';
import styles from './MarkLayer.module.css';

/** What is drawn for a moment or for as long as something is selected; never saved. */
export interface Overlay {
  readonly kind: 'veil' | 'found' | 'foundHere' | 'selection' | 'flash';
  readonly boxes: readonly Box[];
}

interface MarkLayerProps {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly PlacedMark[];
  readonly overlays: readonly Overlay[];
  readonly selected: MarkId | undefined;
  /** Thickness of an edge in the layer's unit; lanes stand two of them apart. */
  readonly edge: number;
}

/**
 * Dashes in edge thicknesses: with the colour gone (print, forced colours, colour vision) they still tell marks apart. Not
 * finer than this: dashes are what a page with a thousand marks costs, dots took ten times the frame.
 */
const dashes: Readonly<Record<MarkColour, readonly number[]>> = {
  key: [],
  supports: [10, 4],
  contradicts: [4, 4],
  figure: [18, 4],
  law: [12, 3, 3, 3],
  person: [3, 9],
  doubt: [8, 10],
  translate: [18, 3, 3, 3, 3, 3],
};

/** The marks of a page or of a piece of text, behind its letters. Decoration for the eye: the margin lists every mark. */
export const MarkLayer = memo(function MarkLayer({
  width,
  height,
  marks,
  overlays,
  selected,
  edge,
}: MarkLayerProps) {
  const paths = useMemo(() => colourPaths(marks, 2 * edge), [marks, edge]);
  const emphasised = marks.find(({ id }) => id === selected);
  return (
    <svg
      className={styles['layer']}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {paths.map(({ colour, fill }) => (
        <path key={colour} d={fill} className={styles['fill']} style={paintOf(colour)} />
      ))}
      {paths.map(({ colour, edge: line }) => (
        <path
          key={colour}
          d={line}
          className={styles['edge']}
          style={paintOf(colour)}
          strokeWidth={edge}
          strokeDasharray={dashes[colour].map((dash) => dash * edge).join(' ')}
        />
      ))}
      {paths.map(({ colour, line }) =>
        line === '' ? null : (
          <path
            key={colour}
            d={line}
            className={styles['line']}
            style={paintOf(colour)}
            strokeWidth={2.5 * edge}
            strokeDasharray={dashes[colour].map((dash) => dash * edge).join(' ')}
          />
        ),
      )}
      {emphasised !== undefined && (
        <>
          {emphasised.kind !== 'underline' && (
            <path
              d={fillPath(emphasised.boxes)}
              className={styles['emphasis']}
              style={paintOf(emphasised.colour)}
            />
          )}
          <path
            d={edgePath(emphasised.boxes, emphasised.lane * 2 * edge)}
            className={styles['selectedEdge']}
            strokeWidth={2 * edge}
          />
        </>
      )}
      {overlays.map(({ kind, boxes }) => (
        <path key={kind} d={fillPath(boxes)} className={styles[kind]} />
      ))}
    </svg>
  );
});

function paintOf(colour: MarkColour): Readonly<Record<`--${string}`, string>> {
  return { '--c': `var(--hl-${colour})` };
}
