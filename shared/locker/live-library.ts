// The changes of an open locker and what they add up to, kept in step with every act.
import { compareChanges, type Change } from '../journal/change.ts';
import { foldChanges, foldFurther } from '../library/fold.ts';
import type { LibraryState } from '../library/library-state.ts';
import { isPurged, purgedBy, withoutPurged, type Purged } from '../library/purged.ts';

export class LiveLibrary {
  #changes: Change[];
  /** The list as it was given out last; it stays as it is when more changes come. */
  #listed: readonly Change[] | undefined;
  #state: LibraryState;
  #purged: Purged;

  constructor(changes: readonly Change[], purged: Purged) {
    this.#changes = [...changes].sort(compareChanges);
    this.#state = foldChanges(this.#changes);
    this.#purged = purged;
  }

  get state(): LibraryState {
    return this.#state;
  }

  /** In the total order. */
  get changes(): readonly Change[] {
    return (this.#listed ??= this.#changes.slice());
  }

  /** What the changes say was purged. */
  get purged(): Purged {
    return this.#purged;
  }

  /** Written changes; nothing is copied that was there before, unless some of it was purged. */
  add(changes: readonly Change[]): void {
    this.#listed = undefined;
    if (changes.some(({ kind }) => kind === 'purged')) {
      this.#changes = [...withoutPurged([...this.#changes, ...changes])];
      this.#purged = purgedBy(this.#changes);
    } else {
      this.#changes.push(...changes.filter(({ subject }) => !isPurged(subject, this.#purged)));
    }
    this.#state = foldFurther(this.#state, changes);
  }
}
