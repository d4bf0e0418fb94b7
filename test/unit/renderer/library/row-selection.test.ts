import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allRows,
  extendTo,
  noRows,
  onlyShown,
  toggleRow,
  type RowSelection,
} from '../../../../renderer/library/row-selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const chosen = ({ ids }: RowSelection<string>) => [...ids].sort().join('');

test('Ctrl chooses one more or one less, Shift all between, from the row chosen last', () => {
  const one = toggleRow(noRows<string>(), 'b');
  expect(chosen(one)).toBe('b');
  expect(chosen(extendTo(one, order, 'd'))).toBe('bcd');
  expect(chosen(extendTo(extendTo(one, order, 'd'), order, 'a'))).toBe('ab');
  expect(chosen(toggleRow(toggleRow(one, 'e'), 'b'))).toBe('e');
  expect(chosen(extendTo(noRows<string>(), order, 'c'))).toBe('c');
  expect(chosen(allRows(order))).toBe('abcde');
});

test('what is no longer shown is no longer chosen', () => {
  const three = extendTo(toggleRow(noRows<string>(), 'b'), order, 'd');
  expect(chosen(onlyShown(three, ['c', 'd', 'e']))).toBe('cd');
  expect(onlyShown(three, ['c', 'd', 'e']).anchor).toBeUndefined();
  expect(onlyShown(three, order)).toBe(three);
});

test('toggling twice changes nothing, and extending never leaves the order', () => {
  const rows = fc.array(fc.constantFrom(...order), { maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.constantFrom(...order), fc.constantFrom(...order), (steps, id, to) => {
      const start = steps.reduce(toggleRow, noRows<string>());
      expect(chosen(toggleRow(toggleRow(start, id), id))).toBe(chosen(start));
      const extended = extendTo(toggleRow(start, id), order, to);
      const [low, high] = [order.indexOf(id), order.indexOf(to)].sort((a, b) => a - b);
      expect(chosen(extended)).toBe(order.slice(low, (high ?? 0) + 1).join(''));
    }),
  );
});
