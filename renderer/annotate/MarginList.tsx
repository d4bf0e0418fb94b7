import { memo, useMemo, useRef, useState, type ReactNode } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { CardGroup } from './CardGroup.tsx';
import { filterMarks, noFilter } from './filter-marks.ts';
import { FilterBar } from './FilterBar.tsx';
import styles from './MarginList.module.css';
import { ManyBar } from './ManyBar.tsx';
import { useChosen } from './use-chosen.ts';
import { MarkCard } from './MarkCard.tsx';
import type { Editing, MarkCommands } from './mark-commands.ts';

interface MarginListProps {
  /** In document order. */
  readonly marks: readonly Mark[];
  readonly people: readonly Person[];
  readonly tags: readonly Tag[];
  readonly selected: MarkId | undefined;
  readonly editing: Editing | undefined;
  readonly unplaced: ReadonlySet<MarkId>;
  readonly commands: MarkCommands;
  readonly onQuote: (marks: readonly Mark[]) => void;
  /** Whether there are words to select; else areas are all there is to mark. */
  readonly hasText: boolean;
  /** Above the list: marks that have no place in it. */
  readonly toPlace: ReactNode;
}

/** Longer lists are laid out by groups of this size, and only near the window. */
const groupSize = 20;
const wholeUpTo = 200;

/** The marks of this source, in the order of the document. Kept while one scrolls: there may be ten thousand. */
export const MarginList = memo(function MarginList(props: MarginListProps) {
  const { marks, people, tags, selected, editing, unplaced, commands, hasText, toPlace } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(noFilter);
  const shown = useMemo(() => filterMarks(marks, filter, tags), [marks, filter, tags]);
  const chosen = useChosen(shown);
  const groups = useMemo(() => groupsOf(shown), [shown]);
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people]);
  return (
    <aside className={styles['margin']} aria-label="Marks">
      <header className={styles['head']}>
        <h2>{headingOf(shown.length, marks.length)}</h2>
        {marks.length > 1 && (
          <FilterBar
            marks={marks}
            people={people}
            tags={tags}
            filter={filter}
            onChange={setFilter}
          />
        )}
        {chosen.marks.length > 0 && (
          <ManyBar
            marks={chosen.marks}
            tags={tags}
            commands={commands}
            onQuote={props.onQuote}
            onClear={chosen.clear}
          />
        )}
      </header>
      <div ref={scroller} className={styles['scroller']}>
        {toPlace}
        {marks.length === 0 && toPlace === undefined && (
          <EmptyState icon="pen" title="No marks yet">
            {hasText ? (
              <>
                Select a passage and press <kbd>1</kbd> to <kbd>8</kbd>. Without a mouse:{' '}
                <kbd>.</kbd> and <kbd>,</kbd> walk from sentence to sentence.
              </>
            ) : (
              <>
                Press <kbd>Alt</kbd> <kbd>5</kbd>, or choose Area above, and draw a rectangle.
                Without a mouse: the arrow keys move it, with <kbd>Shift</kbd> they size it, and{' '}
                <kbd>Enter</kbd> marks it.
              </>
            )}
          </EmptyState>
        )}
        {marks.length > 0 && shown.length === 0 && (
          <EmptyState
            icon="filter"
            title="No mark fits the filter"
            actions={
              <Button
                onClick={() => {
                  setFilter(noFilter);
                }}
              >
                Show all marks
              </Button>
            }
          >
            {`${marks.length} marks are hidden.`}
          </EmptyState>
        )}
        {groups.map((group, i) => (
          <CardGroup
            key={i}
            scroller={scroller}
            cards={group.length}
            always={shown.length <= wholeUpTo || group.some(({ id }) => id === selected)}
          >
            {() =>
              group.map((mark) => (
                <MarkCard
                  key={mark.id}
                  mark={mark}
                  author={names.get(mark.markedBy) ?? 'somebody not known here'}
                  tags={tags}
                  selected={mark.id === selected}
                  unplaced={unplaced.has(mark.id)}
                  editing={mark.id === selected ? editing : undefined}
                  commands={commands}
                  chosen={chosen.has(mark.id)}
                  onChoose={chosen.choose}
                />
              ))
            }
          </CardGroup>
        ))}
      </div>
    </aside>
  );
});

function groupsOf(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  return Array.from({ length: Math.ceil(marks.length / groupSize) }, (_, i) =>
    marks.slice(i * groupSize, (i + 1) * groupSize),
  );
}

function headingOf(shown: number, all: number): string {
  if (shown !== all) return `${shown} of ${all} marks`;
  return all === 1 ? '1 mark' : `${all} marks`;
}
