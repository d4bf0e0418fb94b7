// What the screens see of the library: the removed left out, counted and sorted.
import { firstColourWords } from '../../shared/evidence/colour-words.ts';
import type { MarkId, SourceId, TagId } from '../../shared/evidence/ids.ts';
import { byPageAndHeight } from '../../shared/evidence/mark-order.ts';
import { wordsOf, type Mark } from '../../shared/evidence/mark.ts';
import type { Person } from '../../shared/evidence/person.ts';
import type { Quote } from '../../shared/evidence/quote.ts';
import { RelatedSources, type RelatedSource } from '../../shared/evidence/relation.ts';
import { displayTitle, type Source } from '../../shared/evidence/source.ts';
import type { Tag } from '../../shared/evidence/tag.ts';
import { seenTag, seenTags, seenTree, withAllBelow } from '../../shared/library/tag-tree.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { SearchableMark } from '../../shared/search/answer.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import type { LibraryView } from './calls/library.ts';
import type { SourceHarm } from './calls/safekeeping.ts';

export const unknownPerson: Omit<Person, 'id'> = { name: 'someone', colour: '#7b7d86' };

/** Marks that stand and whose source stands, with the tags that are seen of theirs. */
export function standingMarks(state: LibraryState): Mark[] {
  return [...state.marks.values()].flatMap((mark) => {
    if (mark.removed || state.sources.get(mark.source)?.removed !== false) return [];
    const tags = seenTags(state.tags, mark.tags);
    return [tags === mark.tags ? mark : { ...mark, tags }];
  });
}

export function standingQuotes(state: LibraryState): Quote[] {
  return [...state.quotes.values()].filter(
    (quote) => !quote.removed && state.sources.get(quote.source)?.removed === false,
  );
}

export function viewLibrary(
  state: LibraryState,
  harmOf: (source: Source) => SourceHarm | undefined = () => undefined,
): LibraryView {
  const marks = standingMarks(state);
  const related = new RelatedSources(state.relations.values());
  const isHere = ({ source }: RelatedSource) => state.sources.get(source)?.removed === false;
  const perSource = new Map<SourceId, number>();
  for (const mark of marks) perSource.set(mark.source, (perSource.get(mark.source) ?? 0) + 1);
  return {
    people: [...state.people.values()],
    tags: viewTags(state, marks),
    removedTags: [...state.tags.values()].filter(({ removed }) => removed).sort(byName),
    sources: standingSources(state)
      .map((source) => {
        const harm = harmOf(source);
        const marks = perSource.get(source.id) ?? 0;
        return {
          ...source,
          marks,
          related: related.of(source.id).filter(isHere),
          ...(harm === undefined ? {} : { harm }),
        };
      })
      .sort((a, b) => b.importedAt - a.importedAt),
    organisations: [...state.organisations.values()]
      .filter(({ name }) => name !== '')
      .sort((a, b) => a.name.localeCompare(b.name)),
    markCount: marks.length,
    quoteCount: standingQuotes(state).length,
  };
}

function viewTags(state: LibraryState, marks: readonly Mark[]): LibraryView['tags'] {
  const tree = seenTree(state.tags);
  const perTag = new Map<TagId, MarkId[]>();
  for (const { id, tags } of marks) {
    for (const tag of tags) {
      const tagged = perTag.get(tag);
      if (tagged === undefined) perTag.set(tag, [id]);
      else tagged.push(id);
    }
  }
  return tree
    .map((tag) => {
      const below = [...withAllBelow(tree, tag.id)];
      const all =
        below.length > 1 ? new Set(below.flatMap((id) => perTag.get(id) ?? [])) : undefined;
      const own = perTag.get(tag.id)?.length ?? 0;
      return { ...tag, marks: own, marksBelow: all?.size ?? own };
    })
    .sort(byName);
}

function byName(a: Tag, b: Tag): number {
  return a.name.localeCompare(b.name);
}

export function marksOfSource(state: LibraryState, source: SourceId): Mark[] {
  return standingMarks(state)
    .filter((mark) => mark.source === source)
    .sort(inDocumentOrder);
}

/** Sources by title, marks in document order within each. The sections they stand in are not known here. */
export function viewQuotes(state: LibraryState, wanted: readonly MarkId[] | null): QuotedMark[] {
  const chosen = wanted === null ? undefined : new Set(wanted);
  const quoted = standingMarks(state)
    .filter((mark) => chosen?.has(mark.id) ?? true)
    .flatMap((mark): QuotedMark[] => {
      const source = state.sources.get(mark.source);
      if (source === undefined) return [];
      return [
        {
          mark,
          source,
          tags: mark.tags.flatMap((id) => seenTag(state.tags, id) ?? []),
          markedBy: state.people.get(mark.markedBy) ?? { ...unknownPerson, id: mark.markedBy },
          section: '',
          paragraph: '',
          unverified: false,
        },
      ];
    });
  return quoted.sort(
    (a, b) =>
      displayTitle(a.source).localeCompare(displayTitle(b.source)) ||
      (a.source.id < b.source.id ? -1 : Number(a.source.id !== b.source.id)) ||
      inDocumentOrder(a.mark, b.mark),
  );
}

export function searchable(state: LibraryState, mark: Mark): SearchableMark {
  const source = state.sources.get(mark.source);
  return {
    mark: mark.id,
    source: mark.source,
    text: mark.reading === '' ? wordsOf(mark) : `${wordsOf(mark)} · ${mark.reading}`,
    note: mark.note,
    tags: mark.tags.flatMap((id) => seenTag(state.tags, id)?.name ?? []),
    title: source === undefined ? '' : displayTitle(source),
    colours: [firstColourWords[mark.colour], state.settings.colourMeanings[mark.colour] ?? ''],
    by: state.people.get(mark.markedBy)?.name ?? '',
    published: source?.details.published.value ?? '',
  };
}

/** The source that holds the same bytes and stands, if any. */
export function findByDigest(state: LibraryState, sha256: string): Source | undefined {
  return standingSources(state).find((source) => source.original.sha256 === sha256);
}

function standingSources(state: LibraryState): Source[] {
  return [...state.sources.values()].filter((source) => !source.removed);
}

function inDocumentOrder(a: Mark, b: Mark): number {
  return (
    a.anchor.start - b.anchor.start ||
    a.anchor.end - b.anchor.end ||
    byPageAndHeight(a, b) ||
    a.markedAt - b.markedAt
  );
}
