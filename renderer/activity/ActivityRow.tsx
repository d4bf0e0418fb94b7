import type { ActivityEntry } from '../../shared/activity/entry.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { clockTime, shortDate } from '../app/clock-time.ts';
import { useNavigation, type Place } from '../app/navigation.ts';
import styles from './ActivityList.module.css';
import { didWords } from './activity-words.ts';

interface ActivityRowProps {
  readonly entry: ActivityEntry;
  readonly person: Person | undefined;
  /** The day is said there. */
  readonly isFirstOfDay: boolean;
  readonly top: number;
  readonly place: number;
  readonly total: number;
}

export function ActivityRow({ entry, person, isFirstOfDay, top, place, total }: ActivityRowProps) {
  const { go } = useNavigation();
  const { kind, thing, within, detail, isReversal } = entry;
  const jump = entry.place;
  const isQuote = within !== '';
  return (
    <li
      className={styles['row']}
      style={{ insetBlockStart: top }}
      aria-setsize={total}
      aria-posinset={place}
    >
      <time className={styles['time']} dateTime={new Date(entry.at).toISOString()}>
        {isFirstOfDay && <b>{shortDate(entry.at)}</b>}
        <span>{clockTime(entry.at)}</span>
      </time>
      <div className={styles['what']}>
        <div className={styles['act']}>
          <span
            className={styles['dot']}
            style={{ background: person?.colour }}
            aria-hidden="true"
          />
          <p className={styles['line']}>
            <b>
              <bdi>{person?.name ?? 'someone'}</bdi>
            </b>{' '}
            {didWords[kind]} {thing !== '' && <bdi>{isQuote ? `“${thing}”` : thing}</bdi>}
            {isReversal && <span className={styles['quiet']}> (undo or redo)</span>}
          </p>
        </div>
        <p className={styles['line']}>
          <span className={styles['quiet']}>
            {[within === '' ? '' : `in ${within}`, detail].filter(Boolean).join(' · ')}
          </span>
        </p>
      </div>
      {jump !== null && (
        <button
          type="button"
          className={styles['jump']}
          aria-label={`Show ${thing}`}
          onClick={() => {
            go(placeOf(jump));
          }}
        >
          Show
        </button>
      )}
    </li>
  );
}

function placeOf({ source, mark, quote }: NonNullable<ActivityEntry['place']>): Place {
  if (quote !== undefined) return { screen: 'quote', quote };
  return mark === undefined ? { screen: 'library', source } : { screen: 'reader', source, mark };
}
