// Which sources the table shows, and in which order. Plain values in, plain values out.
import { canBeOpened } from '../../shared/evidence/readable.ts';
import { displayTitle, missingDetails, type SourceDetails } from '../../shared/evidence/source.ts';
import type { LibraryView } from '../vault/calls/library.ts';

export type LibrarySource = LibraryView['sources'][number];

export const facets = [
  'readable',
  'unreadable',
  'needs-details',
  'proposed',
  'marked',
  'unmarked',
  'unread',
  'reading',
  'done',
] as const;
export type Facet = (typeof facets)[number];

export type SortKey = 'title' | 'publisher' | 'published' | 'words' | 'marks' | 'added';

export interface Sorting {
  readonly by: SortKey;
  readonly direction: 'ascending' | 'descending';
}

const facetTests: Readonly<Record<Facet, (source: LibrarySource) => boolean>> = {
  readable: ({ status }) => status === 'text',
  // A picture is neither: it can be looked at.
  unreadable: (source) => !canBeOpened(source),
  'needs-details': ({ details }) => missingDetails(details).length > 0,
  proposed: ({ proposed = {} }) => Object.keys(proposed).length > 0,
  marked: ({ marks }) => marks > 0,
  unmarked: ({ marks }) => marks === 0,
  unread: ({ status, reading }) => status === 'text' && reading === undefined,
  reading: ({ reading }) => reading?.state === 'reading',
  done: ({ reading }) => reading?.state === 'done',
};

export function hasFacet(source: LibrarySource, facet: Facet): boolean {
  return facetTests[facet](source);
}

/** Sources that have all facets and every word of the text somewhere in what is known of them. */
export function filterSources(
  sources: readonly LibrarySource[],
  text: string,
  chosen: ReadonlySet<Facet>,
): readonly LibrarySource[] {
  const words = foldForFilter(text).split(/\s+/).filter(Boolean);
  return sources.filter((source) => {
    if (![...chosen].every((facet) => hasFacet(source, facet))) return false;
    const details = Object.values(source.details) as readonly SourceDetails[keyof SourceDetails][];
    const known = details.map((value) => (typeof value === 'string' ? value : value.value));
    const folded = foldForFilter([source.original.name, ...known].join('\n'));
    return words.every((word) => folded.includes(word));
  });
}

/** Letters without case and accents. */
function foldForFilter(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const inOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const comparisons: Readonly<Record<SortKey, (a: LibrarySource, b: LibrarySource) => number>> = {
  title: (a, b) => inOrder.compare(displayTitle(a), displayTitle(b)),
  publisher: (a, b) => inOrder.compare(a.details.publisher, b.details.publisher),
  published: (a, b) => inOrder.compare(a.details.published.value, b.details.published.value),
  words: (a, b) => (a.working?.words ?? 0) - (b.working?.words ?? 0),
  marks: (a, b) => a.marks - b.marks,
  added: (a, b) => a.importedAt - b.importedAt,
};

/** What is not known comes last in both directions; equals keep the order they came in. */
export function sortSources(
  sources: readonly LibrarySource[],
  { by, direction }: Sorting,
): readonly LibrarySource[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...sources].sort((a, b) => {
    const unknown = Number(isUnknown(a, by)) - Number(isUnknown(b, by));
    return unknown !== 0 ? unknown : sign * comparisons[by](a, b);
  });
}

function isUnknown({ details }: LibrarySource, by: SortKey): boolean {
  if (by === 'publisher') return details.publisher === '';
  return by === 'published' && details.published.value === '';
}

/** As they came in, the newest first. */
export const startSorting: Sorting = { by: 'added', direction: 'descending' };

/**
 * The first click on a column shows what people look for first: the newest and the most, but A before Z. The second turns
 * it round, the third goes back to the start.
 */
export function nextSorting(sorting: Sorting, by: SortKey): Sorting {
  const first = by === 'title' || by === 'publisher' ? 'ascending' : 'descending';
  if (sorting.by !== by) return { by, direction: first };
  if (sorting.direction !== first) return startSorting;
  return { by, direction: first === 'ascending' ? 'descending' : 'ascending' };
}
