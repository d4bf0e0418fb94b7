import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellChange, cellText, pastedCells } from '../../../../renderer/library/cell-text.ts';
import { emptyDetails } from '../../../../shared/evidence/source.ts';

test('reads dates as people type them, as precise as they are', () => {
  const read = (typed: string) => cellChange('published', typed)?.published;
  expect(read('2007-06-12')).toEqual({ value: '2007-06-12', precision: 'day' });
  expect(read('12 June 2007')).toEqual({ value: '2007-06-12', precision: 'day' });
  expect(read('June 2007')).toEqual({ value: '2007-06', precision: 'month' });
  expect(read('2007-6')).toEqual({ value: '2007-06', precision: 'month' });
  expect(read('2007')).toEqual({ value: '2007', precision: 'year' });
  expect(read(' ')).toEqual({ value: '', precision: 'none' });
  for (const wrong of ['2007-13', '2007-02-30', 'soon', '12']) expect(read(wrong)).toBeUndefined();
});

test('a day of access is a whole day or nothing', () => {
  expect(cellChange('accessed', '3 May 2026')).toEqual({ accessed: '2026-05-03' });
  expect(cellChange('accessed', '')).toEqual({ accessed: '' });
  expect(cellChange('accessed', 'May 2026')).toBeUndefined();
});

test('text loses the blanks around it, and line ends in it', () => {
  expect(cellChange('title', '  Two\n lines ')).toEqual({ title: 'Two lines' });
});

test('every date that is held is read back from its own cell', () => {
  const day = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (date, length) => {
      const value = date.toISOString().slice(0, length);
      const precision = ({ 4: 'year', 7: 'month', 10: 'day' } as const)[length as 4];
      const published = { value, precision };
      const text = cellText({ ...emptyDetails, published }, 'published');
      expect(cellChange('published', text)).toEqual({ published });
    }),
  );
});

test('a block from another table comes as lines of cells', () => {
  expect(pastedCells('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(pastedCells('alone')).toEqual([['alone']]);
});
