// The details of a source as fields: what each is called, how it is typed, and where it stands.
import type { SourceDetails, SourceType } from '../../shared/evidence/source.ts';

export type DetailName = keyof SourceDetails;
/** `day`: a whole date, ISO; `date`: as precise as the source states it. */
type DetailKind = 'line' | 'long' | 'address' | 'day' | 'date' | 'language' | 'source-type';

interface DetailField {
  readonly label: string;
  readonly kind: DetailKind;
  readonly hint?: string;
}

export const detailFields: Readonly<Record<DetailName, DetailField>> = {
  title: { label: 'Title', kind: 'line' },
  publisher: { label: 'Publisher', kind: 'line' },
  author: { label: 'Author', kind: 'line' },
  published: { label: 'Published', kind: 'date' },
  url: { label: 'Web address', kind: 'address' },
  accessed: { label: 'Last accessed', kind: 'day' },
  language: { label: 'Language', kind: 'language' },
  country: { label: 'Country', kind: 'line' },
  remark: { label: 'Remark', kind: 'long', hint: 'For the team; never exported.' },
  republisher: {
    label: 'Republished by',
    kind: 'line',
    hint: 'Who put it where it was found, if not its publisher.',
  },
  container: {
    label: 'Part of',
    kind: 'line',
    hint: 'A journal, a collection, a site.',
  },
  series: { label: 'Series', kind: 'line' },
  edition: { label: 'Edition', kind: 'line' },
  documentType: { label: 'Kind of document', kind: 'line' },
  sourceType: { label: 'Kind of source', kind: 'source-type' },
  updated: {
    label: 'Page last updated',
    kind: 'day',
    hint: 'What the site says of its page; no date of publication.',
  },
  archiveUrl: { label: 'Archived at', kind: 'address' },
  citeAs: { label: 'Asks to be cited as', kind: 'long' },
  disclaimer: { label: 'Disclaimer', kind: 'long' },
};

export interface DetailGroup {
  readonly id: 'citation' | 'kind' | 'origin' | 'team';
  readonly title: string;
  readonly fields: readonly DetailName[];
}

/** What a citation needs comes first. */
export const detailGroups: readonly DetailGroup[] = [
  {
    id: 'citation',
    title: 'Citation',
    fields: ['title', 'publisher', 'author', 'published', 'url', 'accessed'],
  },
  {
    id: 'kind',
    title: 'What it is',
    fields: ['sourceType', 'documentType', 'series', 'edition', 'language', 'country'],
  },
  {
    id: 'origin',
    title: 'Where it comes from',
    fields: ['container', 'republisher', 'updated', 'archiveUrl', 'citeAs', 'disclaimer'],
  },
  { id: 'team', title: 'For the team', fields: ['remark'] },
];

/** What files that came together have in common; never what is of one document alone. */
export const sharedDetails = [
  'publisher',
  'author',
  'sourceType',
  'documentType',
  'series',
  'language',
  'country',
  'container',
  'republisher',
  'accessed',
  'disclaimer',
] as const satisfies readonly DetailName[];

export const sourceTypeWords: Readonly<Record<SourceType, string>> = {
  intergovernmental: 'intergovernmental',
  government: 'government',
  ingo: 'international NGO',
  ngo: 'NGO',
  academic: 'academic',
  media: 'media',
  'state-media': 'state-affiliated media',
  legal: 'legal text',
  coi: 'COI compilation',
  other: 'other',
};
