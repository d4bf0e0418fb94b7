import { memo, useMemo } from 'react';
import { markColours, type Mark } from '../../shared/evidence/mark.ts';
import { markPaint } from '../ui/mark-colours.ts';
import styles from './HeatStrip.module.css';

interface HeatStripProps {
  /** In document order. */
  readonly marks: readonly Mark[];
  /** Characters of the whole text. */
  readonly length: number;
  readonly onGo: (mark: Mark) => void;
}

const height = 1_000;
/** A thousandth of the strip would not be seen. */
const least = 3;

/** All marks along the document's edge; a click goes to the nearest. For the eye and the mouse: the margin lists every mark. */
export const HeatStrip = memo(function HeatStrip({ marks, length, onGo }: HeatStripProps) {
  const paths = useMemo(
    () =>
      markColours.flatMap((colour) => {
        const own = marks.filter((mark) => mark.colour === colour);
        const lines = new Set(own.map((mark) => Math.round(shareOf(mark, length) * height)));
        const path = [...lines].map((y) => `M0 ${y}h10v${least}h-10Z`).join('');
        return path === '' ? [] : [{ colour, path }];
      }),
    [marks, length],
  );
  return (
    <svg
      className={styles['strip']}
      viewBox={`0 0 10 ${height + least}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const at = (event.clientY - box.top) / box.height;
        const nearest = nearestMark(marks, length, at);
        if (nearest !== undefined) onGo(nearest);
      }}
    >
      {paths.map(({ colour, path }) => (
        <path key={colour} d={path} style={{ fill: markPaint(colour) }} />
      ))}
    </svg>
  );
});

function shareOf({ anchor }: Pick<Mark, 'anchor'>, length: number): number {
  return length === 0 ? 0 : Math.min(1, anchor.start / length);
}

/** `at`: 0 at the document's beginning, 1 at its end. */
function nearestMark(marks: readonly Mark[], length: number, at: number): Mark | undefined {
  let nearest: Mark | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const away = Math.abs(shareOf(mark, length) - at);
    if (away < least) [nearest, least] = [mark, away];
  }
  return nearest;
}
