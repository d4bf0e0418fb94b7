// Proposals for a page's details, each with how sure it is. The host's "last updated" is never a date of publication.
import type { DocumentInfo, Proposal } from '../details/propose.ts';
import type { Confidence, PreciseDate, SourceDetails } from '../evidence/source.ts';
import type { PageHead } from './page-head.ts';
import { dayOf, type SavedFrom } from './saved-from.ts';
import { archivedAddress, hostOf, webAddress } from './web-address.ts';

type Field = readonly [keyof SourceDetails, string | PreciseDate | undefined, Confidence];

const ranks: readonly Confidence[] = ['stated', 'likely', 'guess'];
/** Where the file knows better than the text in it. */
const ownFirst: ReadonlySet<string> = new Set(['url', 'archiveUrl', 'accessed', 'title']);

/** What a page's head says of title and language, for who reads its text. */
export function headInfo(head: PageHead): DocumentInfo {
  return {
    title: titleOf(head, siteOf(head)).value,
    author: '',
    language: languageOf(head.language || (head.meta.get('content-language') ?? '')),
  };
}

/** The head's proposals joined with those of the text (`said`), which go before where both are as sure. */
export function pageDetails(head: PageHead, saved: SavedFrom, said: Proposal): Proposal {
  const own = headFields(head, saved);
  const ofText = Object.entries(said.details).flatMap(([field, value]): Field[] => {
    const name = field as keyof SourceDetails;
    const confidence = said.confidence[name];
    return confidence === undefined ? [] : [[name, value, confidence]];
  });
  const first = own.filter(([field]) => ownFirst.has(field));
  const all = [...first, ...ofText, ...own].filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const bySureness = ranks.flatMap((rank) => all.filter(([, , confidence]) => confidence === rank));
  const details: Record<string, string | PreciseDate> = {};
  const confidence: Record<string, Confidence> = {};
  for (const [field, value, sure] of bySureness) {
    if (value === undefined || field in details) continue;
    details[field] = value;
    confidence[field] = sure;
  }
  const site = siteOf(head);
  const publisher = details['publisher'];
  if (site !== '' && typeof publisher === 'string' && fold(publisher) !== fold(site)) {
    details['republisher'] ??= site;
    confidence['republisher'] ??= 'likely';
  }
  return { details, confidence };
}

function siteOf({ meta }: PageHead): string {
  const names = ['og:site_name', 'application-name', 'twitter:site'];
  const said = (names.map((name) => meta.get(name) ?? '').find(Boolean) ?? '').replace(/^@/, '');
  // Some give their address, or a slogan after their name.
  const [name = ''] = (hostOf(said) || said).split(/\s+\|\s/);
  return name.trim();
}

function headFields(head: PageHead, saved: SavedFrom): readonly Field[] {
  const { meta, linked } = head;
  const first = (...names: string[]) =>
    names.map((name) => meta.get(name) ?? '').find(Boolean) ?? '';
  const address = addressOf(head, saved);
  const site = siteOf(head);
  const title = titleOf(head, site);
  const published =
    linked.published ||
    first(
      ...['article:published_time', 'citation_publication_date', 'citation_date'],
      ...['dcterms.issued', 'dc.date.issued', 'datepublished'],
    ) ||
    (head.publishedTimes[0] ?? '');
  const updated =
    linked.modified ||
    first('article:modified_time', 'og:updated_time', 'dcterms.modified', 'datemodified');
  const author =
    linked.authors.join('; ') ||
    plainName(first('author', 'citation_author', 'dc.creator', 'article:author'));
  return [
    ['title', title.value, title.confidence],
    [
      'publisher',
      linked.publisher || first('citation_publisher', 'dc.publisher', 'dcterms.publisher'),
      'stated',
    ],
    ['publisher', site, 'likely'],
    ['publisher', hostOf(address.url ?? ''), 'guess'],
    ['author', author, 'likely'],
    ['published', dateOf(published), 'stated'],
    ['updated', dayOf(updated), 'stated'],
    ['container', first('citation_journal_title', 'citation_inbook_title'), 'stated'],
    ['language', languageOf(first('og:locale')), 'likely'],
    ['url', address.url, address.confidence],
    ['archiveUrl', address.archive, 'stated'],
    ['accessed', saved.on, 'stated'],
  ];
}

interface Address {
  readonly url: string | undefined;
  readonly archive?: string;
  readonly confidence: Confidence;
}

/** Where it was saved goes before what the page calls itself; of an archive's copy the original is the address. */
function addressOf(head: PageHead, { url }: SavedFrom): Address {
  const own = webAddress(head.canonical, url) ?? webAddress(head.meta.get('og:url') ?? '', url);
  if (url === undefined) return { url: own, confidence: 'likely' };
  const original = archivedAddress(url);
  return original === undefined
    ? { url, confidence: 'stated' }
    : { url: original, archive: url, confidence: 'stated' };
}

function titleOf(
  { title, meta, headings, linked }: PageHead,
  site: string,
): { readonly value: string; readonly confidence: Confidence } {
  const named = [
    linked.headline,
    meta.get('og:title') ?? '',
    meta.get('citation_title') ?? '',
    title,
  ].map((one) => withoutSite(one, site));
  const known = named.find((one) => one !== '') ?? '';
  // The page's one heading, where the title for machines is that or holds it.
  const heading = headings.length === 1 ? (headings[0] ?? '') : '';
  const agrees = heading !== '' && named.some((one) => fold(one).includes(fold(heading)));
  if (agrees && heading.length > 3) return { value: heading, confidence: 'stated' };
  if (known !== '')
    return {
      value: known,
      confidence: linked.headline === '' && !meta.has('og:title') ? 'likely' : 'stated',
    };
  return { value: heading, confidence: 'likely' };
}

function withoutSite(title: string, site: string): string {
  if (site === '') return title;
  for (const sign of [' | ', ' - ', ' – ', ' — ', ' · ', ' :: ', ' » ', ': ']) {
    const end = title.lastIndexOf(sign);
    if (end > 0 && fold(title.slice(end + sign.length)) === fold(site)) return title.slice(0, end);
    const start = title.indexOf(sign);
    if (start > 0 && fold(title.slice(0, start)) === fold(site))
      return title.slice(start + sign.length);
  }
  return title;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An address of a profile is no name. */
function plainName(author: string): string {
  return /^https?:/i.test(author) ? '' : author;
}

function dateOf(text: string): PreciseDate | undefined {
  const day = dayOf(text);
  if (day !== undefined) return { value: day, precision: 'day' };
  const part = /^\s*(\d{4})(?:[-/](0[1-9]|1[0-2]))?(?![\d])/.exec(text);
  if (part?.[1] === undefined) return undefined;
  return part[2] === undefined
    ? { value: part[1], precision: 'year' }
    : { value: `${part[1]}-${part[2]}`, precision: 'month' };
}

function languageOf(tag: string): string {
  const [first = ''] = tag
    .trim()
    .replaceAll('_', '-')
    .split(/[,;\s]/);
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(first) ? first : '';
}
