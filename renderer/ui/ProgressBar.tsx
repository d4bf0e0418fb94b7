import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** Done of total; a total of 0 means that nobody knows yet. */
  readonly done: number;
  readonly total: number;
}

export function ProgressBar({ label, done, total }: ProgressBarProps) {
  return (
    <progress
      className={styles['bar']}
      aria-label={label}
      {...(total > 0 ? { value: Math.min(done, total), max: total } : {})}
    />
  );
}
