import type { ReportQuote } from './report.ts';
import { remarksOn } from './visible-text.ts';

/** What every format says about a quote, each as it follows "This passage". */
export function remarksAbout({ exact, source }: ReportQuote): readonly string[] {
  const unverified =
    'could not be compared with its source, which is damaged or missing in the locker';
  return source.unverified ? [...remarksOn(exact), unverified] : remarksOn(exact);
}
