import type { ReactNode } from 'react';
import styles from './Group.module.css';

interface GroupProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** What belongs together on a page of settings or acts: its name and what it is at the start, the controls beside. */
export function Group({ title, note, children }: GroupProps) {
  return (
    <section className={styles['group']}>
      <div>
        <h2>{title}</h2>
        {note !== undefined && <p className={styles['note']}>{note}</p>}
      </div>
      <div className={styles['controls']}>{children}</div>
    </section>
  );
}
