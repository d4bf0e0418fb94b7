import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Page.module.css';

interface PageProps {
  readonly title: string;
  /** One sentence below the title: what is here, or how much. */
  readonly lead?: ReactNode;
  /** Said aloud whenever it changes. */
  readonly leadRole?: 'status';
  /** What can be done with all of it, at the end of the line. */
  readonly acts?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A room's page: its head, and below it what the room holds. It scrolls by itself. */
export function Page({ title, lead, leadRole, acts, className, children }: PageProps) {
  return (
    <div className={classNames(styles['page'], className)}>
      <header className={styles['head']}>
        <div className={styles['words']}>
          <h1 dir="auto">{title}</h1>
          {lead !== undefined && (
            <p className={styles['lead']} role={leadRole}>
              {lead}
            </p>
          )}
        </div>
        {acts !== undefined && <div className={styles['acts']}>{acts}</div>}
      </header>
      {children}
    </div>
  );
}

/** A page with panes beside it, each scrolling by itself. */
export function Desk({ children }: { readonly children: ReactNode }) {
  return <div className={styles['desk']}>{children}</div>;
}
