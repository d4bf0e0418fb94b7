import type { ReportQuote } from './report-quote.ts';
import { plainly, remarksOn } from './visible-text.ts';

/** What every format says about a quote, each as it follows "This passage". */
export function remarksAbout({ exact, reading, source }: ReportQuote): readonly string[] {
  const unverified =
    'could not be compared with its source, which is damaged or missing in the locker';
  return [
    ...remarksOn(exact),
    ...(reading === undefined ? [] : [`is read by a person as “${plainly(reading)}”`]),
    ...(source.unverified ? [unverified] : []),
  ];
}
