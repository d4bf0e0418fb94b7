// The nouns as guards, for the doors they enter by: journals, screens.
import { hexText, integer, isBoolean, listOf, oneOf, record, text, type Shape } from '../shape.ts';
import { isId } from './ids.ts';
import type { TextAnchor } from './mark.ts';
import type { Person } from './person.ts';
import type { Emphasis, QuoteContent, QuoteEdit, QuotePassage } from './quote.ts';
import type { SourcePair } from './relation.ts';
import type { Original, PreciseDate, SourceDetails, WorkingCopy } from './source.ts';
import type { Tag } from './tag.ts';
import type { Translation } from './translation.ts';

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
export const isPair = (value: unknown): value is SourcePair['sources'] =>
  listOf(isId, 2)(value) && value.length === 2 && (value[0] ?? '') < (value[1] ?? '');
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

const place = { start: count, end: count };
const isPassage = record<QuotePassage>(
  {
    anchor: isAnchor,
    firstPage: count,
    lastPage: count,
    pageLabel: isShort,
    mark: id,
  },
  ['mark'],
);
type Insertion = Extract<QuoteEdit, { kind: 'insertion' }>;
const isInsertion = record<Insertion>({ kind: oneOf('insertion'), ...place, text: isShort });
const isSign = record<Exclude<QuoteEdit, Insertion>>({ kind: oneOf('case', 'sic'), ...place });
const isEdit = (value: unknown): value is QuoteEdit => isInsertion(value) || isSign(value);
const isEmphasis = record<Emphasis>({ ...place, by: oneOf('added', 'original') });
const hasQuoteFields = record<QuoteContent>({
  workingFile: id,
  passages: listOf(isPassage, 1_000),
  edits: listOf(isEdit, 10_000),
  emphasis: listOf(isEmphasis, 10_000),
  opensCut: isBoolean,
  endsCut: isBoolean,
  footnotesOmitted: isBoolean,
  note: isLong,
});

/** In the order of the source, and every edit inside a passage: what prints a quote relies on it. */
function isInOrder({
  passages,
  edits,
  emphasis,
}: Pick<QuoteContent, 'passages' | 'edits' | 'emphasis'>): boolean {
  const stretches = passages.map(({ anchor }) => anchor);
  const inPassage = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    stretches.some((stretch) => stretch.start <= start && end <= stretch.end);
  return (
    passages.length > 0 &&
    stretches.every(({ start, end }) => start < end) &&
    [stretches, edits, emphasis].every(areApart) &&
    edits.every(inPassage)
  );
}

function areApart(list: readonly { readonly start: number; readonly end: number }[]): boolean {
  return list.every(({ start, end }, i) => start <= end && (list[i - 1]?.end ?? 0) <= start);
}

export const isTranslation = record<Translation>({
  kind: oneOf('own', 'third-party', 'published'),
  language: isShort,
  translator: isShort,
  competence: isShort,
  date: isShort,
  text: isLong,
});

export const isQuoteContent: Shape<QuoteContent> = (value): value is QuoteContent =>
  hasQuoteFields(value) && isInOrder(value);
