// Changes of the locker as a whole. Most of them happened and change nothing in the library.
import { pairKey } from '../evidence/relation.ts';
import type { Folds } from './library-draft.ts';

export const lockerFolds = {
  'settings-changed': (draft, { payload }) => {
    draft.settings = { ...draft.settings, ...payload.settings };
  },
  purged: ({ sources, marks, quotes, statements, relations }, { payload: { source } }) => {
    sources.delete(source);
    for (const mark of marks.values()) {
      if (mark.source === source) marks.delete(mark.id);
    }
    for (const quote of quotes.values()) {
      if (quote.source === source) quotes.delete(quote.id);
    }
    for (const statement of statements.values()) {
      if (statement.source === source) statements.delete(statement.id);
    }
    for (const { sources: pair } of relations.values()) {
      if (pair.includes(source)) relations.delete(pairKey(pair));
    }
  },
  'locker-created': nothing,
  exported: nothing,
  'renewal-begun': nothing,
  'keys-renewed': nothing,
  'phrase-taken': nothing,
  'backed-up': nothing,
} satisfies Partial<Folds>;

function nothing(): void {
  // it happened
}
