// The nouns as guards, for the doors they enter by: journals, screens.
import {
  amount,
  hexText,
  integer,
  isBoolean,
  isNull,
  listOf,
  oneOf,
  record,
  text,
  type Shape,
} from '../shape.ts';
import { isId, type TagId } from './ids.ts';
import { markColours, type MarkedArea, type MarkPlacement, type TextAnchor } from './mark.ts';
import type { Organisation } from './organisation.ts';
import type { Person } from './person.ts';
import type { Emphasis, QuoteContent, QuoteEdit, QuotePassage } from './quote.ts';
import type { SourcePair } from './relation.ts';
import {
  confidences,
  pageLabelStyles,
  sourceTypes,
  type DetailsConfidence,
  type Original,
  type PageLabelRange,
  type PreciseDate,
  type SourceDetails,
  type WorkingCopy,
} from './source.ts';
import type { Tag } from './tag.ts';
import type { Translation } from './translation.ts';

const id = isId; // fits every kind of id
const count = integer(0, Number.MAX_SAFE_INTEGER);
/** Names, and what is as short as one. */
export const isShort = text(1_000);
/** What a person or a document may go on at length in. */
export const isLong = text(4_000_000);

export const isPerson = record<Person>({ id, name: isShort, colour: isShort });

const isTagId: Shape<TagId> = id;
export const isTagOrNone = (value: unknown): value is TagId | null =>
  isNull(value) || isTagId(value);
/** What of a tag may be changed after it was made. */
export const tagFields = {
  name: isShort,
  parent: isTagOrNone,
  colour: oneOf(...markColours, ''),
  definition: isLong,
  removed: isBoolean,
};
/** Tags of before format 4 are an id and a name. */
export const isMadeTag = record<Pick<Tag, 'id' | 'name'> & Partial<Tag>>(
  { id, ...tagFields, mergedInto: isTagOrNone },
  ['parent', 'colour', 'definition', 'mergedInto', 'removed'],
);
const sourceType = oneOf(...sourceTypes, '');
export const isOrganisation = record<Organisation>({
  id,
  name: isShort,
  sourceType,
  selfDescription: isLong,
  disclaimer: isLong,
});
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
const firstDetails = {
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
const laterDetails = {
  republisher: isLong,
  container: isLong,
  series: isLong,
  edition: isLong,
  documentType: isShort,
  sourceType,
  updated: isShort,
  archiveUrl: isLong,
  citeAs: isLong,
  disclaimer: isLong,
};
const detailFields = { ...firstDetails, ...laterDetails };
const detailNames = Object.keys(detailFields) as (keyof SourceDetails)[];
/** With the details of before format 4 at least. */
export const isDetails = record<
  Pick<SourceDetails, keyof typeof firstDetails> & Partial<SourceDetails>
>(detailFields, Object.keys(laterDetails) as (keyof typeof laterDetails)[]);
export const isSomeDetails = record<Partial<SourceDetails>>(detailFields, detailNames);
const isConfidence = oneOf(...confidences);
export const isDetailsConfidence = record<DetailsConfidence>(
  Object.fromEntries(detailNames.map((name) => [name, isConfidence])) as Record<
    keyof SourceDetails,
    typeof isConfidence
  >,
  detailNames,
);
const mostLabelRanges = 100_000;
const isLabelRange = record<PageLabelRange>({
  from: count,
  style: oneOf(...pageLabelStyles),
  prefix: isShort,
  first: count,
});
const isLabelList = listOf(isLabelRange, mostLabelRanges);
/** Ascending, each page beginning one range at most. */
export const isPageLabels = (value: unknown): value is readonly PageLabelRange[] =>
  isLabelList(value) &&
  value.every(({ from }, i) => i === 0 || (value[i - 1]?.from ?? from) < from);
export const isAnchor = record<TextAnchor>({
  start: count,
  end: count,
  exact: isLong,
  prefix: isShort,
  suffix: isShort,
});

const mostRanges = 1_000;
export const isRanges = listOf(isAnchor, mostRanges);

/** Further ranges follow the first one in the order of the text, and have words. */
export function areRangesInOrder({ anchor, more = [] }: Pick<MarkPlacement, 'anchor' | 'more'>) {
  return (
    more.length === 0 ||
    (areApart([anchor, ...more]) && more.every(({ start, end }) => start < end))
  );
}

const length = amount(0, 1_000_000);
export const isArea = record<MarkedArea>({
  page: count,
  x: length,
  y: length,
  width: length,
  height: length,
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
