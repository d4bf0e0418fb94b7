import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangeId, DeviceId, PersonId } from '../../../../shared/evidence/ids.ts';
import type { Change } from '../../../../shared/journal/change.ts';
import { foldChanges } from '../../../../shared/library/fold.ts';
import { parseChange } from '../../../../shared/journal/parse-change.ts';
import {
  autoLockChoices,
  defaultSettings,
  hidingChoices,
  isSomeSettings,
  type LockerSettings,
} from '../../../../shared/evidence/settings.ts';

const device = 'd'.repeat(32) as DeviceId;
const someSettings: fc.Arbitrary<Partial<LockerSettings>> = fc.record(
  {
    autoLockMinutes: fc.constantFrom(...autoLockChoices),
    quitWhenLocking: fc.boolean(),
    hiding: fc.constantFrom(...hidingChoices),
    singleKeys: fc.boolean(),
  },
  { requiredKeys: [] },
);

test('what the journal holds of settings is taken only within bounds', () => {
  fc.assert(
    fc.property(someSettings, (settings) => {
      expect(isSomeSettings(JSON.parse(JSON.stringify(settings)))).toBe(true);
    }),
  );
  const minutes = fc.oneof(fc.integer(), fc.double(), fc.constant(null), fc.string());
  fc.assert(
    fc.property(minutes, (autoLockMinutes) => {
      const allowed = autoLockChoices.some((choice) => choice === autoLockMinutes);
      expect(isSomeSettings({ autoLockMinutes })).toBe(allowed);
    }),
  );
  for (const refused of [
    { autoLockMinutes: 0 },
    { autoLockMinutes: '5' },
    { autoLockMinutes: undefined },
    { quitWhenLocking: 1 },
    { hiding: 'never' },
    { hiding: 'lock', more: true },
    null,
  ]) {
    expect(isSomeSettings(refused)).toBe(false);
  }
});

test('a change with settings out of bounds is no change', () => {
  const stored = (settings: unknown) => ({
    ...{ id: 'c'.repeat(32), seq: 1, clock: 1, at: 1, person: 'a'.repeat(32) },
    ...{ kind: 'settings-changed', payload: { settings } },
  });
  expect(parseChange(stored({ autoLockMinutes: 60 }), device, 'library')).toBeDefined();
  expect(parseChange(stored({ autoLockMinutes: 0 }), device, 'library')).toBeUndefined();
});

test('the last word on each setting counts, whatever order the changes arrived in', () => {
  const lists = fc.array(someSettings, { maxLength: 12 });
  fc.assert(
    fc.property(lists, fc.infiniteStream(fc.nat()), (list, dice) => {
      const changes = list.map((settings, index): Change => {
        const clock = index + 1;
        const id = clock.toString(16).padStart(32, '0') as ChangeId;
        const numbered = { id, device, seq: clock, clock, at: 0, person: '' as PersonId };
        return { ...numbered, subject: 'library', kind: 'settings-changed', payload: { settings } };
      });
      const shuffled = changes
        .map((change) => ({ change, roll: dice.next().value as number }))
        .sort((a, b) => a.roll - b.roll)
        .map(({ change }) => change);
      expect(foldChanges(shuffled).settings).toEqual(
        Object.assign({ ...defaultSettings }, ...list),
      );
    }),
  );
});
