// The search index beside the state: built when first asked, then kept in step with every change.
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Change } from '../../shared/journal/change.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { SearchAnswer } from '../../shared/search/answer.ts';
import { createMarkSearch, type MarkSearch } from '../../shared/search/mark-search.ts';
import { searchable, standingMarks } from './library-view.ts';

export class LiveSearch {
  #state: LibraryState;
  #index: MarkSearch | undefined;

  constructor(state: LibraryState) {
    this.#state = state;
  }

  search(query: string, limit: number): SearchAnswer {
    this.#index ??= createMarkSearch(
      standingMarks(this.#state)
        .sort((a, b) => a.markedAt - b.markedAt)
        .map((mark) => searchable(this.#state, mark)),
    );
    return this.#index.search(query, limit);
  }

  /** Anew: nothing is kept of what is not in `state`. */
  begin(state: LibraryState): void {
    this.#state = state;
    this.#index = undefined;
  }

  update(state: LibraryState, changes: readonly Change[]): void {
    this.#state = state;
    if (this.#index === undefined) return;
    const touched = touchedMarks(changes);
    if (touched === 'many') {
      this.#index = undefined;
      return;
    }
    for (const id of touched) {
      const mark = state.marks.get(id);
      const stands = mark?.removed === false && state.sources.get(mark.source)?.removed === false;
      if (stands) this.#index.put(searchable(state, mark));
      else this.#index.remove(id);
    }
  }
}

/** Marks whose searchable text may have changed; `many` where a whole source's or tag's marks did. */
function touchedMarks(changes: readonly Change[]): ReadonlySet<MarkId> | 'many' {
  const touched = new Set<MarkId>();
  for (const change of changes) {
    switch (change.kind) {
      case 'marked':
        touched.add(change.payload.mark.id);
        break;
      case 'reading-corrected':
      case 'noted':
      case 'tagged':
      case 'untagged':
      case 'unmarked':
      case 'remarked':
      case 'mark-coloured':
        touched.add(change.payload.mark);
        break;
      case 'marks-placed':
        for (const { mark } of change.payload.marks) touched.add(mark);
        break;
      case 'tag-renamed':
      case 'tag-changed':
      case 'tag-merged':
      case 'source-described':
      case 'source-removed':
      case 'source-restored':
      case 'purged':
      case 'person-named':
      case 'settings-changed':
        return 'many';
      case 'locker-created':
      case 'tag-made':
      case 'source-imported':
      case 'source-renewed':
      case 'sources-related':
      case 'mark-restyled':
      case 'reviewed':
      case 'organisation-described':
      case 'pages-labelled':
      case 'reading-set':
      case 'quote-made':
      case 'quote-changed':
      case 'translated':
      case 'statement-made':
      case 'statement-removed':
      case 'quote-removed':
      case 'quote-restored':
      case 'exported':
      case 'backed-up':
      case 'phrase-taken':
      case 'passphrase-changed':
      case 'slot-added':
      case 'slot-named':
      case 'slot-removed':
      case 'keys-renewed':
      case 'renewal-begun':
        break;
    }
  }
  return touched;
}
