import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepSame } from '../../../../renderer/app/keep-same.ts';

const plain = fc.jsonValue({ maxDepth: 4 });

test('what comes out says what came in, whatever was there before', () => {
  fc.assert(
    fc.property(plain, plain, (before, now) => {
      expect(keepSame(before, now)).toEqual(now);
    }),
  );
});

test('a copy of what was there before is what was there before', () => {
  fc.assert(
    fc.property(plain, (value) => {
      expect(keepSame(value, structuredClone(value))).toBe(value);
    }),
  );
});

test('a list that grew keeps the parts that did not change', () => {
  const before = [{ id: 1, marks: [1, 2] }, { id: 2 }];
  const now = keepSame(before, [{ id: 1, marks: [1, 2] }, { id: 2, title: 'new' }, { id: 3 }]);
  expect(now).not.toBe(before);
  expect(now[0]).toBe(before[0]);
  expect(now).toEqual([{ id: 1, marks: [1, 2] }, { id: 2, title: 'new' }, { id: 3 }]);
});

test('a field that went away, or is there and empty, is a difference', () => {
  const before = { name: 'a', reason: undefined };
  expect(keepSame<object>(before, { name: 'a' })).not.toBe(before);
  expect(Object.keys(keepSame<object>({ name: 'a' }, before))).toEqual(['name', 'reason']);
});

test('what is no plain value is taken as it is', () => {
  const bytes = Uint8Array.of(1);
  const now = { bytes: Uint8Array.of(1) };
  expect(keepSame({ bytes }, now).bytes).toBe(now.bytes);
});
