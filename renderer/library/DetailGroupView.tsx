import { useState, type ReactNode } from 'react';
import type { DetailGroup } from './detail-fields.ts';
import styles from './DetailGroupView.module.css';

interface DetailGroupViewProps {
  readonly id: DetailGroup['id'];
  readonly title: string;
  /** How many of its fields hold something. */
  readonly filled: number;
  readonly children: ReactNode;
}

/** What was opened stays open from source to source: whoever fills in series fills in many. */
const opened = new Map<string, boolean>([['citation', true]]);

export function DetailGroupView({ id, title, filled, children }: DetailGroupViewProps) {
  const [open, setOpen] = useState(() => opened.get(id) ?? false);
  return (
    <details
      className={styles['group']}
      open={open}
      onToggle={({ currentTarget }) => {
        opened.set(id, currentTarget.open);
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        {title}
        {!open && filled > 0 && <span className={styles['filled']}>{filled} filled in</span>}
      </summary>
      <div className={styles['fields']}>{open && children}</div>
    </details>
  );
}
