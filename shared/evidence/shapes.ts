// The nouns as guards, for the doors they enter by: journals, screens.
import { hexText, integer, oneOf, record, text } from '../shape.ts';
import { isId } from './ids.ts';
import type { TextAnchor } from './mark.ts';
import type { Person } from './person.ts';
import type { Original, PreciseDate, SourceDetails, WorkingCopy } from './source.ts';
import type { Tag } from './tag.ts';

const id = isId; // fits every kind of id
const count = integer(0, Number.MAX_SAFE_INTEGER);
/** Names, and what is as short as one. */
export const isShort = text(1_000);
/** What a person or a document may go on at length in. */
export const isLong = text(4_000_000);

export const isPerson = record<Person>({ id, name: isShort, colour: isShort });
export const isTag = record<Tag>({ id, name: isShort });
export const isOriginal = record<Original>({
  file: id,
  name: isShort,
  mediaType: isShort,
  sizeBytes: count,
  sha256: hexText(64),
});
export const isWorkingCopy = record<WorkingCopy>({
  file: id,
  extractor: isShort,
  pages: count,
  words: count,
  unreadable: count,
});
const detailFields = {
  title: isLong,
  publisher: isLong,
  author: isLong,
  published: record<PreciseDate>({
    value: isShort,
    precision: oneOf('day', 'month', 'year', 'none'),
  }),
  url: isLong,
  accessed: isShort,
  language: isShort,
  country: isShort,
  remark: isLong,
};
export const isDetails = record<SourceDetails>(detailFields);
export const isSomeDetails = record<Partial<SourceDetails>>(
  detailFields,
  Object.keys(detailFields) as (keyof SourceDetails)[],
);
export const isAnchor = record<TextAnchor>({
  start: count,
  end: count,
  exact: isLong,
  prefix: isShort,
  suffix: isShort,
});
