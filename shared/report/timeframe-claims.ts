// What a report says of its own research timeframe: the earliest and latest days of publication and access.
import type { PreciseDate } from '../evidence/source.ts';
import { findDates } from './dates.ts';
import type { Placed } from './report.ts';

export interface TimeframeClaim {
  readonly line: number;
  readonly what: 'publication' | 'access';
  readonly side: 'earliest' | 'latest';
  readonly date: PreciseDate;
  readonly text: string;
  /** Work was done within these days: an access outside them contradicts, all inside them do not. */
  readonly isBound: boolean;
}

type Subject = 'publication' | 'access' | 'work';
type Sign = Subject | 'earliest' | 'latest' | 'from' | 'until';

const signForms: Readonly<Record<Sign, string>> = {
  publication: '\\bpubli\\w+|\\bdated\\b|\\bdates? (?:from|back)\\b|\\breleased\\b|\\bissued\\b',
  access: '\\baccess\\w*|\\bconsulted\\b|\\bretrieved\\b|\\bvisited\\b',
  work: '\\bresearch(?:ed)? (?:was|were|took|for|has been|period|undertaken|conducted|carried)\\b|\\bconducted\\b|\\bcarried out\\b|\\bundertaken\\b',
  earliest: '\\b(?:earliest|oldest|first)\\b',
  latest: '\\b(?:latest|newest|most recent|last(?! accessed))\\b',
  from: '\\b(?:from|between|since)\\b',
  until: '\\b(?:to|and|until|till|through|up to)\\b|[–—-]',
};
const anySign = new RegExp(
  Object.entries(signForms)
    .map(([sign, form]) => `(?<${sign}>${form})`)
    .join('|'),
  'gi',
);

/** Of sentences in order: "the latest on 4 May 2025" goes on with what the one before was about. */
export function timeframeClaims(sentences: readonly Placed[]): TimeframeClaim[] {
  const claims: TimeframeClaim[] = [];
  let subject: Subject | undefined;
  for (const { line, text } of sentences) {
    const signs = signsIn(text);
    let last = 0;
    for (const { date, start, end, text: written } of findDates(text)) {
      const before = signs.filter(({ at }) => at >= last && at < start).map(({ sign }) => sign);
      last = end;
      subject = lastOf(before, subjects) ?? subject ?? impliedBy(before, text);
      const side = sideOf(before, text.slice(end, end + 40));
      if (date === undefined || subject === undefined || side === undefined) continue;
      const what = subject === 'publication' ? 'publication' : 'access';
      claims.push({ line, what, side, date, text: written, isBound: subject === 'work' });
    }
  }
  return claims;
}

function signsIn(text: string): { at: number; sign: Sign }[] {
  return Array.from(text.matchAll(anySign), ({ index, groups = {} }) => {
    const sign = (Object.keys(signForms) as Sign[]).find((name) => groups[name] !== undefined);
    return { at: index, sign: sign ?? 'until' };
  });
}

const subjects = ['publication', 'access', 'work'] as const;
const sides = ['earliest', 'latest'] as const;

function lastOf<S extends Sign>(signs: readonly Sign[], wanted: readonly S[]): S | undefined {
  const found = signs.findLast((sign) => (wanted as readonly Sign[]).includes(sign));
  return wanted.find((sign) => sign === found);
}

/** The oldest of sources is the one published first. */
function impliedBy(signs: readonly Sign[], text: string): Subject | undefined {
  const named = lastOf(signs, sides) !== undefined && /\b(?:sources?|documents?)\b/i.test(text);
  return named ? 'publication' : undefined;
}

function sideOf(before: readonly Sign[], after: string): TimeframeClaim['side'] | undefined {
  const named = lastOf(before, sides);
  if (named !== undefined) return named;
  if (before.includes('from')) return 'earliest';
  if (before.includes('until')) return 'latest';
  return /^\s*(?:–|—|-|to|until)\s*\S{0,12}\s*\S{0,12}\s*\d{4}/.test(after)
    ? 'earliest'
    : undefined;
}
