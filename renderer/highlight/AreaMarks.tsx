import { memo } from 'react';
import type { Mark, MarkedArea } from '../../shared/evidence/mark.ts';
import type { MarkId } from '../../shared/evidence/ids.ts';
import { classNames } from '../ui/class-names.ts';
import { markKey, markPaint } from '../ui/mark-colours.ts';
import { AreaHandles } from './AreaHandles.tsx';
import styles from './AreaMarks.module.css';
import { boxFromRect, type PlacedMark } from './mark-paths.ts';
import type { PageSize } from './area.ts';

export type AreaMark = Mark & Required<Pick<Mark, 'area'>>;

interface AreaMarksProps {
  readonly size: PageSize;
  /** Of this page. */
  readonly marks: readonly AreaMark[];
  readonly selected: MarkId | undefined;
  /** Absent while areas are drawn. */
  readonly onReshape: ((mark: MarkId, area: MarkedArea) => void) | undefined;
}

/** Frames of the marked areas of a page, each with its colour's number, for whoever does not see colours. Decoration for the eye. */
export const AreaMarks = memo(function AreaMarks(props: AreaMarksProps) {
  const { size, marks, selected, onReshape } = props;
  const chosen = marks.find(({ id }) => id === selected);
  const frames = marks.map(({ id, area, colour }) => (
    <div
      key={id}
      aria-hidden="true"
      className={classNames(styles['area'], id === selected && styles['selected'])}
      style={{
        ['--c' as string]: markPaint(colour),
        left: `${(100 * area.x) / size.width}%`,
        top: `${(100 * area.y) / size.height}%`,
        width: `${(100 * area.width) / size.width}%`,
        height: `${(100 * area.height) / size.height}%`,
      }}
    >
      <span className={styles['handle']}>{markKey(colour)}</span>
    </div>
  ));
  return (
    <>
      {frames}
      {chosen !== undefined && onReshape !== undefined && (
        <AreaHandles
          key={chosen.id}
          size={size}
          area={chosen.area}
          onChange={(area) => {
            onReshape(chosen.id, area);
          }}
        />
      )}
    </>
  );
});

/** For picking: an area is picked like a passage. */
export function pickableAreas(marks: readonly AreaMark[]): readonly PlacedMark[] {
  return marks.map(({ id, colour, area: { x, y, width, height } }) => ({
    ...{ id, colour, kind: 'area', lane: 0 },
    boxes: [boxFromRect(x, y, width, height)],
  }));
}

/** The area marks by page. */
export function areasByPage(marks: readonly Mark[]): ReadonlyMap<number, readonly AreaMark[]> {
  return Map.groupBy(marks.filter(isAreaMark), ({ area }) => area.page);
}

function isAreaMark(mark: Mark): mark is AreaMark {
  return mark.area !== undefined;
}
