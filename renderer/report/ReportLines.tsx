import type { Report } from '../../shared/report/report.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './EntryPanel.module.css';

const around = 4;

/** The line of the report with those around it. */
export function ReportLines({ report, line }: { readonly report: Report; readonly line: number }) {
  const near = report.lines.filter(
    ({ number, text }) => Math.abs(number - line) <= around && text.trim() !== '',
  );
  return (
    <>
      <h3>In the report</h3>
      <ol className={styles['lines']}>
        {near.map(({ number, text }) => (
          <li key={number} value={number} className={classNames(number === line && styles['here'])}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}
