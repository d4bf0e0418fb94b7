import { expect, test } from 'vitest';
import type { Act } from '../../../../shared/journal/change.ts';
import { foldChanges } from '../../../../shared/library/fold.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { testPerson } from '../../../support/small-locker.ts';

test('a slot of before the journal knew people is of whoever changed it, and a replaced one says so', () => {
  const slot = (digit: string) => digit.repeat(32);
  const changed: Act = {
    ...{ subject: 'library', kind: 'passphrase-changed' },
    payload: { slot: slot('2'), replaced: [slot('1'), slot('3')] },
  };
  const added = (digit: string, label: string): Act => ({
    ...{ subject: 'library', kind: 'slot-added' },
    payload: { slot: slot(digit), kind: 'recovery', person: testPerson.id, label },
  });
  const on = (kind: 'slot-removed' | 'slot-named', digit: string): Act =>
    ({ subject: 'library', kind, payload: { slot: slot(digit), label: 'Anew' } }) as Act;
  const after = (...acts: readonly Act[]) =>
    Object.fromEntries(
      [...foldChanges(changes(...acts)).slots].map(([id, { label, kind, gone }]) => [
        id.slice(0, 1),
        `${kind} ${label}, ${gone ?? 'there'}`,
      ]),
    );
  expect(after(changed)).toEqual({
    1: 'passphrase Passphrase, replaced',
    2: 'passphrase Passphrase, there',
    3: 'passphrase Passphrase, replaced',
  });
  const known = [
    added('1', 'Mine'),
    added('2', 'New'),
    added('3', 'Sheet'),
    on('slot-removed', '3'),
  ];
  expect(after(...known, changed)).toEqual({
    1: 'recovery Mine, replaced',
    2: 'recovery New, there',
    3: 'recovery Sheet, removed',
  });
  expect(after(...known, added('3', 'Again'), on('slot-named', '1'))).toMatchObject({
    1: 'recovery Anew, there',
    3: 'recovery Again, removed',
  });
  expect(after(on('slot-removed', '1'), on('slot-named', '2'))).toEqual({});
});
