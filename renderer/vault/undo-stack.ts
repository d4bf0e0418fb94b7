// One undo for marks, tags, notes, details and deletions: an undo is a new act that reverses an earlier one, and a redo
// is the reverse of the undo.
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Act, ChangeKind } from '../../shared/journal/change.ts';
import { sourceOf } from '../../shared/library/purged.ts';

/** Something done by one act call, and the acts that take it back. */
export interface Undoable {
  /** What the person did first of all: it gives the entry its name, however often it goes back and forth. */
  readonly named: Act;
  readonly done: readonly Act[];
  readonly reversing: readonly Act[];
}

/** Imports, people and exports are not taken back by a slip of the keyboard; removing a source is an act of its own. */
const undoable: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'marked',
  'unmarked',
  'remarked',
  'marks-placed',
  'mark-coloured',
  'mark-restyled',
  'reading-corrected',
  'reviewed',
  'noted',
  'tagged',
  'untagged',
  'quote-made',
  'quote-changed',
  'translated',
  'statement-made',
  'statement-removed',
  'quote-removed',
  'quote-restored',
  'tag-made',
  'tag-renamed',
  'tag-changed',
  'tag-merged',
  'organisation-described',
  'pages-labelled',
  'reading-set',
  'source-described',
  'source-renewed',
  'sources-related',
  'source-removed',
  'source-restored',
]);

export type Direction = 'undo' | 'redo';

export class UndoStack {
  readonly #entries: Record<Direction, Undoable[]> = { undo: [], redo: [] };

  /** Something new was done: what had been undone before can no longer be redone. */
  record(entry: Undoable): void {
    if (entry.reversing.length === 0 || !entry.done.some(({ kind }) => undoable.has(kind))) return;
    const { undo } = this.#entries;
    this.#entries.redo = [];
    const last = undo.at(-1);
    if (last !== undefined && continuesNote(last, entry)) {
      undo.splice(-1, 1, { ...entry, reversing: last.reversing });
    } else undo.push(entry);
  }

  /** A source was deleted for good: what was done with it is neither undone nor done again. */
  forget(source: SourceId): void {
    const isOf = ({ named, done, reversing }: Undoable) =>
      [named, ...done, ...reversing].some(({ subject }) => sourceOf(subject) === source);
    for (const direction of ['undo', 'redo'] as const) {
      this.#entries[direction] = this.#entries[direction].filter((entry) => !isOf(entry));
    }
  }

  /** The entry to reverse next. It stays until `turn`: an act that fails has taken nothing back. */
  next(direction: Direction): Undoable | undefined {
    return this.#entries[direction].at(-1);
  }

  /** The entry was reversed by `turned.done`: it can be brought back from the other side. */
  turn(direction: Direction, turned: Undoable): void {
    this.#entries[direction].pop();
    this.#entries[direction === 'undo' ? 'redo' : 'undo'].push(turned);
  }
}

/** A note or reading saved at every pause is one piece of writing to the person who wrote it. */
function continuesNote(last: Undoable, next: Undoable): boolean {
  const [before] = last.done;
  const [after] = next.done;
  if (last.done.length !== 1 || next.done.length !== 1) return false;
  const isWriting =
    (before?.kind === 'noted' && after?.kind === 'noted') ||
    (before?.kind === 'reading-corrected' && after?.kind === 'reading-corrected');
  return isWriting && before.payload.mark === after.payload.mark;
}
