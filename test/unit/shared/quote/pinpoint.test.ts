import { expect, test } from 'vitest';
import { pinpoint } from '../../../../shared/quote/pinpoint.ts';
import { quoted } from '../../../support/quoted.ts';

test('a pinpoint names the printed page or pages', () => {
  expect(pinpoint(quoted(1))).toBe('p. 9');
  expect(pinpoint(quoted(1, { pages: [8, 9, '9–10'] }))).toBe('pp. 9–10');
});

test('where the printed label is not what a reader of PDFs counts, both are told', () => {
  expect(pinpoint(quoted(1, { pages: [5, 5, 'iv'] }))).toBe('p. iv (PDF p. 6)');
  expect(pinpoint(quoted(1, { pages: [3, 3, 'A–3'] }))).toBe('p. A–3 (PDF p. 4)');
  expect(pinpoint(quoted(1, { pages: [20, 21, '9–10'] }))).toBe('pp. 9–10 (PDF pp. 21–22)');
});

test('a numbered paragraph is told behind the page, and before a section', () => {
  expect(pinpoint(quoted(1, { paragraph: '14' }))).toBe('p. 9, para. 14');
  expect(pinpoint(quoted(1, { pages: [0, 0, ''], section: 'Facts', paragraph: '14' }))).toBe(
    'para. 14',
  );
});

test('a text without pages is pinned to its section, or to nothing', () => {
  expect(pinpoint(quoted(1, { pages: [0, 0, ''], section: 'Shelters' }))).toBe(
    'section ‘Shelters’',
  );
  expect(pinpoint(quoted(1, { pages: [0, 0, ''] }))).toBe('');
});

test('words that describe a picture are cited as such', () => {
  expect(pinpoint({ ...quoted(1), picture: true })).toBe('p. 9, description of a picture');
  const bare = quoted(1, { pages: [0, 0, ''] });
  expect(pinpoint({ ...bare, picture: true })).toBe('description of a picture');
});

test('pages that a person labelled are called so, whatever the mark was stored with', () => {
  const one = quoted(1, { pages: [5, 5, '6'] });
  const labels = [{ from: 4, style: 'roman', prefix: '', first: 1 } as const];
  const labelled = { ...one, source: { ...one.source, labels } };
  expect(pinpoint(labelled)).toBe('p. ii (PDF p. 6)');
  expect(one.mark.pageLabel).toBe('6');
});
