import { useEffect, useMemo, useRef } from 'react';
import type { Person } from '../../shared/evidence/person.ts';
import type { ActivityEntry } from '../../shared/activity/entry.ts';
import { longDate } from '../app/clock-time.ts';
import { stackBoxes } from '../read/stack.ts';
import { useScrollSpan } from '../read/use-scroll-span.ts';
import styles from './ActivityList.module.css';
import { ActivityRow } from './ActivityRow.tsx';
import { pageCount, type PlacedPage } from './use-activity-page.ts';

/** CSS pixels of a row. All are alike, so that a hundred thousand of them need no measuring. */
const rowHeight = 52;

interface ActivityListProps {
  readonly page: PlacedPage;
  readonly people: readonly Person[];
  /** Asks for the page that begins there. */
  readonly onWanted: (from: number) => void;
}

/** Only the rows near the window are there; the rest is height. */
export function ActivityList({ page, people, onWanted }: ActivityListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const stack = useMemo(
    () => stackBoxes(new Float64Array(page.total).fill(rowHeight), 0),
    [page.total],
  );
  const span = useScrollSpan(scroller, stack);
  const names = useMemo(() => new Map(people.map((person) => [person.id, person])), [people]);

  // A page around the middle, begun at a round number so that scrolling asks seldom.
  const wanted = Math.max(0, Math.floor((span.middle - pageCount / 2) / 50) * 50);
  useEffect(() => {
    onWanted(wanted);
  }, [wanted, onWanted]);

  const rows: { readonly index: number; readonly entry: ActivityEntry }[] = [];
  for (let index = span.first; index <= Math.min(span.last, page.total - 1); index++) {
    const entry = page.entries[index - page.from];
    if (entry !== undefined) rows.push({ index, entry });
  }
  const before = (index: number) => page.entries[index - 1 - page.from];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable by keyboard
    <div ref={scroller} className={styles['scroller']} tabIndex={0} role="region" aria-label="Acts">
      {page.total === 0 && <p className={styles['none']}>No act fits.</p>}
      <ol className={styles['list']} style={{ blockSize: page.total * rowHeight }}>
        {rows.map(({ index, entry }, place) => {
          const previous = before(index);
          const isFirst =
            place === 0 || previous === undefined || longDate(previous.at) !== longDate(entry.at);
          return (
            <ActivityRow
              key={entry.id}
              entry={entry}
              person={names.get(entry.person)}
              isFirstOfDay={isFirst}
              top={index * rowHeight}
              place={index + 1}
              total={page.total}
            />
          );
        })}
      </ol>
    </div>
  );
}
