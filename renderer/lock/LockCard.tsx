import type { ReactNode } from 'react';
import type { AppInfo } from '../../shared/ipc.ts';
import { Brand } from '../app/Brand.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './LockCard.module.css';

interface LockCardProps {
  readonly info: AppInfo | undefined;
  readonly lead: string;
  readonly children: ReactNode;
  /** Quiet ways out, under the card. */
  readonly below?: ReactNode;
  readonly wide?: boolean;
}

/** The card in the middle of an otherwise empty window, while no locker is open. */
export function LockCard({ info, lead, children, below, wide = false }: LockCardProps) {
  return (
    <div className={styles['page']}>
      <main className={wide ? styles['wide'] : styles['column']}>
        <h1 className={styles['brand']}>
          <Brand />
        </h1>
        <p className={styles['lead']}>{lead}</p>
        <div className={styles['card']}>{children}</div>
        {below !== undefined && <div className={styles['below']}>{below}</div>}
        {info?.shell === 'stand-in' && (
          <Notice tone="warn" size="s" className={styles['standIn']}>
            Electron is not installed, so this is a stand-in window: good for trying things out, not
            for real work.
          </Notice>
        )}
      </main>
    </div>
  );
}
