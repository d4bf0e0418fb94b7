// What lies in the trash: removed sources and removed marks, with who removed them and when.
import { wordsOf } from '../../shared/evidence/mark.ts';
import { areaWords } from '../../shared/quote/area-words.ts';
import { passagesText } from '../../shared/evidence/quote.ts';
import { displayTitle } from '../../shared/evidence/source.ts';
import type { PersonId } from '../../shared/evidence/ids.ts';
import type { Change } from '../../shared/journal/change.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { TrashView } from './calls/trash.ts';

interface Removal {
  readonly at: number;
  readonly by: PersonId;
}

/** Marks of a removed source come back with it, so they are counted there and not listed. Latest removed first. */
export function viewTrash(
  { sources, marks, quotes, people }: LibraryState,
  changes: readonly Change[],
): Pick<TrashView, 'sources' | 'marks' | 'quotes'> {
  const removals = new Map<string, Removal>();
  for (const { kind, payload, at, person } of changes) {
    if (kind === 'source-removed') removals.set(payload.source, { at, by: person });
    if (kind === 'quote-removed') removals.set(payload.quote, { at, by: person });
    if (kind === 'unmarked') removals.set(payload.mark, { at, by: person });
  }
  const told = (id: string) => {
    const { at = 0, by } = removals.get(id) ?? {};
    const name = by === undefined ? undefined : people.get(by)?.name;
    return { removedAt: at, removedBy: name ?? 'someone' };
  };
  const all = [...marks.values()];
  const removedSources = [...sources.values()].filter(({ removed }) => removed);
  const removedMarks = all.flatMap((mark) => {
    const source = sources.get(mark.source);
    if (!mark.removed || source?.removed !== false) return [];
    const title = displayTitle(source);
    const quote = mark.area === undefined ? wordsOf(mark) : areaWords(mark, title, source.labels);
    return [{ id: mark.id, source: source.id, quote, title }];
  });
  return {
    sources: removedSources
      .map((source) => ({
        ...{ id: source.id, title: displayTitle(source), ...told(source.id) },
        marks: all.filter((mark) => mark.source === source.id).length,
      }))
      .sort((a, b) => b.removedAt - a.removedAt),
    marks: removedMarks
      .map((mark) => ({ ...mark, ...told(mark.id) }))
      .sort((a, b) => b.removedAt - a.removedAt),
    quotes: [...quotes.values()]
      .flatMap((quote) => {
        const source = sources.get(quote.source);
        if (!quote.removed || source?.removed !== false) return [];
        const { id } = quote;
        const title = displayTitle(source);
        return [{ ...{ id, source: source.id, title }, quote: passagesText(quote), ...told(id) }];
      })
      .sort((a, b) => b.removedAt - a.removedAt),
  };
}
