// Details as text in a cell of a table, and back.
import type { PreciseDate, SourceDetails } from '../../shared/evidence/source.ts';
import { readDate } from '../../shared/text/dates.ts';
import { detailFields, type DetailName } from './detail-fields.ts';
import { dateOf, entriesOf } from './precise-date.ts';

export function cellText(details: SourceDetails, name: DetailName): string {
  const value = details[name];
  return typeof value === 'string' ? value : value.value;
}

/** What was typed as a change of details; undefined where it cannot be read as what the field holds. */
export function cellChange(name: DetailName, typed: string): Partial<SourceDetails> | undefined {
  const text = typed.trim().replace(/\s+/g, ' ');
  switch (detailFields[name].kind) {
    case 'date': {
      const date = dateFrom(text);
      return date === undefined ? undefined : { [name]: date };
    }
    case 'day': {
      const date = dateFrom(text);
      if (date === undefined || (date.precision !== 'day' && date.precision !== 'none')) {
        return undefined;
      }
      return { [name]: date.value };
    }
    case 'line':
    case 'long':
    case 'address':
    case 'language':
    case 'source-type':
      return { [name]: text };
  }
}

const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** `2007-06-12`, `2007-06`, `2007`, `12 June 2007`, `June 2007`, or nothing. */
function dateFrom(text: string): PreciseDate | undefined {
  const [, year, month = '', day = ''] = iso.exec(text) ?? [];
  if (text === '' || year !== undefined) return dateOf({ year: year ?? '', month, day });
  const read = readDate(text);
  return read === undefined ? undefined : dateOf(entriesOf(read));
}

/** A block copied from a table elsewhere: lines, parted by tabs. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
}
