// Statements that a source does not mention something, each held against the texts as they are now.
import { RelatedSources } from '../../shared/evidence/relation.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { displayTitle, type Source } from '../../shared/evidence/source.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import { findTerms } from '../../shared/statement/find-terms.ts';
import type { CheckedStatement } from './calls/sources.ts';

/** Places that are told of one source; the rest is counted. */
const mostTold = 20;
const around = 40;

/** Those of one source, the oldest first: in its own text, and in its copies and editions. */
export async function checkStatements(
  state: LibraryState,
  id: SourceId,
  read: (source: Source) => Promise<string | undefined>,
): Promise<readonly CheckedStatement[]> {
  const own = state.sources.get(id);
  const made = [...state.statements.values()].filter(
    ({ source, removed }) => source === id && !removed,
  );
  if (own?.removed !== false || made.length === 0) return [];
  const beside = new RelatedSources(state.relations.values()).of(id).flatMap((related) => {
    const source = state.sources.get(related.source);
    return source?.removed === false ? [{ source, relation: related.relation }] : [];
  });
  const texts: (Pick<CheckedStatement['checks'][number], 'source' | 'title' | 'relation'> & {
    readonly text: string | undefined;
  })[] = [];
  for (const { source, relation } of [{ source: own, relation: null }, ...beside]) {
    const title = displayTitle(source);
    texts.push({ source: source.id, title, relation, text: await read(source) });
  }
  return made
    .sort((a, b) => a.madeAt - b.madeAt)
    .map(({ id: statement, terms, madeAt }) => ({
      ...{ statement, terms, madeAt },
      checks: texts.map(({ text, ...told }) => {
        const places = text === undefined ? [] : findTerms(terms, text);
        return {
          ...told,
          hasText: text !== undefined,
          count: places.length,
          places: places.slice(0, mostTold).map(({ start, end }) => ({
            ...{ start, end },
            words: (text ?? '').slice(Math.max(0, start - around), end + around),
          })),
        };
      }),
    }));
}
