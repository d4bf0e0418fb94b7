import { isVisible, plainly } from '../export/visible-text.ts';
import type { FileId, PersonId, SourceId } from './ids.ts';
import { shownName } from './shown-name.ts';

/** `html`: also MHTML and saves of SingleFile. `link`: a file that holds an address and nothing to read. */
export const sourceFormats = [
  'pdf',
  'plain',
  'markdown',
  'html',
  'docx',
  'mail',
  'image',
  'link',
] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** What could be read of a source. Stable: the headless commands print it. */
export type SourceStatus = 'text' | 'no-text' | 'needs-password' | 'unreadable';

/** Why a source is `unreadable`. The original is kept all the same. */
export const unreadableReasons = [
  'empty-file',
  'not-a-known-format',
  'damaged',
  'encoding-unknown',
  'too-large',
  'took-too-long',
  'encryption-unknown',
  'unsafe', // constructs that are never opened, such as a DOCTYPE in XML; bombs and huge pictures are `too-large`
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** Who speaks in a source; a person says so, and import proposes it at most. */
export const sourceTypes = [
  'intergovernmental',
  'government',
  'ingo',
  'ngo',
  'academic',
  'media',
  'state-media',
  'legal',
  'coi',
  'other',
] as const;
export type SourceType = (typeof sourceTypes)[number];

type DatePrecision = 'day' | 'month' | 'year' | 'none';

/** A date as a source states it. `value` is `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or empty, by precision. */
export interface PreciseDate {
  readonly value: string;
  readonly precision: DatePrecision;
}

/** What a citation is made of. Empty text means not known; the library shows that in amber. */
export interface SourceDetails {
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: PreciseDate;
  readonly url: string;
  /** When the web page was last seen, `YYYY-MM-DD` or empty. */
  readonly accessed: string;
  /** BCP 47, or empty. */
  readonly language: string;
  readonly country: string;
  /** A remark for the team; never exported. */
  readonly remark: string;
  /** Who put it where it was found, where that is not its publisher. */
  readonly republisher: string;
  /** What it is a part of: a journal, a collection, a site. */
  readonly container: string;
  readonly series: string;
  readonly edition: string;
  readonly documentType: string;
  readonly sourceType: SourceType | '';
  /** The host's “last updated”, which is no date of publication: `YYYY-MM-DD` or empty. */
  readonly updated: string;
  readonly archiveUrl: string;
  /** A citation the source itself asks for. */
  readonly citeAs: string;
  readonly disclaimer: string;
}

/** How sure import is of what it proposes: the document says so; it follows from what it says; it looks like it. */
export const confidences = ['stated', 'likely', 'guess'] as const;
export type Confidence = (typeof confidences)[number];
/** Fields import proposed and nobody confirmed. */
export type DetailsConfidence = Partial<Readonly<Record<keyof SourceDetails, Confidence>>>;

export const pageLabelStyles = ['decimal', 'roman', 'ROMAN', 'letters', 'LETTERS', 'none'] as const;

/** Page labels a person set, from a page on until the next range begins. */
export interface PageLabelRange {
  /** Index of its first page, from 0. */
  readonly from: number;
  readonly style: (typeof pageLabelStyles)[number];
  readonly prefix: string;
  /** Number of its first page. */
  readonly first: number;
}

/** How far somebody came with a source; absent for unread. */
export interface ReadingState {
  readonly state: 'reading' | 'done';
  readonly by: PersonId;
  readonly at: number;
}

export const emptyDetails: SourceDetails = {
  title: '',
  publisher: '',
  author: '',
  published: { value: '', precision: 'none' },
  url: '',
  accessed: '',
  language: '',
  country: '',
  remark: '',
  republisher: '',
  container: '',
  series: '',
  edition: '',
  documentType: '',
  sourceType: '',
  updated: '',
  archiveUrl: '',
  citeAs: '',
  disclaimer: '',
};

/** The immutable original: hashed before anything parsed it. */
export interface Original {
  readonly file: FileId;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** SHA-256 of the bytes as they came, lower-case hex. */
  readonly sha256: string;
}

/** One extraction of the original. A new extraction is a new working copy with another file. */
export interface WorkingCopy {
  readonly file: FileId;
  /** Extractor and version, as in `WorkingText.extractor`. */
  readonly extractor: string;
  readonly pages: number;
  readonly words: number;
  /** Characters of the document that have no readable code point. */
  readonly unreadable: number;
}

/** An original and what could be read of it. */
export interface SourceVersion {
  readonly format: SourceFormat | 'unknown';
  readonly original: Original;
  readonly status: SourceStatus;
  readonly reason?: UnreadableReason;
  readonly working?: WorkingCopy;
}

export interface Source extends SourceVersion {
  readonly id: SourceId;
  readonly details: SourceDetails;
  /** Versions that were replaced by another, oldest first: held like the present one. Absent where there is none. */
  readonly earlier?: readonly SourceVersion[];
  /** Described fields are taken out of it. */
  readonly proposed?: DetailsConfidence;
  /** The mail an attachment came with. */
  readonly partOf?: SourceId;
  /** A person's own page labels, ascending; they go before those of the working text. */
  readonly labels?: readonly PageLabelRange[];
  readonly reading?: ReadingState;
  readonly importedAt: number;
  readonly importedBy: PersonId;
}

/** The name a person knows it by: its title, else its file name; as it may be shown. Never blank. */
export function displayTitle({
  details: { title },
  original,
}: Pick<Source, 'details' | 'original'>): string {
  return isVisible(title) ? plainly(title.trim()) : shownName(original.name);
}

/** Its sealed files: the original, then the working text where there is one; then those of earlier versions. */
export function sourceFiles(source: Pick<Source, 'original' | 'working' | 'earlier'>): FileId[] {
  const versions = [source, ...(source.earlier ?? [])];
  return [...new Set(versions.flatMap(versionFiles))];
}

export function versionFiles({
  original,
  working,
}: Pick<SourceVersion, 'original' | 'working'>): FileId[] {
  return working === undefined ? [original.file] : [original.file, working.file];
}

/** The version a source is of, without what is said of it. */
export function versionOf({
  format,
  original,
  status,
  reason,
  working,
}: SourceVersion): SourceVersion {
  return {
    ...{ format, original, status },
    ...(reason === undefined ? {} : { reason }),
    ...(working === undefined ? {} : { working }),
  };
}

/** Whether offsets on a working copy are of the source's present text. One that was never renewed has had no other. */
export function isPresentText(
  { working, earlier }: Pick<Source, 'working' | 'earlier'>,
  workingFile: string,
): boolean {
  return earlier === undefined || working?.file === workingFile;
}

/** Originals it was of before, latest first; a text that was only read anew has none of its own. */
export function earlierOriginals({ original, earlier = [] }: Source): readonly Original[] {
  const seen = new Set([original.file]);
  return earlier.toReversed().flatMap(({ original: held }) => {
    if (seen.has(held.file)) return [];
    seen.add(held.file);
    return [held];
  });
}

/** Details a citation needs and does not have. */
export function missingDetails(details: SourceDetails): (keyof SourceDetails)[] {
  const missing: (keyof SourceDetails)[] = [];
  if (details.title.trim() === '') missing.push('title');
  if (details.publisher.trim() === '') missing.push('publisher');
  if (details.published.precision === 'none') missing.push('published');
  if (details.url.trim() !== '' && details.accessed === '') missing.push('accessed');
  return missing;
}
