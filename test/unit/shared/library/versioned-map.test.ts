import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MapDraft, VersionedMap } from '../../../../shared/library/versioned-map.ts';

type Step =
  | { readonly from: number; readonly set: number; readonly value: number }
  | { readonly from: number; readonly delete: number };

/** Each step makes a version out of any version there is by then. */
const from = fc.nat();
const key = fc.nat({ max: 700 });
const steps = fc.array(
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ from, set: key, value: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ from, delete: key }) },
    ) satisfies fc.Arbitrary<Step>,
    { minLength: 1, maxLength: 400, size: 'max' },
  ),
  { minLength: 1, maxLength: 12, size: 'max' },
);

test('every version is what a plain map made by the same steps is, whatever was made of it later', () => {
  fc.assert(
    fc.property(steps, (groups) => {
      const empty = new Map<number, number>();
      const versions: { map: ReadonlyMap<number, number>; model: ReadonlyMap<number, number> }[] = [
        { map: new VersionedMap(VersionedMap.versionOf(empty)), model: empty },
      ];
      for (const group of groups) {
        const base = versions[(group[0]?.from ?? 0) % versions.length];
        if (base === undefined) throw new Error('there is always a first');
        const draft = new MapDraft(VersionedMap.versionOf(base.map));
        const model = new Map(base.model);
        for (const step of group) {
          if ('set' in step) {
            draft.set(step.set, step.value);
            model.set(step.set, step.value);
            expect(draft.get(step.set)).toBe(step.value);
          } else {
            draft.delete(step.delete);
            model.delete(step.delete);
            expect(draft.has(step.delete)).toBe(false);
          }
        }
        versions.push({ map: new VersionedMap(draft.version), model });
      }
      for (const { map, model } of versions) {
        expect(sorted(map)).toEqual(sorted(model));
        expect(map.size).toBe(model.size);
        for (let each = 0; each <= 700; each++) {
          expect([map.get(each), map.has(each)]).toEqual([model.get(each), model.has(each)]);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('it lists in the order in which keys were set first, as a plain map does', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat())), (pairs) => {
      const draft = new MapDraft(VersionedMap.versionOf(new Map<number, number>()));
      for (const [each, value] of pairs) draft.set(each, value);
      const map = new VersionedMap(draft.version);
      const model = new Map(pairs);
      expect([...map]).toEqual([...model]);
      expect([...map.keys()]).toEqual([...model.keys()]);
      expect([...map.values()]).toEqual([...model.values()]);
      const told: [number, number][] = [];
      map.forEach((value, each) => told.push([each, value]));
      expect(told).toEqual([...model]);
    }),
  );
});

test('a next version shares the places of the one before, also where another went on with the same key', () => {
  const draft = () => new MapDraft(base);
  const first = new MapDraft(VersionedMap.versionOf(new Map([[1, 1]])));
  first.set(2, 2);
  const base = first.version;
  const [one, same, another] = [draft(), draft(), draft()];
  one.set(3, 3);
  same.set(3, 4);
  expect(one.version.places).toBe(base.places);
  expect(same.version.places).toBe(base.places);
  another.set(4, 4);
  expect(another.version.places).not.toBe(base.places);
  const map = new VersionedMap(one.version);
  expect(map.has(4)).toBe(false);
  expect(new MapDraft(VersionedMap.versionOf(map)).version.places).toBe(base.places);
});

test('a draft copies a part of the map once, and never changes that of the version before', () => {
  const before = VersionedMap.versionOf(new Map([[1, 1]]));
  const draft = new MapDraft(before);
  draft.set(1, 2);
  const [part] = draft.version.chunks;
  draft.set(2, 3);
  expect(draft.version.chunks[0]).toBe(part);
  expect(before.chunks[0]).toEqual([[1, 1]]);
});

function sorted(map: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...map].sort(([a], [b]) => a - b);
}

test('two versions that go on from one with the same key, each with another after it', () => {
  const first = new MapDraft<string, number>(VersionedMap.versionOf(new Map([['a', 0]])));
  const base = new VersionedMap(first.version);
  const goneOn = [1, 2].map((value) => {
    const draft = new MapDraft(VersionedMap.versionOf(base));
    draft.set('b', value);
    draft.set(`c${String(value)}`, value);
    return new VersionedMap(draft.version);
  });
  expect(goneOn.map((version) => [...version])).toEqual(
    [1, 2].map((value) => [
      ['a', 0],
      ['b', value],
      [`c${String(value)}`, value],
    ]),
  );
  expect([...base.keys()]).toEqual(['a']);
});
