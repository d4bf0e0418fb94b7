// Slots that lie in the folder beside what the journal tells of them: whose they are, which are gone, which it does not know yet.
import type { Slot } from '../crypto/slots.ts';
import type { PersonId } from '../evidence/ids.ts';
import type { KeySlot } from '../evidence/key-slot.ts';
import type { Act } from '../journal/change.ts';
import type { LibraryState } from '../library/library-state.ts';

/** A slot that lies in the folder. `person` is undefined where neither journal nor reason tell. */
export interface PresentSlot extends Pick<KeySlot, 'kind' | 'label' | 'gone'> {
  readonly id: string;
  readonly person: PersonId | undefined;
  /** Undefined for slots of before the journal knew them. */
  readonly addedAt: number | undefined;
  readonly openedThis: boolean;
}

type Told = Pick<LibraryState, 'slots' | 'people'>;

const usualLabels = { passphrase: 'Passphrase', recovery: 'Recovery key' } as const;

export function slotAdded(
  slot: string,
  kind: KeySlot['kind'],
  person: PersonId,
  label: string = usualLabels[kind],
): Act {
  return { subject: 'library', kind: 'slot-added', payload: { slot, kind, person, label } };
}

export function slotRemoved(slot: string): Act {
  return { subject: 'library', kind: 'slot-removed', payload: { slot } };
}

/** Those of `own`, all slots of the locker in the folder, that were not taken away. */
export function aliveSlots(own: readonly Slot[], { slots }: Told): readonly Slot[] {
  return own.filter(({ id }) => (slots.get(id)?.gone ?? null) === null);
}

export function isPassphrase({ body }: Slot): boolean {
  return body.kind === 'passphrase';
}

/** `openedBy`: the slot that opened the locker. */
export function describeSlot(
  { id, body: { kind } }: Slot,
  own: readonly Slot[],
  { slots, people }: Told,
  openedBy: string,
): PresentSlot {
  const openedThis = id === openedBy;
  const known = slots.get(id);
  if (known !== undefined) return { ...known, id, openedThis };
  // Before the journal knew slots there was one person. A passphrase that is unknown beside known ones is somebody's
  // whose acts have not arrived yet; a recovery key is nobody's in particular.
  const [first] = people.keys();
  const isOld =
    kind === 'recovery' || !own.some((other) => isPassphrase(other) && slots.has(other.id));
  const person = isOld ? first : undefined;
  return {
    ...{ id, kind, person, openedThis },
    ...{ label: usualLabels[kind], addedAt: undefined, gone: null },
  };
}

/** Slots of before the journal knew slots get their person once, with the first act about any slot. */
export function adoptions(own: readonly Slot[], told: Told): readonly Act[] {
  return own.flatMap((slot) => {
    const { person } = describeSlot(slot, own, told, '');
    const isNews = !told.slots.has(slot.id) && person !== undefined;
    return isNews ? [slotAdded(slot.id, slot.body.kind, person)] : [];
  });
}
