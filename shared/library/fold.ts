// State is a fold of the changes in one total order: the same set of changes gives the same state, however they arrived. What a
// kind of change does stands in the file of its subject; a new kind does not compile until it stands in one of them.
import { compareChanges, type Change } from '../journal/change.ts';
import { lockerFolds } from './fold-locker.ts';
import { markFolds } from './fold-marks.ts';
import { peopleFolds } from './fold-people.ts';
import { quoteFolds } from './fold-quotes.ts';
import { sourceFolds } from './fold-sources.ts';
import { statementFolds } from './fold-statements.ts';
import { tagFolds } from './fold-tags.ts';
import { beginDraft, endDraft, type Folds, type LibraryDraft } from './library-draft.ts';
import { emptyLibrary, type LibraryState } from './library-state.ts';
import { withoutPurged } from './purged.ts';

const folds: Folds = {
  ...lockerFolds,
  ...peopleFolds,
  ...tagFolds,
  ...sourceFolds,
  ...markFolds,
  ...quoteFolds,
  ...statementFolds,
};

export function foldChanges(changes: readonly Change[]): LibraryState {
  return foldFurther(emptyLibrary, withoutPurged(changes));
}

/**
 * Adds changes to a state that was folded from changes that all come before them in the total order (a device's own new
 * acts always do). Returns a new state; the maps of the old one are left alone.
 */
export function foldFurther(state: LibraryState, later: readonly Change[]): LibraryState {
  const draft = beginDraft(state);
  for (const change of [...later].sort(compareChanges)) {
    const fold = folds[change.kind] as (draft: LibraryDraft, change: Change) => void;
    fold(draft, change);
  }
  return endDraft(draft);
}
