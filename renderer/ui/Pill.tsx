import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Pill.module.css';
import tones from './tones.module.css';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent';

interface PillProps {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}

export function Pill({ tone = 'plain', title, children }: PillProps) {
  return (
    <span dir="auto" className={classNames(styles['pill'], tones[tone])} title={title}>
      {children}
    </span>
  );
}

interface TogglePillProps extends PillProps {
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

/** A filter that is on or off. */
export function TogglePill({ tone = 'plain', pressed, onToggle, children }: TogglePillProps) {
  return (
    <button
      type="button"
      dir="auto"
      aria-pressed={pressed}
      onClick={onToggle}
      className={classNames(
        styles['pill'],
        styles['toggle'],
        tones[pressed && tone === 'plain' ? 'accent' : tone],
        pressed && styles['pressed'],
      )}
    >
      {children}
    </button>
  );
}
