// The acts of an unlocked locker, one after the other, and what takes them back.
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Act, Change } from '../../shared/journal/change.ts';
import { foldFurther } from '../../shared/library/fold.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import { seenTag } from '../../shared/library/tag-tree.ts';
import { reverse } from '../../shared/library/undo.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { VaultResponse } from './contract.ts';
import { UndoStack, type Direction } from './undo-stack.ts';

interface Journal {
  readonly state: () => LibraryState;
  /** Resolves when they are on the disk. */
  readonly record: (acts: readonly Act[]) => Promise<Result<readonly Change[]>>;
}

export class Acts {
  readonly #journal: Journal;
  readonly #undo = new UndoStack();
  /** Acts on their way to the disk. */
  #acting: Promise<unknown> = Promise.resolve();

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  act(acts: readonly Act[]): Promise<Result<{ readonly at: number }>> {
    const acting = this.#act(acts);
    this.#acting = Promise.allSettled([this.#acting, acting]);
    return acting;
  }

  /** Says which kind of act was taken back, or done again. Waits for what was done just before: it may be what is meant. */
  takeBack(direction: Direction): Promise<Result<VaultResponse<'undo'>>> {
    return this.afterwards(() => this.#takeBack(direction));
  }

  /** Does what must wait for all that was done before it. */
  afterwards<T>(work: () => Promise<T>): Promise<T> {
    const working = this.#acting.then(work);
    this.#acting = Promise.allSettled([working]);
    return working;
  }

  /** A source was deleted for good: nothing about it is taken back. */
  forget(source: SourceId): void {
    this.#undo.forget(source);
  }

  async #act(seen: readonly Act[]): Promise<Result<{ readonly at: number }>> {
    const before = this.#journal.state();
    const acts = seen.flatMap((act) => ofGivenTags(act, before));
    const changes = await this.#journal.record(acts);
    if (!changes.ok) return changes;
    const [named] = acts;
    const reversing = reverseAll(changes.value, before);
    if (named !== undefined && !happensByItself(named))
      this.#undo.record({ named, done: acts, reversing });
    return ok({ at: changes.value.at(-1)?.at ?? 0 });
  }

  async #takeBack(direction: Direction): Promise<Result<VaultResponse<'undo'>>> {
    const entry = this.#undo.next(direction);
    if (entry === undefined) return fail('nothing-to-undo');
    const before = this.#journal.state();
    const changes = await this.#journal.record(entry.reversing);
    if (!changes.ok) return changes;
    const { named, reversing: done } = entry;
    this.#undo.turn(direction, { named, done, reversing: reverseAll(changes.value, before) });
    return ok({ kind: named.kind, subject: named.subject });
  }
}

/** A source begins to be read while its person does other things: undo is of those. */
function happensByItself(act: Act): boolean {
  return act.kind === 'reading-set' && act.payload.state === 'reading';
}

/** Whoever takes a tag off a mark sees the one that others were merged into: those go with it. */
function ofGivenTags(act: Act, { marks, tags }: LibraryState): readonly Act[] {
  if (act.kind !== 'untagged') return [act];
  const { mark, tag } = act.payload;
  const merged = (marks.get(mark)?.tags ?? []).filter(
    (given) => given !== tag && seenTag(tags, given)?.id === tag,
  );
  return [tag, ...merged].map((each) => ({ ...act, payload: { mark, tag: each } }));
}

/** The acts that take changes back, the last one first. */
function reverseAll(changes: readonly Change[], before: LibraryState): readonly Act[] {
  const reversing: Act[] = [];
  let state = before;
  changes.forEach((change, i) => {
    if (i > 0) state = foldFurther(state, changes.slice(i - 1, i));
    reversing.unshift(...reverse(change, state));
  });
  return reversing;
}
