// The citation of country-of-origin reports (COI):
//   publisher, “title”(link), [container,] date | n.d., [pinpoint,] last accessed: date
// It is generated from the source's details and the pinpoint; nobody types one, so it cannot drift from the library.
import { displayTitle, type Source } from '../evidence/source.ts';
import { citedDate, unambiguousDate } from './unambiguous-date.ts';

/**
 * A piece of a citation. `missing` stands where a detail is not known: an export says so in the open, in brackets,
 * because a reader must not take a gap for a complete reference.
 */
export type CitationPart =
  | { readonly kind: 'plain' | 'missing'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

type Cited = Pick<Source, 'details' | 'original'>;

/**
 * - no publisher: the author stands in; without either “[publisher not stated]”
 * - no title: the file's name in its place, with “[title not stated]”
 * - no date: “n.d.”
 * - a link, but no day of access: “[not stated]”; no link and no day: the clause is left out
 */
export function citationParts(source: Cited, pinpoint: string): readonly CitationPart[] {
  const { details } = source;
  const parts: CitationPart[] = [publisherPart(source), plain(', '), ...titleParts(source)];
  parts.push(plain(`, ${citedDate(details.published)}`));
  if (pinpoint !== '') parts.push(plain(`, ${pinpoint}`));
  parts.push(...accessParts(source));
  return parts;
}

/** The parts as one line of plain text. */
export function citationText(parts: readonly CitationPart[]): string {
  return parts.map((part) => part.text).join('');
}

/** The usual case: source and pinpoint in one line of plain text. */
export function cite(source: Cited, pinpoint: string): string {
  return citationText(citationParts(source, pinpoint));
}

function publisherPart({ details }: Cited): CitationPart {
  const name = oneLine(details.publisher) || oneLine(details.author);
  return name === '' ? missing('[publisher not stated]') : plain(name);
}

function titleParts(source: Cited): CitationPart[] {
  const title = plain(`“${nestedQuotes(oneLine(displayTitle(source)))}”`);
  const url = oneLine(source.details.url);
  const parts: CitationPart[] =
    url === '' ? [title] : [title, plain('('), { kind: 'link', text: url, url }, plain(')')];
  if (source.details.title.trim() === '') parts.push(plain(' '), missing('[title not stated]'));
  return parts;
}

function accessParts({ details }: Cited): CitationPart[] {
  const accessed = unambiguousDate(details.accessed);
  if (accessed !== '') return [plain(`, last accessed: ${accessed}`)];
  if (details.url.trim() === '') return [];
  return [plain(', last accessed: '), missing('[not stated]')];
}

/** Double quotation marks inside double ones become single ones; the marks of other scripts stay as they are. */
export function nestedQuotes(text: string): string {
  return text
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
    .replace(/(^|[\s([{‘—–-])"/g, '$1‘')
    .replace(/"/g, '’');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function plain(text: string): CitationPart {
  return { kind: 'plain', text };
}

function missing(text: string): CitationPart {
  return { kind: 'missing', text };
}
