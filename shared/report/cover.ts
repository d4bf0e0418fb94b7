// The cover of a report: its title, who made it, and its date.
import type { PreciseDate } from '../evidence/source.ts';
import { findDates } from './dates.ts';
import { bareTitle } from './headings.ts';
import type { Cover, Placed } from './report.ts';

const dateLabel =
  /^(?:(?:report |issue )?date(?: of (?:report|publication|issue|completion|research))?|published(?: on| in)?|publication date|issued(?: on)?|completed(?: on)?|as of|report completed(?: on)?|version)\b\s*:?/i;
const otherDate =
  /time ?frame|period|between|\bfrom\b.*\b(?:to|until)\b|accessed|hearing|born|valid|cut-?off|last updated|deadline|©|copyright/i;
const makerLabel =
  /^(?:prepared|produced|compiled|researched|published|written|issued|report)\s+by\s*:?\s*|^(?:organisation|organization|author|publisher)s?\s*:\s*/i;
const caseLabel = /\bcase (?:code|no|number|ref)|\breference|\bquery\b/i;

/** `lines`: the paragraphs before the first section. */
export function readCover(lines: readonly Placed[]): Cover {
  const shown = lines
    .map(({ text }) => bareTitle(text.replace(/^#+\s*/, '')))
    .filter((text) => text !== '');
  const title = shown.find((text) => /\p{L}{3}/u.test(text) && !isDateLine(text)) ?? '';
  return { title, organisation: makerOf(shown, title), date: dateOf(shown, title) };
}

function isDateLine(text: string): boolean {
  const [date] = findDates(text);
  return date !== undefined && text.length - date.text.length < 12;
}

/** A line that is a date, or names itself one; else the finest date in a short line that is not the title. */
function dateOf(lines: readonly string[], title: string): PreciseDate | undefined {
  const readable = lines.filter((text) => !otherDate.test(text) && text.length < 200);
  const named = readable.filter((text) => dateLabel.test(text));
  const alone = readable.filter(isDateLine);
  const short = readable.filter((text) => text !== title && text.length < 120);
  for (const candidates of [named, alone, short, [title]]) {
    const dates = candidates.flatMap((text) =>
      findDates(text).flatMap(({ date }) => (date === undefined ? [] : [date])),
    );
    const finest = dates.sort((a, b) => b.value.length - a.value.length)[0];
    if (finest !== undefined) return finest;
  }
  return undefined;
}

function makerOf(lines: readonly string[], title: string): string {
  const labelled = lines.find((text) => makerLabel.test(text) && text.length < 160);
  if (labelled !== undefined) return labelled.replace(makerLabel, '').trim();
  const others = lines.filter(
    (text) => text !== title && !isDateLine(text) && !caseLabel.test(text),
  );
  return others.find((text) => text.length < 100 && findDates(text).length === 0) ?? '';
}
