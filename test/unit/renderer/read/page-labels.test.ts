import { expect, test } from 'vitest';
import { findPage, pageAt, pageBoxText } from '../../../../renderer/read/page-labels.ts';
import type { TextPage } from '../../../../shared/text/working-text.ts';

const pages: readonly TextPage[] = ['i', 'ii', 'iii', 'iv', '1', '2', '3'].map((label, i) => ({
  label,
  start: i * 100,
  width: 612,
  height: 792,
  print: '',
}));

test('the page box says the label and the position, and only the position where they are equal', () => {
  expect(pageBoxText(pages, 3)).toBe('iv (4 of 7)');
  const plain = pages.map((page, i) => ({ ...page, label: `${i + 1}` }));
  expect(pageBoxText(plain, 3)).toBe('4 of 7');
});

test('a text without pages has nothing to say there', () => {
  expect(pageBoxText([{ label: '', start: 0, width: 0, height: 0, print: '' }], 0)).toBe('');
});

test('a label typed is that page, and wins over the number', () => {
  expect(findPage(pages, ' IV ')).toBe(3);
  expect(findPage(pages, '2')).toBe(5);
});

test('a number without such a label counts from the first page', () => {
  expect(findPage(pages, '7')).toBe(6);
  expect(findPage(pages, '0')).toBeUndefined();
  expect(findPage(pages, '8')).toBeUndefined();
  expect(findPage(pages, 'x')).toBeUndefined();
});

test('an offset stands on the page that began last before it', () => {
  expect([0, 99, 100, 650, 10_000].map((offset) => pageAt(pages, offset))).toEqual([0, 0, 1, 6, 6]);
});
