// Whose the slots are that lie in the folder: as the journal tells, and where it does not tell, as far as anybody can say.
import { expect, test } from 'vitest';
import type { Slot } from '../../../../shared/crypto/slots.ts';
import type { KeySlot } from '../../../../shared/evidence/key-slot.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { foldChanges } from '../../../../shared/library/fold.ts';
import { adoptions, describeSlot, slotAdded } from '../../../../shared/locker/present-slots.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { testPerson } from '../../../support/small-locker.ts';
import { second } from '../../../support/two-people.ts';

const slot = (id: string, kind: KeySlot['kind']): Slot => {
  const body = { kind, lockerId: 'locker' } as Slot['body'];
  return { id: id.repeat(32), body, macInput: new Uint8Array(), mac: new Uint8Array() };
};
const passphrase = slot('1', 'passphrase');
const another = slot('2', 'passphrase');
const recovery = slot('3', 'recovery');
const own = [passphrase, another, recovery];

const named = [testPerson, second].map((person): Act => ({
  subject: 'library',
  kind: 'person-named',
  payload: { person },
}));
const told = (...acts: readonly Act[]) => foldChanges(changes(...named, ...acts));
const peopleOf = (state: ReturnType<typeof told>) =>
  own.map((each) => describeSlot(each, own, state, passphrase.id).person);

test('where the journal knows no passphrase, all slots are the first person’s', () => {
  const state = told();
  expect(peopleOf(state)).toEqual([testPerson.id, testPerson.id, testPerson.id]);
  const kindsKnown = own.map(({ id, body }) => slotAdded(id, body.kind, testPerson.id));
  expect(adoptions(own, state)).toEqual(kindsKnown);
});

test('beside a passphrase it knows another one is nobody’s as yet, and a recovery key the first person’s', () => {
  const state = told(slotAdded(passphrase.id, 'passphrase', second.id));
  expect(peopleOf(state)).toEqual([second.id, undefined, testPerson.id]);
  expect(adoptions(own, state)).toEqual([slotAdded(recovery.id, 'recovery', testPerson.id)]);
});
