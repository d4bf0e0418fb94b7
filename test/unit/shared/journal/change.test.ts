import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareChanges, type Change } from '../../../../shared/journal/change.ts';

type Place = Pick<Change, 'clock' | 'device' | 'seq' | 'id'>;

const place: fc.Arbitrary<Place> = fc.record({
  clock: fc.integer({ min: 1, max: 3 }),
  device: fc.constantFrom('aa', 'bb', 'cc') as fc.Arbitrary<Change['device']>,
  seq: fc.integer({ min: 1, max: 12 }),
  id: fc.constantFrom('01', '02', '03') as fc.Arbitrary<Change['id']>,
});

function changeAt(at: Place): Change {
  return { ...at, at: 0, person: 'p', subject: 'library', kind: 'exported', payload: {} } as never;
}

/** As docs/locker-format.md says it: by clock, then device, then seq, then id; in this order as text. */
function keyOf({ clock, device, seq, id }: Place): string {
  const padded = [clock, seq].map((number) => String(number).padStart(4, '0'));
  return `${padded[0] ?? ''} ${device} ${padded[1] ?? ''} ${id}`;
}

test('changes are in order of clock, device, seq and id, whatever order they came in', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const sorted = places.map(changeAt).sort(compareChanges).map(keyOf);
      expect(sorted).toEqual(places.map(keyOf).sort());
    }),
  );
});

test('two changes at one place are the same change', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      expect(compareChanges(changeAt(a), changeAt(b)) === 0).toBe(keyOf(a) === keyOf(b));
    }),
  );
});
