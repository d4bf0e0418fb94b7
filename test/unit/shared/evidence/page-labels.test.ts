import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  effectiveLabel,
  effectiveLabels,
  withRange,
} from '../../../../shared/evidence/page-labels.ts';
import type { PageLabelRange } from '../../../../shared/evidence/source.ts';

const front: PageLabelRange = { from: 0, style: 'roman', prefix: '', first: 1 };
const body: PageLabelRange = { from: 4, style: 'decimal', prefix: '', first: 1 };
const annex: PageLabelRange = { from: 9, style: 'LETTERS', prefix: 'Annex ', first: 1 };
const labels = [front, body, annex];

test('from a page on pages are called as a person says, until the next range begins', () => {
  const called = [0, 3, 4, 8, 9, 10].map((page) => effectiveLabel(labels, page, 'own'));
  expect(called).toEqual(['i', 'iv', '1', '5', 'Annex A', 'Annex B']);
});

test('pages before the first range, and sources without one, keep the document’s labels', () => {
  expect(effectiveLabel([body], 3, 'iii')).toBe('iii');
  expect(effectiveLabel(undefined, 3, 'iii')).toBe('iii');
});

test('a passage over pages is called by both of them', () => {
  expect(effectiveLabels(labels, { firstPage: 3, lastPage: 4, pageLabel: '4–5' })).toBe('iv–1');
  expect(effectiveLabels([body], { firstPage: 3, lastPage: 4, pageLabel: 'iii–iv' })).toBe('iii–1');
  expect(effectiveLabels(labels, { firstPage: 9, lastPage: 9, pageLabel: '10' })).toBe('Annex A');
  expect(effectiveLabels([], { firstPage: 9, lastPage: 9, pageLabel: '10' })).toBe('10');
});

test('a style of none leaves the prefix, or nothing', () => {
  const cover: PageLabelRange = { from: 0, style: 'none', prefix: '', first: 1 };
  expect(effectiveLabel([cover], 0, '1')).toBe('');
  expect(effectiveLabel([{ ...cover, prefix: 'Cover' }], 0, '1')).toBe('Cover');
});

test('roman numbers are those of the Romans, letters double after z', () => {
  const romanOf = (first: number) => effectiveLabel([{ ...front, first }], 0, '');
  expect([4, 9, 14, 40, 90, 1994, 4000].map(romanOf)).toEqual([
    ...['iv', 'ix', 'xiv', 'xl', 'xc', 'mcmxciv', '4000'],
  ]);
  const letterOf = (first: number) =>
    effectiveLabel([{ ...annex, from: 0, prefix: '', first }], 0, '');
  expect([1, 26, 27, 52, 53].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('a range that begins at the same page replaces the one there, and ranges ascend', () => {
  const again = { ...body, first: 7 };
  expect(withRange(labels, again)).toEqual([front, again, annex]);
  expect(withRange([annex], front)).toEqual([front, annex]);
});

test('whatever number is asked for, a label is short', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom('roman', 'letters', 'decimal'), (first, style) => {
      const label = effectiveLabel([{ from: 0, style, prefix: '', first }], 0, '');
      expect(label.length).toBeLessThan(20);
    }),
  );
});
