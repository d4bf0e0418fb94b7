import { expect, test } from 'vitest';
import { areaWords } from '../../../../shared/quote/area-words.ts';
import { quoteWithCitation } from '../../../../shared/quote/copy.ts';
import { quoted } from '../../../support/quoted.ts';

const place = { note: '', pageLabel: 'iv', firstPage: 3, lastPage: 3 };

test('an area is told by its note, else by its page as printed', () => {
  expect(areaWords({ ...place, note: ' The seal. ' }, 'Monitor')).toBe('The seal.');
  expect(areaWords(place, 'Monitor')).toBe('Picture area on page iv of Monitor');
});

test('its page is called as a person says', () => {
  const labels = [{ from: 2, style: 'decimal', prefix: 'Annex ', first: 1 }] as const;
  expect(areaWords(place, 'Monitor', labels)).toBe('Picture area on page Annex 2 of Monitor');
});

test('a picture has no page to name', () => {
  expect(areaWords({ ...place, pageLabel: '', firstPage: 0, lastPage: 0 }, 'seal.png')).toBe(
    'Picture area of seal.png',
  );
});

test('copied with its citation it stands in brackets and not as a quotation', () => {
  const one = quoted(1, { exact: '' });
  const area = { page: 8, x: 1, y: 2, width: 3, height: 4 };
  const copied = quoteWithCitation({ ...one, mark: { ...one.mark, kind: 'area', area } });
  expect(copied).toMatch(/^\[Picture area on page 9 of [^\]]+\]\n/);
  expect(copied.split('\n')[0]).not.toContain('“');
});
