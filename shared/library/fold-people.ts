// What changes of people and of the keys they open the locker with add up to.
import type { KeySlot } from '../evidence/key-slot.ts';
import type { Folds } from './library-draft.ts';

export const peopleFolds = {
  'person-named': ({ people }, { payload: { person } }) => {
    people.set(person.id, person);
  },
  /** A slot of before the journal knew slots' people is of whoever changed it, and called by what it is. */
  'passphrase-changed': ({ slots }, { payload: { slot: id, replaced }, at, person }) => {
    const unknown: KeySlot = {
      ...{ kind: 'passphrase', person, label: 'Passphrase' },
      ...{ addedAt: at, gone: null },
    };
    for (const old of replaced) {
      const known = slots.get(old) ?? unknown;
      slots.set(old, { ...known, gone: known.gone ?? 'replaced' });
    }
    if (!slots.has(id)) slots.set(id, unknown);
  },
  'slot-added': ({ slots }, { payload: { slot: id, ...said }, at }) => {
    const { addedAt = at, gone = null } = slots.get(id) ?? {};
    slots.set(id, { ...said, addedAt, gone });
  },
  'slot-named': ({ slots }, { payload: { slot: id, label } }) => {
    const slot = slots.get(id);
    if (slot !== undefined) slots.set(id, { ...slot, label });
  },
  'slot-removed': ({ slots }, { payload: { slot: id } }) => {
    const slot = slots.get(id);
    if (slot !== undefined) slots.set(id, { ...slot, gone: 'removed' });
  },
} satisfies Partial<Folds>;
