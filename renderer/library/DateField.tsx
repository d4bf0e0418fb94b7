import { useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { PreciseDate } from '../../shared/evidence/source.ts';
import { classNames } from '../ui/class-names.ts';
import { Pill } from '../ui/Pill.tsx';
import { Select, TextInput } from '../ui/TextInput.tsx';
import styles from './DateField.module.css';
import { dateOf, entriesOf, precisionWords, type DateEntries } from './precise-date.ts';

interface DateFieldProps {
  readonly date: PreciseDate;
  readonly missing: boolean;
  readonly aside?: ReactNode;
  readonly onSave: (date: PreciseDate) => void;
}

const monthNames = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month, 1)).toLocaleDateString(undefined, {
    month: 'long',
    timeZone: 'UTC',
  }),
);

/** The date of publication as far as the source states it; saved when all three entries are left. */
export function DateField({ date, missing, aside, onSave }: DateFieldProps) {
  const [typed, setTyped] = useState<DateEntries>();
  const entries = typed ?? entriesOf(date);
  const read = dateOf(entries);
  const precision = precisionWords[read?.precision ?? 'none'];

  const save = () => {
    if (typed === undefined || read === undefined) return; // a date that is none stays, with its sentence, until it is one
    setTyped(undefined);
    if (read.value !== date.value) onSave(read);
  };
  const left = (event: FocusEvent<HTMLElement>) => {
    if (event.currentTarget.closest('fieldset')?.contains(event.relatedTarget) !== true) save();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save();
    if (event.key !== 'Escape' || typed === undefined) return;
    event.stopPropagation();
    setTyped(undefined);
  };
  const entry = (name: keyof DateEntries) => ({
    value: entries[name],
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped({ ...entries, [name]: event.target.value });
    },
    onBlur: left,
    onKeyDown: keyed,
  });
  return (
    <fieldset className={classNames(styles['date'], missing && styles['missing'])}>
      <legend>
        Published
        {missing && <span className={styles['missingSign']}>missing</span>}
        {precision !== undefined && <Pill tone="warn">{precision}</Pill>}
        {aside}
      </legend>
      <div className={styles['entries']}>
        <TextInput
          aria-label="Day"
          placeholder="Day"
          inputMode="numeric"
          maxLength={2}
          {...entry('day')}
        />
        <Select aria-label="Month" {...entry('month')}>
          <option value="">Month</option>
          {monthNames.map((name, month) => (
            <option key={name} value={month + 1}>
              {name}
            </option>
          ))}
        </Select>
        <TextInput
          aria-label="Year"
          placeholder="Year"
          inputMode="numeric"
          maxLength={4}
          {...entry('year')}
        />
      </div>
      {read === undefined && (
        <p className={styles['error']} role="alert">
          This is not a date. Give the year, and the month where there is a day.
        </p>
      )}
    </fieldset>
  );
}
