import { expect, test } from 'vitest';
import { findAnnotations } from '../../../../shared/annotation/find-annotations.ts';
import type { RawAnnotation } from '../../../../shared/text/annotation-text.ts';
import { buildPdfText } from '../../../../shared/text/pdf-text.ts';
import { TextMap } from '../../../../shared/text/text-map.ts';
import { typesetLines } from '../../../support/typeset.ts';

const lines = [
  'The inspectors of the northern provinces visited the mills along the river and',
  'found nobody who would speak to them.',
];
const page = typesetLines(0, lines);
const built = buildPdfText([page]);
const size = { width: 600, height: 800 };
const work = {
  text: built.text,
  map: built.map,
  pages: [{ label: '1', start: 0, print: '', ...size }],
};
/** As pdf.js shows a page of this size. */
const transform = [1, 0, 0, -1, 0, size.height];

function found(...annotations: readonly RawAnnotation[]) {
  return findAnnotations(work, new TextMap(work), [{ page, annotations, transform, ...size }]);
}

/** The box of a whole line. */
function quadOf(line: number): readonly number[] {
  const [item] = page.items.filter(({ str }) => str === lines[line]);
  if (item === undefined) throw new Error('no such line');
  const [left, right] = [item.x - 1, item.x + item.width + 1];
  const [foot, head] = [item.y - 2, item.y + item.size];
  return [left, head, right, head, left, foot, right, foot];
}

const rect = [50, 100, 150, 130];
const words = (ranges: readonly { readonly start: number; readonly end: number }[]) =>
  ranges.map(({ start, end }) => work.text.slice(start, end));

test('a highlight over two lines is one range, with its colour, note and day', () => {
  const [one] = found({
    subtype: 'Highlight',
    quadPoints: Float32Array.from([...quadOf(0), ...quadOf(1)]),
    color: Uint8ClampedArray.from([0, 200, 0]),
    contentsObj: { str: 'Look at this' },
    titleObj: { str: 'R. Ito' },
    modificationDate: "D:20240612101500+02'00'",
    rect,
  });
  expect(words(one?.ranges ?? [])).toEqual([lines.join(' ')]);
  expect(one).toMatchObject({
    ...{ kind: 'highlight', colour: 'supports', note: 'Look at this' },
    ...{ author: 'R. Ito', changed: '2024-06-12', page: 0 },
  });
});

test('its ends are where pdf.js says they are, even in the middle of a word', () => {
  const quad = [...quadOf(1)];
  const [one] = found({
    subtype: 'Underline',
    quadPoints: quad,
    overlaidText: 'ound nobody who would spea',
    rect,
  });
  expect(one?.kind).toBe('underline');
  expect(words(one?.ranges ?? [])).toEqual(['ound nobody who would spea']);
});

test('what is struck out says so, and answers stand below it', () => {
  const [one, ...others] = found(
    { subtype: 'StrikeOut', id: '7R', quadPoints: quadOf(1), rect },
    { subtype: 'Text', inReplyTo: '7R', contentsObj: { str: 'Why?' }, rect },
  );
  expect(one?.note).toBe('Struck out in the PDF.\n\nWhy?');
  expect(others).toEqual([]);
});

test('a note beside the text is an area, measured from the top left', () => {
  const [one] = found({ subtype: 'Text', contentsObj: { str: 'Ask' }, rect });
  expect(one).toMatchObject({
    ...{ kind: 'area', ranges: [], note: 'Ask' },
    area: { page: 0, x: 50, y: 670, width: 100, height: 30 },
  });
});

test('what has wrong types, no place or no meaning here is left out', () => {
  const nothing: readonly RawAnnotation[] = [
    {},
    { subtype: 'Highlight', quadPoints: 'x', rect: [1] },
    { subtype: 'Text', rect: [0, 0, 0, 0] },
    { subtype: 'Link', rect },
    { subtype: 'Highlight', quadPoints: [NaN, 1, 2, 3, 4, 5, 6, 7], rect: [NaN, 0, 1, 1] },
  ];
  expect(found(...nothing)).toEqual([]);
});
