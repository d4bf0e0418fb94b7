import { useState } from 'react';
import type { Person } from '../../shared/evidence/person.ts';
import { clockTime, dateAndTime, longDate } from '../app/clock-time.ts';
import { Button } from '../ui/Button.tsx';
import type { JournalHealth } from '../vault/activity.ts';
import styles from './ActivityScreen.module.css';

const shownAtFirst = 20;

interface SessionsProps {
  readonly health: JournalHealth;
  readonly people: readonly Person[];
}

/** Every time somebody did something in this locker, from unlocking to locking. */
export function Sessions({ health, people }: SessionsProps) {
  const [most, setMost] = useState(shownAtFirst);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? 'someone';
  return (
    <section className={styles['section']}>
      <h2>Sessions before this one</h2>
      {health.runs.length === 0 && <p className={styles['quiet']}>This is the first.</p>}
      <ul className={styles['sessions']}>
        {health.runs.slice(0, most).map((run) => (
          <li key={run.name}>
            <div>
              {run.beganAt === 0
                ? 'no time is known'
                : `${dateAndTime(run.beganAt)} – ${longDate(run.beganAt) === longDate(run.endedAt) ? clockTime(run.endedAt) : dateAndTime(run.endedAt)}`}
            </div>
            <div className={styles['quiet']}>
              <bdi>{run.people.map(nameOf).join(', ')}</bdi> · {run.acts.toLocaleString()}{' '}
              {run.acts === 1 ? 'act' : 'acts'} · computer {run.device.slice(0, 4)}
            </div>
            {!run.closed && (
              <div className={styles['unclosed']}>
                {run.isUnclosed
                  ? 'ended without closing; what came after is not known'
                  : 'ended without closing; a later session has recorded its end'}
              </div>
            )}
          </li>
        ))}
      </ul>
      {health.runs.length > most && (
        <Button
          onClick={() => {
            setMost(most + 100);
          }}
        >
          Show more
        </Button>
      )}
    </section>
  );
}
