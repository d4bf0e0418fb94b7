import { expect, test } from 'vitest';
import { reanchorArea } from '../../../../shared/anchor/reanchor-area.ts';
import type { TextPage } from '../../../../shared/text/working-text.ts';

const area = { page: 1, x: 100, y: 200, width: 300, height: 80 };
const page = (change: Partial<TextPage> = {}): TextPage => ({
  ...{ label: '2', start: 40, width: 595, height: 842, print: 'a' },
  ...change,
});
const before = [page({ start: 0, print: 'first' }), page()];

test('an area keeps its place on a page that is there as it was, wherever its text begins now', () => {
  const now = [page({ print: 'another first' }), page({ start: 99, width: 595.28 })];
  expect(reanchorArea(area, before, now)).toEqual({ how: 'exact', start: 99, end: 99 });
});

test.each([
  ['other words', { print: 'b' }],
  ['another size', { width: 612 }],
])('a page with %s is for a person to look at', (_, change) => {
  const found = reanchorArea(area, before, [page(), page(change)]);
  expect(found).toEqual({ how: 'changed', start: 40, end: 40, differences: [] });
});

test.each([
  ['no such page', [page()]],
  ['a page too small for it', [page(), page({ height: 240 })]],
  ['no page at all', []],
])('with %s it has no place', (_, now) => {
  expect(reanchorArea(area, before, now)).toEqual({ how: 'orphaned' });
});

test('where nothing is known of the page before, a person looks', () => {
  expect(reanchorArea(area, [], before)).toMatchObject({ how: 'changed' });
});
