import { compareDates } from '../../parity/dates.ts';
import { isStated } from '../dates.ts';
import type { Lint, LintResult } from '../lint.ts';
import { citationsOf } from './house-style.ts';

/** Accessed after the date on the report's cover. */
export const accessedAfterReport: Lint = ({ report }) => {
  const { date } = report.cover;
  if (!isStated(date)) return [];
  return citationsOf(report).flatMap(({ line, accessed }): LintResult[] => {
    if (!isStated(accessed?.date) || compareDates(accessed.date, date) !== 'later') return [];
    const message = `Accessed on ${accessed.raw}, after the report's own date (${date.value}).`;
    return [{ id: 'accessed-after-report', line, message }];
  });
};

/** Accessed before it was published. */
export const accessedBeforePublication: Lint = ({ report }) =>
  citationsOf(report).flatMap(({ line, accessed, published }): LintResult[] => {
    if (!isStated(accessed?.date) || !isStated(published)) return [];
    if (compareDates(accessed.date, published) !== 'earlier') return [];
    const message = `Accessed on ${accessed.raw}, before its publication (${published.value}).`;
    return [{ id: 'accessed-before-publication', line, message }];
  });
