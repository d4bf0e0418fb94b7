import type { PreciseDate } from '../../shared/evidence/source.ts';
import { DateField } from './DateField.tsx';
import styles from './DateField.module.css';

interface ManyDateProps {
  /** The date all have; undefined where they differ. */
  readonly date: PreciseDate | undefined;
  readonly onSave: (date: PreciseDate) => void;
}

const noDate: PreciseDate = { value: '', precision: 'none' };

export function ManyDate({ date, onSave }: ManyDateProps) {
  return (
    <DateField
      date={date ?? noDate}
      missing={false}
      aside={date === undefined && <span className={styles['differ']}>they differ</span>}
      onSave={onSave}
    />
  );
}
