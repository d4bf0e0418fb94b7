import type { ChangeId, DeviceId, PersonId } from '../../shared/evidence/ids.ts';
import { byPageAndHeight } from '../../shared/evidence/mark-order.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Act, Change } from '../../shared/journal/change.ts';
import { foldChanges, foldFurther } from '../../shared/library/fold.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';

/**
 * The marks as they will be once `acts` are recorded, by the journal's own fold, in document order. The numbers given to
 * the acts here order them among themselves and are seen nowhere.
 */
export function applyPending(
  marks: readonly Mark[],
  acts: readonly Act[],
  person: PersonId,
): readonly Mark[] {
  if (acts.length === 0) return inDocumentOrder(marks);
  const state: LibraryState = {
    ...foldChanges([]),
    marks: new Map(marks.map((mark) => [mark.id, { ...mark, removed: false }])),
  };
  const changes = acts.map((act, i): Change => ({
    ...act,
    id: '' as ChangeId,
    device: '' as DeviceId,
    seq: i + 1,
    clock: i + 1,
    at: 0,
    person,
  }));
  const folded = foldFurther(state, changes).marks;
  return inDocumentOrder([...folded.values()].filter(({ removed }) => !removed));
}

function inDocumentOrder(marks: readonly Mark[]): readonly Mark[] {
  return [...marks].sort(
    (a, b) =>
      a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || byPageAndHeight(a, b),
  );
}
