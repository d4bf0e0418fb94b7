import { compareDates } from '../../parity/dates.ts';
import type { PreciseDate } from '../../evidence/source.ts';
import { findDates, isStated } from '../dates.ts';
import type { Lint, LintResult } from '../lint.ts';
import type { Report } from '../report.ts';
import { citationsOf } from './house-style.ts';

type Side = 'earliest' | 'latest';
type What = 'publication' | 'access';

/** "The earliest source was published on 12 June 2007." */
interface Claim {
  readonly line: number;
  readonly what: What;
  readonly side: Side;
  readonly date: PreciseDate;
  readonly text: string;
  /** Work was done within these days: what lies outside contradicts, what lies inside does not. */
  readonly atLeast: boolean;
}

const words =
  /(?<publication>\bpubli\w+|\bdated\b|\breleased\b|\bissued\b)|(?<access>\baccess\w*|\bconsulted\b|\bretrieved\b|\bvisited\b)|(?<work>\bresearch(?:ed)? (?:was|were|took|for|has been|period|undertaken|conducted|carried)\b|\bconducted\b|\bcarried out\b|\bundertaken\b)|(?<earliest>\b(?:earliest|oldest|first)\b)|(?<latest>\b(?:latest|newest|most recent|last(?! accessed))\b)|(?<from>\b(?:from|between|since)\b)|(?<until>\b(?:to|and|until|till|through|up to)\b|[–—-])/gi;

function claimsIn({ line, text }: Report['timeframe'][number], before: What | undefined): Claim[] {
  const claims: Claim[] = [];
  const dates = findDates(text);
  const signs = [...text.matchAll(words)];
  const lone = signs.every(({ groups }) => groups?.['publication'] === undefined);
  let last = 0;
  let range: { what: What | undefined; atLeast: boolean } | undefined;
  for (const [i, { date, start, end, text: written }] of dates.entries()) {
    const between = signs.filter(({ index }) => index >= last && index < start);
    const near = (name: string) => between.findLast(({ groups }) => groups?.[name] !== undefined);
    const said = between.findLast(
      ({ groups }) => groups?.['publication'] ?? groups?.['access'] ?? groups?.['work'],
    );
    // "Earliest publication", but also "12 June 2007 (publication)".
    const whatHere = said?.groups?.['publication'] !== undefined ? 'publication' : said && 'access';
    const what =
      whatHere ?? range?.what ?? (lone && i === 0 ? before : undefined) ?? claims.at(-1)?.what;
    const atLeast =
      whatHere === undefined ? (range?.atLeast ?? false) : said?.groups?.['work'] !== undefined;
    last = end;
    range = { what, atLeast };
    const marked = between.findLast(({ groups }) => groups?.['earliest'] ?? groups?.['latest']);
    const side: Side | undefined =
      marked !== undefined
        ? marked.groups?.['earliest'] !== undefined
          ? 'earliest'
          : 'latest'
        : near('from') !== undefined
          ? 'earliest'
          : near('until') !== undefined
            ? 'latest'
            : rangeFollows(text, end)
              ? 'earliest'
              : undefined;
    if (date === undefined || what === undefined || side === undefined) continue;
    claims.push({ line, what, side, date, text: written, atLeast });
  }
  return claims;
}

function rangeFollows(text: string, end: number): boolean {
  return /^\s*(?:–|—|-|to|until)\s*\S{0,12}\s*\S{0,12}\s*\d{4}/.test(text.slice(end, end + 40));
}

function extremes(dates: readonly PreciseDate[]): Record<Side, PreciseDate> | undefined {
  const sorted = [...dates].sort((a, b) => (a.value < b.value ? -1 : 1));
  const [earliest, latest] = [sorted[0], sorted.at(-1)];
  return earliest && latest && { earliest, latest };
}

/** The research timeframe as stated against the citations' own days. One complaint a line. */
export const timeframeDiffers: Lint = ({ report }) => {
  const citations = citationsOf(report);
  const computed = {
    publication: extremes(
      citations.flatMap(({ published }) => (isStated(published) ? [published] : [])),
    ),
    access: extremes(
      citations.flatMap(({ accessed }) => (isStated(accessed?.date) ? [accessed.date] : [])),
    ),
  };
  const faults = new Map<number, string[]>();
  let what: What | undefined;
  for (const sentence of report.timeframe) {
    const claims = claimsIn(sentence, what);
    what = claims.at(-1)?.what ?? what;
    for (const { line, what: of, side, date, text, atLeast } of claims) {
      const actual = computed[of]?.[side];
      if (actual === undefined) continue;
      const order = compareDates(date, actual);
      const outside = side === 'earliest' ? 'later' : 'earlier';
      if (order === 'same' || order === 'unknown' || (atLeast && order !== outside)) continue;
      const told = `the ${side} ${of} is stated as ${text}, computed as ${actual.value}`;
      faults.set(line, [...(faults.get(line) ?? []), told]);
    }
  }
  return Array.from(faults, ([line, told]): LintResult => ({
    id: 'timeframe-differs',
    line,
    message: `The timeframe does not agree with the citations: ${told.join('; ')}.`,
  }));
};
