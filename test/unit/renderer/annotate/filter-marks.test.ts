import { expect, test } from 'vitest';
import { filterMarks, noFilter, toggle } from '../../../../renderer/annotate/filter-marks.ts';
import type { TagId } from '../../../../shared/evidence/ids.ts';
import { seedOf } from '../../../support/marks.ts';

const law = 'a' as TagId;
const figure = 'b' as TagId;
const marks = [
  seedOf({ start: 0, colour: 'key', tags: [law] }),
  seedOf({ start: 1, colour: 'law', tags: [law, figure] }),
  seedOf({ start: 2, colour: 'law', tags: [] }),
];

test('without a filter every mark is shown', () => {
  expect(filterMarks(marks, noFilter)).toBe(marks);
});

test('colours widen each other, and colours and tags narrow each other', () => {
  const colours = toggle(new Set<'law' | 'key'>(), 'law');
  expect(filterMarks(marks, { ...noFilter, colours })).toEqual([marks[1], marks[2]]);
  expect(filterMarks(marks, { ...noFilter, colours, tags: new Set([law]) })).toEqual([marks[1]]);
  expect(filterMarks(marks, { ...noFilter, colours: toggle(colours, 'key') })).toEqual(marks);
});

test('a switch used twice changes nothing', () => {
  expect(toggle(toggle(new Set([1, 2]), 3), 3)).toEqual(new Set([1, 2]));
});

test('a tag stands for all below it; author, review and kind narrow further', () => {
  const above = 'above' as TagId;
  const tree = [
    { id: above, parent: null },
    { id: law, parent: above },
  ];
  const tags = new Set([above]);
  expect(filterMarks(marks, { ...noFilter, tags }, tree)).toEqual([marks[0], marks[1]]);
  const checked = seedOf({ start: 3, review: 'checked', kind: 'underline' });
  const all = [...marks, checked];
  expect(filterMarks(all, { ...noFilter, reviews: new Set(['checked']) })).toEqual([checked]);
  expect(filterMarks(all, { ...noFilter, kinds: new Set(['underline']) })).toEqual([checked]);
  expect(filterMarks(all, { ...noFilter, people: new Set() })).toEqual(all);
});
