// What every export format is made from: the quotes in order, their groups, the sources they stand in.
import { rangesOf, type MarkColour, type TextAnchor } from '../evidence/mark.ts';
import { firstColourWords, type ColourWords } from '../evidence/colour-words.ts';
import type { Organisation } from '../evidence/organisation.ts';
import { organisationOf } from '../evidence/organisation-names.ts';
import type { Bytes } from '../bytes.ts';
import type { MarkId, QuoteId } from '../evidence/ids.ts';
import { displayTitle, missingDetails, type Source } from '../evidence/source.ts';
import type { Translation } from '../evidence/translation.ts';
import type { Elsewhere } from '../quote/in-related.ts';
import { areaWords } from '../quote/area-words.ts';
import { citationParts, type CitationPart } from '../quote/citation.ts';
import type { QuoteProof } from '../quote/composed-quote.ts';
import { isComposed, pinpointOf, quotableId, type Quotable } from '../quote/quotable.ts';
import { printedOf } from '../quote/quoted-mark.ts';
import type { ReportStatement } from './statements.ts';
import { printedQuote, type QuotePiece } from '../quote/render-quote.ts';

export type GroupBy = 'tag' | 'source';

export interface ReportOptions {
  readonly groupBy: GroupBy;
  readonly title: string;
  /** Milliseconds since 1970; the only moment that appears in the files. */
  readonly generatedAt: number;
  readonly appVersion: string;
  /** Ten words that stand for the locker's journal when the report was made; absent where nothing can be written to it. */
  readonly sealPhrase?: string;
}

/** The cut-out of a marked area: pixels and nothing else. */
export interface ReportPicture {
  readonly png: Bytes;
  readonly width: number;
  readonly height: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A marked area of a page, which has no words. */
export interface ReportArea {
  /** Index of its page, from 0. */
  readonly page: number;
  /** In points of a PDF's page, or pixels of an upright picture, from the top left. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its text alternative. */
  readonly words: string;
  /** Absent where its page could not be drawn. */
  readonly picture?: ReportPicture;
}

/** One mark or composed quote, numbered. No person's name is in it: an export must not tell who worked on a case. */
export interface ReportQuote {
  /** From 1, in order of first appearance; the same in every format. */
  readonly number: number;
  readonly id: MarkId | QuoteId;
  readonly isComposed: boolean;
  /** A mark's passage as it stands in the working text, unchanged; a quote as printed, emphasis between asterisks. */
  readonly exact: string;
  /** A quote's print, for formats that have italics. */
  readonly pieces?: readonly QuotePiece[];
  /** One for each range of a mark, or stretch a quote prints; `exact` has `[...]` between them. */
  readonly anchors: readonly TextAnchor[];
  /** A quote has none. */
  readonly colour?: MarkColour;
  /** What the colour means to the locker's people. */
  readonly colourName?: string;
  /** Of an area mark. */
  readonly area?: ReportArea;
  readonly note: string;
  /** How a person reads the words where extraction got them wrong; said beside them, never in their place. */
  readonly reading?: string;
  readonly tags: readonly string[];
  readonly pinpoint: string;
  readonly section: string;
  readonly citation: readonly CitationPart[];
  readonly source: CitedSource;
  /** How its words agree with the source's; absent where nobody asked. */
  readonly proof?: QuoteProof;
  readonly translation?: Translation;
  /** In copies and editions of its source; only of composed quotes. */
  readonly elsewhere?: Elsewhere;
}

export interface CitedSource {
  /** From 1, by title. */
  readonly number: number;
  readonly title: string;
  readonly citation: readonly CitationPart[];
  readonly missing: readonly string[];
  /** “Series, edition”; empty where neither is known. */
  readonly series: string;
  /** How its publisher introduces itself, and what the source or its publisher disclaims; each may be empty. */
  readonly selfDescription: string;
  readonly disclaimer: string;
  readonly url: string;
  readonly language: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly extractor: string;
  /** When it came into the locker, milliseconds since 1970. */
  readonly capturedAt: number;
  readonly quotes: number;
  /** Its original or text was not whole when this was made. */
  readonly unverified: boolean;
}

export interface QuoteGroup {
  readonly heading: string;
  readonly quotes: readonly ReportQuote[];
}

export interface QuoteReport extends ReportOptions {
  /** By tag, a quote with several tags stands in each of their groups, under its one number. */
  readonly groups: readonly QuoteGroup[];
  /** Each quote once, by number. */
  readonly quotes: readonly ReportQuote[];
  readonly sources: readonly CitedSource[];
  readonly statements: readonly ReportStatement[];
}

/** What the locker knows beside the quotes. */
export interface ReportSurroundings {
  readonly colourWords: ColourWords;
  readonly organisations: readonly Organisation[];
}

const bare: ReportSurroundings = { colourWords: firstColourWords, organisations: [] };

/** `quoted` in document order, sources by title (`inSourceOrder`). */
export function buildReport(
  quoted: readonly Quotable[],
  options: ReportOptions,
  pictures: ReadonlyMap<MarkId, ReportPicture> = new Map(),
  statements: readonly ReportStatement[] = [],
  { colourWords, organisations }: ReportSurroundings = bare,
): QuoteReport {
  const sources = citeSources(quoted, organisations);
  const groups = groupQuoted(quoted, options.groupBy);
  const numbered = new Map<string, ReportQuote>();
  for (const one of groups.flatMap((group) => group.quoted)) {
    const source = sources.get(one.source.id);
    if (source === undefined || numbered.has(quotableId(one))) continue;
    numbered.set(quotableId(one), {
      ...reportQuote(one, numbered.size + 1, source),
      ...(isComposed(one) ? {} : { colourName: colourWords[one.mark.colour] }),
      ...areaOf(one, pictures),
    });
  }
  return {
    ...options,
    groups: groups.map(({ heading, quoted: members }) => ({
      heading,
      quotes: members.flatMap((one) => numbered.get(quotableId(one)) ?? []),
    })),
    quotes: [...numbered.values()],
    sources: [...sources.values()],
    statements,
  };
}

const untagged = 'Without a tag';

interface QuotedGroup {
  /** Two sources may have one title, two tags never one id. */
  readonly key: string;
  readonly heading: string;
  readonly quoted: readonly Quotable[];
}

/** Groups by tag name, those without a tag last; or by source, in the order given. */
export function groupQuoted(quoted: readonly Quotable[], groupBy: GroupBy): readonly QuotedGroup[] {
  const groups = new Map<string, { key: string; heading: string; quoted: Quotable[] }>();
  const put = (key: string, heading: string, one: Quotable): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, heading, quoted: [one] });
    else group.quoted.push(one);
  };
  for (const one of quoted) {
    if (groupBy === 'source') put(one.source.id, displayTitle(one.source), one);
    else if (one.tags.length === 0) put('', untagged, one);
    else for (const tag of one.tags) put(tag.id, tag.name, one);
  }
  if (groupBy === 'source') return [...groups.values()];
  return [...groups.values()].sort(byTagName);
}

function byTagName(a: QuotedGroup, b: QuotedGroup): number {
  if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
  return compareText(a.heading.toLowerCase(), b.heading.toLowerCase()) || compareText(a.key, b.key);
}

// By code unit and not by locale: the same marks must give the same bytes on every machine.
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function citeSources(
  quoted: readonly Quotable[],
  organisations: readonly Organisation[],
): ReadonlyMap<string, CitedSource> {
  const counts = new Map<string, { source: Source; quotes: number; unverified: boolean }>();
  for (const { source, unverified } of quoted) {
    const count = counts.get(source.id);
    if (count === undefined) counts.set(source.id, { source, quotes: 1, unverified });
    else count.quotes++;
  }
  const sorted = [...counts.values()].sort(
    (a, b) =>
      compareText(displayTitle(a.source).toLowerCase(), displayTitle(b.source).toLowerCase()) ||
      compareText(a.source.id, b.source.id),
  );
  return new Map(
    sorted.map(({ source, quotes, unverified }, index) => [
      source.id,
      { ...citedSource(source, index + 1, quotes, organisations), unverified },
    ]),
  );
}

function citedSource(
  source: Source,
  number: number,
  quotes: number,
  organisations: readonly Organisation[],
): Omit<CitedSource, 'unverified'> {
  const { details, original, working, importedAt } = source;
  const publisher = organisationOf(organisations, details.publisher);
  return {
    number,
    title: displayTitle(source),
    citation: citationParts(source, ''),
    missing: missingDetails(details),
    series: [details.series, details.edition]
      .map((part) => part.trim())
      .filter(Boolean)
      .join(', '),
    selfDescription: publisher?.selfDescription.trim() ?? '',
    disclaimer: details.disclaimer.trim() || (publisher?.disclaimer.trim() ?? ''),
    url: details.url.trim(),
    language: details.language,
    fileName: original.name,
    mediaType: original.mediaType,
    sizeBytes: original.sizeBytes,
    sha256: original.sha256,
    extractor: working?.extractor ?? '',
    capturedAt: importedAt,
    quotes,
  };
}

function reportQuote(one: Quotable, number: number, source: CitedSource): ReportQuote {
  const place = pinpointOf(one);
  return {
    ...{ number, id: quotableId(one), isComposed: isComposed(one) },
    ...wordsOf(one),
    tags: one.tags.map((tag) => tag.name),
    pinpoint: place,
    section: one.section,
    citation: citationParts(one.source, place),
    source,
    ...(one.proof === undefined ? {} : { proof: one.proof }),
    ...(isComposed(one) && one.quote.translation !== undefined
      ? { translation: one.quote.translation }
      : {}),
    ...(isComposed(one) && one.elsewhere !== undefined ? { elsewhere: one.elsewhere } : {}),
  };
}

function areaOf(
  one: Quotable,
  pictures: ReadonlyMap<MarkId, ReportPicture>,
): Pick<ReportQuote, 'area'> {
  if (isComposed(one) || one.mark.area === undefined) return {};
  const picture = pictures.get(one.mark.id);
  const words = areaWords(one.mark, displayTitle(one.source), one.source.labels);
  return { area: { ...one.mark.area, words, ...(picture === undefined ? {} : { picture }) } };
}

type Words = Pick<ReportQuote, 'exact' | 'pieces' | 'anchors' | 'colour' | 'note' | 'reading'>;

function wordsOf(one: Quotable): Words {
  if (!isComposed(one)) {
    const { colour, note, reading } = one.mark;
    const exact = printedOf(one);
    const read = reading === '' ? {} : { reading };
    return { exact, anchors: rangesOf(one.mark), colour, note, ...read };
  }
  const { pieces, quote } = one;
  const anchors = quote.passages.map(({ anchor }) => anchor);
  return { exact: printedQuote(pieces), pieces, anchors, note: quote.note };
}
