import { isStated } from '../dates.ts';
import type { Lint, LintResult } from '../lint.ts';
import type { Citation } from '../report.ts';
import { citationsOf, isHouseStyle } from './house-style.ts';

const parts: readonly {
  readonly name: string;
  readonly has: (citation: Citation) => boolean;
}[] = [
  { name: 'publisher', has: ({ publisher }) => publisher !== '' },
  { name: 'title in quotation marks', has: ({ title }) => (title?.text ?? '') !== '' },
  { name: 'date or “n.d.”', has: ({ published }) => published !== undefined },
  { name: '“last accessed” clause', has: ({ accessed }) => accessed !== undefined },
];

/** A citation that lacks a part or leaves its title or link open. */
export const citationMalformed: Lint = ({ report }) => {
  const citations = citationsOf(report);
  const required = parts.filter(({ has }) => isHouseStyle(citations, has));
  return citations.flatMap((citation): LintResult[] => {
    if (citation.repeats) return [];
    const faults = [
      ...required.filter(({ has }) => !has(citation)).map(({ name }) => `no ${name}`),
      ...(citation.title?.closed === false ? ['its title is not closed'] : []),
      ...(citation.url?.closed === false ? ['its link is not closed'] : []),
    ];
    if (faults.length === 0) return [];
    const message = `The citation is not well formed: ${faults.join(', ')}.`;
    return [{ id: 'citation-malformed', line: citation.line, message }];
  });
};

const dayMonthYear =
  /^(?:0?[1-9]|[12]\d|3[01]) (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}$/;

function isRegular({ accessed }: Citation): boolean {
  return dayMonthYear.test(accessed?.raw.replace(/\s+/g, ' ') ?? '') && isStated(accessed?.date);
}

/** "Last accessed:" without a day of the calendar behind it; another way to write a day is a slip where the others are alike. */
export const accessDateMalformed: Lint = ({ report }) => {
  const citations = citationsOf(report).filter(({ accessed }) => accessed !== undefined);
  const regular = isHouseStyle(citations, isRegular);
  const toTheDay = isHouseStyle(citations, ({ accessed }) => accessed?.date?.precision === 'day');
  return citations.flatMap((citation): LintResult[] => {
    const { raw = '', date } = citation.accessed ?? {};
    if (
      regular ? isRegular(citation) : date !== undefined && (!toTheDay || date.precision === 'day')
    )
      return [];
    const message =
      raw === '' ? 'No day of access is given.' : `“${raw}” is no day in the form “3 June 2025”.`;
    return [{ id: 'access-date-malformed', line: citation.line, message }];
  });
};
