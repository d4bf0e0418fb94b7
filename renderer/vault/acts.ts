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
  /** In the total order. */
  readonly changes: () => readonly Change[];
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
    const recorded = await this.#record(acts);
    if (!recorded.ok) return recorded;
    const { at, reversing } = recorded.value;
    const [named] = acts;
    if (named !== undefined && !happensByItself(named))
      this.#undo.record({ named, done: acts, reversing });
    return ok({ at });
  }

  async #takeBack(direction: Direction): Promise<Result<VaultResponse<'undo'>>> {
    const entry = this.#undo.next(direction);
    if (entry === undefined) return fail('nothing-to-undo');
    const { named, reversing: done } = entry;
    const recorded = await this.#record(done);
    if (!recorded.ok) return recorded;
    this.#undo.turn(direction, { named, done, reversing: recorded.value.reversing });
    return ok({ kind: named.kind, subject: named.subject });
  }

  async #record(
    acts: readonly Act[],
  ): Promise<Result<{ readonly at: number; readonly reversing: readonly Act[] }>> {
    const { state, changes, record } = this.#journal;
    const before = state();
    const seen = changes().at(-1)?.clock ?? 0;
    const recorded = await record(acts);
    if (!recorded.ok) return recorded;
    // Acts that were on their way already have been written before these: what takes these back must not take those back, too.
    const first = recorded.value[0]?.clock ?? 0;
    const all = changes();
    const since = all.slice(all.findLastIndex(({ clock }) => clock <= seen) + 1);
    const between = since.filter(({ clock }) => clock < first);
    const reversing = reverseAll(recorded.value, foldFurther(before, between));
    return ok({ at: recorded.value.at(-1)?.at ?? 0, reversing });
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
  for (const change of changes) {
    reversing.unshift(...reverse(change, state));
    state = foldFurther(state, [change]);
  }
  return reversing;
}
