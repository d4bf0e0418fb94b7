import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Notice.module.css';
import tones from './tones.module.css';

interface NoticeProps {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly role?: 'status' | 'alert';
  /** `s` in a narrow pane. */
  readonly size?: 's' | 'm';
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A sentence with a coloured ground: how something stands. */
export function Notice({ tone, role, size = 'm', className, children }: NoticeProps) {
  return (
    <div
      className={classNames(
        styles['notice'],
        tones[tone],
        size === 's' && styles['small'],
        className,
      )}
      role={role}
    >
      {children}
    </div>
  );
}
