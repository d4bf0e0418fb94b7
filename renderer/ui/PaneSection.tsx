import type { ReactNode } from 'react';
import styles from './PaneSection.module.css';

interface PaneSectionProps {
  readonly label: string;
  /** Where the label is not to be seen as well. */
  readonly heading?: string;
  readonly children: ReactNode;
}

/** A part of the pane beside a list, below a line: what else is known of the chosen one. */
export function PaneSection({ label, heading, children }: PaneSectionProps) {
  return (
    <section className={styles['section']} aria-label={label}>
      {heading !== undefined && <h3>{heading}</h3>}
      {children}
    </section>
  );
}
