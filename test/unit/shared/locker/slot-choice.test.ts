// Two lockers may lie in one folder while keys are renewed. Which of them opens is told by their slots.
import { expect, test } from 'vitest';
import type { Slot } from '../../../../shared/crypto/slots.ts';
import { chooseSlots } from '../../../../shared/locker/slot-choice.ts';

type Body = Slot['body'];

function slot(id: string, body: Partial<Body>): Slot {
  const whole = { kind: 'passphrase', lockerId: 'old', ...body } as Body;
  return { id, body: whole, macInput: new Uint8Array(0), mac: new Uint8Array(0) };
}

const choice = (...slots: readonly Slot[]) => {
  const { usable, isObsolete } = chooseSlots(slots);
  const obsolete = ['older', 'old', 'new'].filter(isObsolete);
  return { usable: usable.map(({ id }) => id), obsolete };
};

const old = slot('old', {});
const oldRecovery = slot('old recovery', { kind: 'recovery' });

test('of a single locker all slots are tried', () => {
  expect(choice(old, oldRecovery)).toEqual({ usable: ['old', 'old recovery'], obsolete: [] });
});

test('as long as the new locker has no passphrase that counts, the one before opens and nothing of the new one does', () => {
  const pending = slot('new', { lockerId: 'new', follows: 'old', pending: true });
  const recovery = slot('new recovery', { lockerId: 'new', follows: 'old', kind: 'recovery' });
  expect(choice(pending, recovery, old)).toEqual({ usable: ['old'], obsolete: [] });
  const waiting = slot('waiting', { lockerId: 'new', pending: true });
  expect(choice(waiting, old)).toEqual({ usable: ['old'], obsolete: [] });
});

test('from its first passphrase on the new one comes first, with its recovery key, and the one before is obsolete', () => {
  const next = slot('new', { lockerId: 'new', follows: 'old' });
  const recovery = slot('new recovery', { lockerId: 'new', follows: 'old', kind: 'recovery' });
  const pending = slot('pending', { lockerId: 'new', follows: 'old', pending: true });
  expect(choice(old, pending, next, recovery)).toEqual({
    usable: ['new', 'new recovery', 'old'],
    obsolete: ['older', 'old'],
  });
});

test('beside a locker that follows one, a still older one is obsolete, too', () => {
  const older = slot('older', { lockerId: 'older' });
  const next = slot('new', { lockerId: 'new', follows: 'old' });
  expect(choice(older, next)).toEqual({ usable: ['new', 'older'], obsolete: ['older', 'old'] });
});
