// Who published it and when, where no label says so: "Published by X, 12 May 2031", "X, briefing of 3 May 2031", a date on a
// line of its own under the title, the owner of the rights.
import type { PreciseDate } from '../evidence/source.ts';
import { readDate as readWrittenDate, readDates } from '../parity/dates.ts';
import { readDate } from '../text/dates.ts';
import type { Found } from './found.ts';
import { isOrganisation } from './organisation-words.ts';

export interface Imprint {
  readonly publisher?: Found<string>;
  readonly published?: Found<PreciseDate>;
  /** What stands between name and date: "briefing of". */
  readonly kind?: string;
}

const linesLooked = 15;
const publishedBy =
  /^(?:First )?[Pp]ublished (?:by|for) (?:the )?(\p{Lu}[^,.;:()]{2,100}?)(?:,? (?:on|in)|[,;(])?\s+(?=\d|\p{Lu}\p{Ll}+ \d|in \d)/u;
const publishedByOnly = /^[Pp]ublished by (?:the )?(\p{Lu}[^,.;:()]{2,100})[.,;]?$/u;
const released = /\b(?:[Rr]eleased|[Ii]ssued|[Pp]ublished|[Pp]osted) (?:on|in) (?=\d|\p{Lu})/u;
/** A name, then what the document is and of when. */
const nameAndDate =
  /^(\p{Lu}[^,.;:–—|]{2,100}?)\s*(?:,|–|—|\|)\s+((?:\p{Ll}+ ){0,4})(?=\d{1,2} |\p{Lu}\p{Ll}{2,8} \d)/u;
/** Until the next sentence; a year's range or "Inc." may be in it. */
const rights =
  /^(?:(?:©|\(c\)|copyright)\s*)+(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s*)?(?:by )?(\p{L}[^|©]{2,100}?)(?:[.,;]?\s*(?:all rights reserved|(?:19|20)\d\d|版權所有|版权所有).*)?\.?$/iu;

export function readImprint(opening: readonly string[]): Imprint {
  for (const line of opening.slice(0, linesLooked)) {
    const imprint = imprintOf(line);
    if (imprint !== undefined) return imprint;
  }
  return {};
}

function imprintOf(line: string): Imprint | undefined {
  const stated = publishedBy.exec(line) ?? publishedByOnly.exec(line);
  if (stated?.[1] !== undefined) {
    const published = startingDate(line.slice(stated[0].length).replace(/^in /, ''));
    return {
      publisher: { value: stated[1].trim(), confidence: 'stated' },
      ...(published && { published: { value: published, confidence: 'stated' } }),
    };
  }
  const named = nameAndDate.exec(line);
  if (named?.[1] !== undefined && isOrganisation(named[1])) {
    const published = startingDate(line.slice(named[0].length));
    if (published)
      return {
        publisher: { value: named[1].trim(), confidence: 'likely' },
        published: { value: published, confidence: 'likely' },
        kind: named[2] ?? '',
      };
  }
  return undefined;
}

/** The date a text begins with, if the next sentence, a comma, a closing or nothing follows. */
function startingDate(text: string): PreciseDate | undefined {
  const date = readWrittenDate(text);
  if (date === undefined || !date.possible || date.precision === 'none') return undefined;
  return /^\s*(?:$|[.,;)|–—]|\s\p{Lu})/u.test(text.slice(date.end))
    ? { value: date.value, precision: date.precision }
    : undefined;
}

/** A date on a line of its own among the first; `skip` are lines already read as something else. */
export function loneDate(
  opening: readonly string[],
  skip: (index: number) => boolean,
): Found<PreciseDate> | undefined {
  for (const [index, line] of opening.slice(0, 10).entries()) {
    if (skip(index) || line.length > 40) continue;
    const all = readDates(line);
    const date = readDate(line);
    const whole = readWrittenDate(line);
    if (
      date &&
      all.length === 1 &&
      whole &&
      /^[\s.|]*$/.test(line.slice(whole.end)) &&
      date.precision !== 'year'
    )
      return { value: date, confidence: 'likely' };
    const said = released.exec(line);
    const after = said && readDate(line.slice(said.index + said[0].length));
    if (after) return { value: after, confidence: 'likely' };
  }
  return undefined;
}

/** Who owns the rights, by the foot of the page. */
export function rightsOwner(closing: readonly string[]): string {
  for (const line of closing.toReversed()) {
    const owner = line.length <= 160 ? nameIn(rights.exec(line)?.[1] ?? '') : '';
    if (owner !== '' && !/^(?:all|notice|policy|information|copyright)\b/i.test(owner))
      return owner;
  }
  return '';
}

/** What stands before the links of a foot: "Mill Watch · Imprint", "Mill Watch. Terms of use". */
function nameIn(owner: string): string {
  const [name = ''] = owner.split(/\s+[—–·•»/|]|\s*[—/]\s|(?<=\p{Ll}{3})\.\s+(?=\p{Lu})/u);
  return name.trim();
}
