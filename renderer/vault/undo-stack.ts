// One undo for marks, tags, notes, details and deletions: an undo is a new act that reverses an earlier one.
import type { Act, ChangeKind } from '../../shared/journal/change.ts';

/** What one act call did, and the acts that take it back. */
export interface Undoable {
  readonly done: readonly Act[];
  readonly reversing: readonly Act[];
}

/** Imports and exports are not taken back by a slip of the keyboard; removing a source is an act of its own. */
const undoable: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'marked',
  'unmarked',
  'remarked',
  'mark-coloured',
  'noted',
  'tagged',
  'untagged',
  'tag-renamed',
  'source-described',
  'source-removed',
  'source-restored',
]);

export class UndoStack {
  #done: Undoable[] = [];
  #undone: Undoable[] = [];

  record(entry: Undoable): void {
    if (entry.reversing.length === 0 || !entry.done.some(({ kind }) => undoable.has(kind))) return;
    this.#undone = [];
    const last = this.#done.at(-1);
    if (last !== undefined && continuesNote(last, entry)) {
      this.#done.splice(-1, 1, { done: entry.done, reversing: last.reversing });
    } else this.#done.push(entry);
  }

  /** The acts that take the last entry back; it moves to the redo side. */
  undo(): Undoable | undefined {
    const entry = this.#done.pop();
    if (entry !== undefined) this.#undone.push(entry);
    return entry;
  }

  redo(): Undoable | undefined {
    const entry = this.#undone.pop();
    if (entry !== undefined) this.#done.push(entry);
    return entry;
  }
}

/** A note saved at every pause is one piece of writing to the person who wrote it. */
function continuesNote(last: Undoable, next: Undoable): boolean {
  const [before] = last.done;
  const [after] = next.done;
  return (
    last.done.length === 1 &&
    next.done.length === 1 &&
    before?.kind === 'noted' &&
    after?.kind === 'noted' &&
    before.payload.mark === after.payload.mark
  );
}
