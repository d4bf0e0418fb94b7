import type { PreciseDate } from '../../evidence/source.ts';
import { compareDates } from '../../parity/dates.ts';
import { isStated } from '../dates.ts';
import type { Lint, LintResult } from '../lint.ts';
import { timeframeClaims, type TimeframeClaim } from '../timeframe-claims.ts';
import { citationsOf } from './house-style.ts';

type Extremes = Readonly<Record<TimeframeClaim['side'], PreciseDate>>;

/** The research timeframe as stated against the citations' own days. One complaint a line. */
export const timeframeDiffers: Lint = ({ report }) => {
  const citations = citationsOf(report);
  const computed = {
    publication: extremes(citations.map(({ published }) => published)),
    access: extremes(citations.map(({ accessed }) => accessed?.date)),
  };
  const wrong = timeframeClaims(report.timeframe).flatMap((claim) => {
    const actual = computed[claim.what]?.[claim.side];
    return actual !== undefined && contradicts(claim, actual) ? [{ ...claim, actual }] : [];
  });
  const byLine = Map.groupBy(wrong, ({ line }) => line);
  return Array.from(byLine, ([line, claims]): LintResult => {
    const told = claims.map(
      ({ side, what, text, actual }) =>
        `the ${side} ${what} is stated as ${text}, computed as ${actual.value}`,
    );
    const message = `The timeframe does not agree with the citations: ${told.join('; ')}.`;
    return { id: 'timeframe-differs', line, message };
  });
};

function extremes(dates: readonly (PreciseDate | undefined)[]): Extremes | undefined {
  const sorted = dates.filter(isStated).sort((a, b) => (a.value < b.value ? -1 : 1));
  const [earliest, latest] = [sorted[0], sorted.at(-1)];
  return earliest && latest && { earliest, latest };
}

function contradicts({ side, date, isBound }: TimeframeClaim, actual: PreciseDate): boolean {
  const order = compareDates(date, actual);
  if (isBound) return order === (side === 'earliest' ? 'later' : 'earlier');
  return order === 'earlier' || order === 'later';
}
