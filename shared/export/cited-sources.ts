// The sources of a report's quotes, as its list of sources prints them.
import { organisationOf } from '../evidence/organisation-names.ts';
import type { Organisation } from '../evidence/organisation.ts';
import { displayTitle, missingDetails, type Source } from '../evidence/source.ts';
import { citationParts, type CitationPart } from '../quote/citation.ts';
import type { Quotable } from '../quote/quotable.ts';
import { compareText } from './group-quoted.ts';

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

export function citeSources(
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
