import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPdfText } from '../../../../shared/text/pdf-text.ts';
import { pagePrint, type PdfPage } from '../../../../shared/text/pdf-page.ts';
import { quadCorners } from '../../../../shared/text/quads.ts';
import { TextMap } from '../../../../shared/text/text-map.ts';
import { pointsOf } from '../../../support/text-laws.ts';
import { typesetLines, typesetPage } from '../../../support/typeset.ts';

function mapOf(pages: readonly PdfPage[]) {
  const built = buildPdfText(pages);
  const textPages = pages.map((page, i) => ({
    label: String(i + 1),
    start: built.pageStarts[i] ?? 0,
    width: 600,
    height: 800,
    print: pagePrint(page),
  }));
  const map = new TextMap({ ...built, pages: textPages });
  return { built, map, lookup: (index: number) => pages[index] };
}

describe('a selection', () => {
  const pages = [typesetLines(0, ['The of\ufb01ce in Haiyun', 'was closed on Monday.'])];
  const { built, map, lookup } = mapOf(pages);
  const select = (item: number, from: number, to: number) => {
    const range = map.toRange(
      lookup,
      { page: 0, item, offset: from },
      { page: 0, item, offset: to },
    );
    return range && built.text.slice(range.start, range.end);
  };

  test('gives the text it covers', () => {
    expect(select(1, 4, 10)).toBe('closed');
  });

  test('gives the same whichever end was first', () => {
    expect(select(1, 10, 4)).toBe('closed');
  });

  test('shrinks to what is readable at its ends', () => {
    expect(select(1, 3, 11)).toBe('closed');
  });

  test('takes a ligature whole', () => {
    expect(select(0, 4, 7)).toBe('offi');
  });

  test('of nothing but white space is none', () => {
    expect(select(1, 3, 4)).toBeUndefined();
    expect(select(1, 3, 3)).toBeUndefined();
  });

  test('past the last item ends with the page', () => {
    const range = map.toRange(
      lookup,
      { page: 0, item: 1, offset: 14 },
      { page: 0, item: 99, offset: 0 },
    );
    expect(range && built.text.slice(range.start, range.end)).toBe('Monday.');
  });

  test('on a page that is not loaded is none', () => {
    const nowhere = { page: 7, item: 0, offset: 0 };
    expect(map.toRange(lookup, nowhere, nowhere)).toBeUndefined();
  });
});

describe('boxes', () => {
  test('stand on the words, one per line', () => {
    const page = typesetLines(0, ['aaaa bbbb', 'cccc dddd']);
    const { built, map, lookup } = mapOf([page]);
    const start = built.text.indexOf('bbbb');
    const quads = map.toQuads(lookup, { start, end: built.text.indexOf('cccc') + 4 });
    expect(quads).toHaveLength(2);
    expect(quads[0]?.x).toBeGreaterThan(70);
    expect((quads[0]?.x ?? 0) + (quads[0]?.width ?? 0)).toBeCloseTo(95, 0);
    expect(quads[1]?.x).toBe(50);
    expect((quads[1]?.x ?? 0) + (quads[1]?.width ?? 0)).toBeLessThan(74);
  });

  test('of text that runs upwards have their corners there', () => {
    const corners = quadCorners({ page: 0, x: 10, y: 20, width: 30, height: 5, angle: 90 });
    const [lowerLeft = [0, 0], lowerRight = [0, 0]] = corners;
    expect(lowerLeft[0]).toBeCloseTo(-20);
    expect(lowerLeft[1]).toBeCloseTo(10);
    expect(lowerRight[0]).toBeCloseTo(-20);
    expect(lowerRight[1]).toBeCloseTo(40);
  });

  test('are given for loaded pages only', () => {
    const pages = [typesetLines(0, ['one']), typesetLines(1, ['two'])];
    const { built, map } = mapOf(pages);
    const quads = map.toQuads((index) => (index === 1 ? pages[1] : undefined), {
      start: 0,
      end: built.text.length,
    });
    expect(quads.map(({ page }) => page)).toEqual([1]);
  });
});

test('a range knows the pages it stands on', () => {
  const pages = [typesetLines(0, ['one.']), typesetLines(1, ['Two.']), typesetLines(2, ['Three.'])];
  const { built, map } = mapOf(pages);
  expect(map.pagesOf({ start: 0, end: 4 })).toEqual({ first: 0, last: 0 });
  expect(map.pagesOf({ start: 5, end: built.text.length })).toEqual({ first: 1, last: 2 });
});

test('a print changes with any character but not with white space or cuts between items', () => {
  const whole = typesetPage(0, [{ str: 'a b c', x: 0, y: 0 }]);
  const cut = typesetPage(0, [
    { str: 'a ', x: 0, y: 0 },
    { str: 'bc', x: 9, y: 0 },
  ]);
  const other = typesetPage(0, [{ str: 'a b d', x: 0, y: 0 }]);
  expect(pagePrint(cut)).toBe(pagePrint(whole));
  expect(pagePrint(other)).not.toBe(pagePrint(whole));
});

test('working range → points of the text layer → the same range, over paragraphs and pages', () => {
  const line = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 3, maxLength: 10 });
  const page = fc.array(line, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(page, { minLength: 1, maxLength: 3 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (content, one, other) => {
        const pages = content.map((lines, i) =>
          typesetLines(
            i,
            lines.map((words) => words.join(' ')),
          ),
        );
        const { built, map, lookup } = mapOf(pages);
        const solid = [...built.text.matchAll(/\S/g)].map(({ index }) => index);
        const [low, high] = [one, other].sort((a, b) => a - b);
        const start = solid[Math.floor((low ?? 0) * (solid.length - 1))] ?? 0;
        const end = (solid[Math.floor((high ?? 0) * (solid.length - 1))] ?? 0) + 1;
        const [from, to] = pointsOf(built, pages, { start, end });
        expect(map.toRange(lookup, from, to)).toEqual({ start, end });
      },
    ),
  );
});
