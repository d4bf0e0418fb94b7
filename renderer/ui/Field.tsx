import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';

/** What the control inside a field spreads onto its element. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** A whole sentence: what is wrong and what to do. */
  readonly error?: ReactNode;
  /** Amber: a detail a citation needs is not there. */
  readonly missing?: boolean;
  /** Beside the label. */
  readonly aside?: ReactNode;
  readonly children: (control: FieldControl) => ReactNode;
}

/** Label above, control, then the error or the hint, tied together for screen readers. */
export function Field({ label, hint, error, missing = false, aside, children }: FieldProps) {
  const id = useId();
  const text = error ?? hint;
  const textId = `${id}-text`;
  const missingId = `${id}-missing`;
  const describedBy = [missing && missingId, text !== undefined && textId]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classNames(styles['field'], missing && styles['missing'])}>
      <div className={styles['head']}>
        <label htmlFor={id}>{label}</label>
        {missing && (
          <span id={missingId} className={styles['missingSign']}>
            missing
          </span>
        )}
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {text !== undefined && (
        <p id={textId} className={error === undefined ? styles['hint'] : styles['error']}>
          {text}
        </p>
      )}
    </div>
  );
}
