import { expect, test } from 'vitest';
import { describeRange } from '../../../../shared/anchor/describe.ts';
import { verifiable } from '../../../../shared/quote/left-out.ts';
import { holdsReference, printedMark } from '../../../../shared/quote/printed-mark.ts';
import type { MarkedRange, RangeKind } from '../../../../shared/text/working-text.ts';

const text = 'It closed.1 Nobody was told. 2 The works 47 Monitor went on, 12 of them.';

function range(words: string, kind: RangeKind): MarkedRange {
  const start = text.indexOf(words);
  return { start, end: start + words.length, kind, page: 0 };
}

const ranges = [
  { ...range('1 Nobody', 'noteref'), end: text.indexOf('1 Nobody') + 1 },
  { ...range('2 The', 'noteref'), end: text.indexOf('2 The') + 1 },
  range('47 Monitor', 'furniture'),
];

function mark(...passages: readonly string[]) {
  const [anchor, ...more] = passages.map((words) => {
    const start = text.indexOf(words);
    return describeRange(text, start, start + words.length);
  });
  if (anchor === undefined) throw new Error('a mark has a passage');
  return { kind: 'highlight', anchor, more } as const;
}

test('a mark with nothing but words in it is printed as it stands', () => {
  expect(printedMark(mark('Nobody was told.'), ranges)).toBeUndefined();
  expect(printedMark(mark('went on, 12 of them.'), ranges)).toBeUndefined();
  expect(printedMark(mark('It closed.'), [])).toBeUndefined();
});

test('references to notes are left out with the blank before them, which a remark says', () => {
  expect(printedMark(mark('It closed.1 Nobody was told. 2 The'), ranges)).toBe(
    'It closed. Nobody was told. The [footnotes omitted]',
  );
});

test('page furniture between words is left out without a sign, as in a quote', () => {
  expect(printedMark(mark('The works 47 Monitor went on'), ranges)).toBe('The works went on');
});

test('boilerplate and what the page hides stay: they may be words of the sentence after all', () => {
  for (const kind of ['boilerplate', 'hidden'] as const) {
    const work = { text, ranges: [range('Nobody', kind)], sections: [] };
    expect(printedMark(mark('It closed.1 Nobody was told.'), work.ranges)).toBeUndefined();
    expect(verifiable(work).skipped).toEqual([]);
  }
});

test('of several ranges each is printed without, and the remark stands once, behind the last', () => {
  expect(printedMark(mark('It closed.1', 'Nobody was told. 2', 'went on'), ranges)).toBe(
    'It closed. [...] Nobody was told. [...] went on [footnotes omitted]',
  );
});

test('who marks a reference alone has it', () => {
  expect(printedMark(mark('1'), ranges)).toBeUndefined();
});

test('an area has no words', () => {
  expect(printedMark({ ...mark('It closed.1 Nobody'), kind: 'area' }, ranges)).toBeUndefined();
});

test('a quote is asked whether it holds a reference', () => {
  expect(holdsReference([mark('It closed.1').anchor], ranges)).toBe(true);
  expect(holdsReference([mark('It closed.').anchor], ranges)).toBe(false);
  expect(holdsReference([mark('The works 47 Monitor').anchor], ranges)).toBe(false);
});
