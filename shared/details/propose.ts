// What a document says of itself: proposals for its details, each with how sure it is, for a person to confirm. A host's
// “last updated” is no publication date, and a file's dates are neither.
import type {
  Confidence,
  DetailsConfidence,
  PreciseDate,
  SourceDetails,
} from '../evidence/source.ts';
import { readDate } from '../text/dates.ts';
import { readAddresses } from './addresses.ts';
import { bylineOf, personName } from './byline.ts';
import { countryOf } from './countries.ts';
import { readDisclaimer } from './disclaimer.ts';
import { documentTypeOf, seriesInTitle } from './document-type.ts';
import { stated, type Found } from './found.ts';
import { loneDate, readImprint, rightsOwner } from './imprint.ts';
import { readLabels, type LabelledFields } from './labels.ts';
import { documentLines, type DescribedText } from './opening.ts';
import { isOrganisation, sourceTypeOf } from './organisation-words.ts';
import { fold, headingTitle, isTitle, linesAbove, titleAbove } from './title.ts';
import { writtenLanguage } from './written-language.ts';

/** What the file says apart from its text: a PDF's document information, a web page's meta elements, a mail's head. */
export interface DocumentInfo {
  readonly title: string;
  /** Often a login or a program. */
  readonly author: string;
  /** BCP 47, where the file names it. */
  readonly language?: string;
}

export interface Proposal {
  readonly details: Partial<SourceDetails>;
  readonly confidence: DetailsConfidence;
}

type FoundDetails = {
  readonly [Field in keyof SourceDetails]?: Found<SourceDetails[Field]> | undefined;
};

export function proposeDetails(work: DescribedText, info?: DocumentInfo): Proposal {
  const lines = documentLines(work);
  const { opening, closing } = lines;
  const { fields, lines: labelled } = readLabels(opening);
  const byline = bylineOf(opening);
  const isOther = (index: number) => labelled.has(index) || index === byline.index;
  const imprint = readImprint(opening);
  const owner = rightsOwner(closing);
  const above = linesAbove(opening, isOther);
  const saidPublisher = stated(fields.publisher ?? '') ?? imprint.publisher;
  const title = titleOf(work, fields, info, above, saidPublisher?.value ?? owner);
  const publisher = saidPublisher ?? unsaidPublisher(opening, owner, title?.value ?? '');
  const issue = seriesInTitle(title?.value ?? '', publisher?.value ?? '');
  const published = dateOf(fields.published) ?? imprint.published;
  const updated = readDate(fields.updated ?? '');
  const found: FoundDetails = {
    title,
    publisher,
    author: authorOf(fields, byline.name, info),
    published: published ?? loneDate(opening, isOther),
    ...readAddresses(fields, opening, closing),
    language: languageOf(work, info),
    country: stated(fields.country ?? '') ?? countryOf(title?.value ?? '', opening.join('\n')),
    ...readDisclaimer(fields, opening, closing),
    container: stated(fields.container ?? ''),
    series: stated(fields.series ?? '') ?? issue?.series,
    edition: stated(fields.edition ?? '') ?? issue?.edition,
    documentType:
      stated(fields.documentType ?? '') ??
      documentTypeOf([title?.value ?? '', imprint.kind ?? ''], pathAbove(work)),
    sourceType: sourceTypeOf(publisher?.value ?? ''),
    updated:
      updated?.precision === 'day' ? { value: updated.value, confidence: 'stated' } : undefined,
    citeAs: stated(fields.citeAs ?? ''),
  };
  return split(found);
}

function split(found: FoundDetails): Proposal {
  const named = Object.entries(found).flatMap(([field, one]) =>
    one === undefined || one.value === '' ? [] : [{ field, one }],
  );
  return {
    details: Object.fromEntries(named.map(({ field, one }) => [field, one.value])),
    confidence: Object.fromEntries(named.map(({ field, one }) => [field, one.confidence])),
  };
}

function titleOf(
  work: DescribedText,
  fields: LabelledFields,
  info: DocumentInfo | undefined,
  above: readonly string[],
  publisher: string,
): Found<string> | undefined {
  const own = info?.title.replace(/\s+/g, ' ').trim() ?? '';
  if (isTitle(own)) return { value: own, confidence: 'stated' };
  const heading = headingTitle(work);
  // A masthead may be the largest heading.
  const isMasthead = heading !== undefined && fold(heading.value) === fold(publisher);
  return (
    stated(fields.title ?? '') ?? (isMasthead ? undefined : heading) ?? titleAbove(above, publisher)
  );
}

/** A masthead at the top, or who owns the rights. */
function unsaidPublisher(
  opening: readonly string[],
  owner: string,
  title: string,
): Found<string> | undefined {
  const masthead = opening
    .slice(0, 3)
    .find(
      (line) =>
        line !== title && (isOrganisation(line) || (owner !== '' && fold(line) === fold(owner))),
    );
  if (masthead !== undefined) {
    const confidence: Confidence = fold(masthead) === fold(owner) ? 'likely' : 'guess';
    return { value: masthead, confidence };
  }
  return owner === '' ? undefined : { value: owner, confidence: 'likely' };
}

function authorOf(
  fields: LabelledFields,
  byline: string,
  info: DocumentInfo | undefined,
): Found<string> | undefined {
  const named = stated(fields.author ?? '');
  if (named) return named;
  if (byline !== '') return { value: byline, confidence: 'likely' };
  const own = personName(info?.author ?? '');
  return own === '' ? undefined : { value: own, confidence: 'guess' };
}

function dateOf(value: string | undefined): Found<PreciseDate> | undefined {
  const date = readDate(value ?? '');
  return date && { value: date, confidence: 'stated' };
}

function languageOf(
  { text, ranges }: DescribedText,
  info: DocumentInfo | undefined,
): Found<string> | undefined {
  const own = ranges
    .filter(({ kind }) => kind === 'boilerplate')
    .reduceRight(
      (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
      text.slice(0, 40_000),
    );
  const read = writtenLanguage(own);
  const said = info?.language?.trim() ?? '';
  if (/^[a-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3}$/i.test(said)) {
    const agrees = read === '' || read.split('-')[0] === said.toLowerCase().split('-')[0];
    if (agrees) return { value: read.startsWith('zh-') ? read : said, confidence: 'stated' };
  }
  return read === '' ? undefined : { value: read, confidence: 'likely' };
}

/** Where the page lies on its site: "Home > Opinion > Letters". */
function pathAbove({ text, ranges }: DescribedText): string {
  const first = ranges.find(({ kind, start }) => kind === 'boilerplate' && start < 1000);
  return first === undefined ? '' : text.slice(first.start, Math.min(first.end, first.start + 300));
}
