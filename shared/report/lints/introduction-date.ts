import { compareDates } from '../../parity/dates.ts';
import type { PreciseDate } from '../../evidence/source.ts';
import { yearsIn } from '../content-words.ts';
import { findDates, isStated } from '../dates.ts';
import type { Lint, LintResult } from '../lint.ts';
import type { Citation } from '../report.ts';

/** A date an introduction gives its source: when it was published, or the year in its name. */
interface NamedDate {
  readonly date: PreciseDate;
  readonly text: string;
  readonly kind: 'published' | 'edition';
}

const publishedBefore =
  /\b(?:published|released|issued|dated|updated|launched|posted|appeared|printed)\b(?:\s+(?:online|on its website))?(?:\s+(?:in|on|of|at|by|as of))?\s*$/i;
const reportedBefore =
  /\b(?:reported|stated|noted|wrote|said|observed|found|documented|explained|described|indicated|remarked|recorded)\s+(?:in|on)\s*$/i;
const work =
  'reports?|monitor|survey|review|article|study|profile|paper|publication|update|note|guidance|assessment|analysis|edition|statement|submission|observations|brief(?:ing)?|bulletin|yearbook|fact ?sheet|investigation|overview|white paper';
const workAfter = new RegExp(`^\\s+(?:[\\p{L}’'-]+\\s+){0,6}?(?:${work})\\b`, 'iu');
const workBefore = new RegExp(
  `\\b(?:${work})\\s*(?:\\(|,|of|from|for|dated)?\\s*(?:the year\\s+)?$`,
  'i',
);

function namedDates(introduction: string): NamedDate[] {
  return findDates(introduction).flatMap(({ date, start, end, text }): NamedDate[] => {
    if (date === undefined) return [];
    const before = introduction.slice(Math.max(0, start - 60), start);
    const after = introduction.slice(end, end + 120);
    if (publishedBefore.test(before) || reportedBefore.test(before) || isOpening(before, after))
      return [{ date, text, kind: 'published' }];
    if (date.precision === 'year' && workAfter.test(after))
      return [{ date, text, kind: 'edition' }];
    if (!workBefore.test(before)) return [];
    return [{ date, text, kind: date.precision === 'year' ? 'edition' : 'published' }];
  });
}

/** "In May 2024, Delta Watch reported": the day of the report; "In 2023, courts heard …" is not. */
function isOpening(before: string, after: string): boolean {
  return (
    /^\s*(?:in|on|as of)\s*$/i.test(before) &&
    /^,?\s+(?:[\p{L}’'.()-]+\s+){1,8}(?:reported|stated|noted|wrote|published|released|issued|observed|documented)\b[^.]{0,60}:?\s*$/iu.test(
      after,
    )
  );
}

/** A year that names what is covered may be the one before that of the publication. */
const coversEarlier = /\bannual\b|\bcover|\breporting period\b|\bevents of\b|\byearbook\b/i;

function differs(
  { date, kind }: NamedDate,
  { published, title }: Citation,
  introduction: string,
): boolean {
  const titled = yearsIn(title?.text ?? '');
  if (kind === 'edition' && titled.includes(date.value)) return false;
  if (!isStated(published)) return kind === 'edition' && titled.length > 0;
  if (compareDates(date, published) === 'same') return false;
  // The citation gives the day of one thing, its title the year of another: either may be meant.
  if (kind === 'edition' && titled.length === 0 && coversEarlier.test(introduction))
    return Number(published.value.slice(0, 4)) - Number(date.value) !== 1;
  return true;
}

/** The introduction gives its source another date than the citation does. */
export const introductionDate: Lint = ({ report }) =>
  report.findings.flatMap(({ introduction, citations }): LintResult[] => {
    const own = citations.filter(({ repeats }) => !repeats);
    if (introduction === undefined || own.length === 0) return [];
    const other = namedDates(introduction.text).find((named) =>
      own.every((citation) => differs(named, citation, introduction.text)),
    );
    if (other === undefined) return [];
    const message = `The introduction says ${other.text}, the citation ${saidIn(own)}.`;
    return [{ id: 'intro-date-differs', line: introduction.line, message }];
  });

function saidIn(citations: readonly Citation[]): string {
  return citations
    .map(({ published, title }) =>
      isStated(published) ? published.value : `“${title?.text ?? ''}”`,
    )
    .join('; ');
}
