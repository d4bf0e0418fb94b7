import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWorkingText, encodeWorkingText } from '../../../../shared/text/codec.ts';
import { pagePrint } from '../../../../shared/text/pdf-page.ts';
import { buildPdfText } from '../../../../shared/text/pdf-text.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import type { WorkingText } from '../../../../shared/text/working-text.ts';
import { typesetLines } from '../../../support/typeset.ts';

const pages = [
  typesetLines(0, ['The of\ufb01ce in Haiyun', 'was closed.']),
  typesetLines(1, ['It stayed so.']),
];
const { text, map, ranges, joins, unreadable, pageStarts } = buildPdfText(pages);
const fromPdf: WorkingText = {
  text,
  map,
  ranges,
  joins,
  unreadable,
  extractor: 'pdf/1',
  format: 'pdf',
  words: 9,
  sections: [{ start: 0, level: 1, title: 'The office' }],
  pages: pages.map((page, i) => ({
    label: ['iv', 'v'][i] ?? '',
    start: pageStarts[i] ?? 0,
    width: 595.28,
    height: 841.89,
    print: pagePrint(page),
  })),
};

test('a working text comes back as it was', () => {
  expect(decodeWorkingText(encodeWorkingText(fromPdf))).toEqual({ ok: true, value: fromPdf });
});

test('any text comes back as it was, lone surrogates too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\ud800', 'a\udc00b'),
      (a, b) => {
        const work = buildPlainText(`${a}\n\n${b} | x | y`, 'plain');
        expect(decodeWorkingText(encodeWorkingText(work))).toEqual({ ok: true, value: work });
      },
    ),
  );
});

test('hostile bytes are refused, never thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const result = decodeWorkingText(Uint8Array.from(bytes));
      expect(result).toEqual({ ok: false, error: 'response-malformed' });
    }),
  );
});

test('a flipped byte is refused or still a whole working text', () => {
  const good = encodeWorkingText(fromPdf);
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const bytes = Uint8Array.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      const result = decodeWorkingText(bytes);
      if (!result.ok) return;
      const { text, map, ranges } = result.value;
      expect(map.w.at(-1)).toBe(text.replace(/\s/g, '').length);
      expect(ranges.every(({ start, end }) => start <= end && end <= text.length)).toBe(true);
    }),
  );
});

const paragraph = { start: 0, end: 5, kind: 'paragraph', level: 0 };
const noSpan = { table: 0, row: 0, column: 0, header: false, columns: 1, rows: 0 };
const bold = { start: 1, end: 4, kind: 'bold' };

test.each([
  ['another version', { version: 2 }],
  ['an unknown format', { format: 'epub' }],
  ['a range past the end', { ranges: [{ start: 0, end: 999, kind: 'furniture', page: 0 }] }],
  [
    'ranges that overlap',
    {
      ranges: [
        { start: 0, end: 5, kind: 'furniture', page: 0 },
        { start: 4, end: 6, kind: 'furniture', page: 0 },
      ],
    },
  ],
  ['an unknown kind of range', { ranges: [{ start: 0, end: 1, kind: 'advert', page: 0 }] }],
  ['pages out of order', { pages: [...fromPdf.pages].reverse() }],
  ['no page', { pages: [] }],
  ['a text the map does not cover', { text: `${fromPdf.text}!` }],
  ['a fraction of a word', { words: 1.5 }],
  ['a block past the end', { blocks: [{ ...paragraph, end: 999 }] }],
  ['blocks that touch', { blocks: [paragraph, { ...paragraph, start: 5, end: 9 }] }],
  ['an empty paragraph', { blocks: [{ ...paragraph, end: 0 }] }],
  ['a cell without a place', { blocks: [{ ...paragraph, kind: 'cell' }] }],
  ['a cell that spans nothing', { blocks: [{ ...paragraph, kind: 'cell', cell: noSpan }] }],
  ['a paragraph with a place', { blocks: [{ ...paragraph, cell: { ...noSpan, rows: 1 } }] }],
  ['an unknown kind of block', { blocks: [{ ...paragraph, kind: 'script' }] }],
  ['a block with a key too many', { blocks: [{ ...paragraph, onclick: 'x' }] }],
  ['a span that ends before it begins', { spans: [{ start: 3, end: 3, kind: 'bold' }] }],
  ['spans out of order', { spans: [bold, { ...bold, start: 0 }] }],
  ['a link without a target', { spans: [{ ...bold, kind: 'link' }] }],
  ['a link that runs a script', { spans: [{ ...bold, kind: 'link', target: 'javascript:1' }] }],
  ['bold words with a target', { spans: [{ ...bold, target: 'https://a.example/' }] }],
  ['another direction', { direction: 'ttb' }],
])('refuses %s', (_, change) => {
  const changed = { version: 1, ...fromPdf, map: undefined, ...change };
  const head = new TextEncoder().encode(JSON.stringify(changed));
  const good = encodeWorkingText(fromPdf);
  const columns = good.subarray(4 + new DataView(good.buffer).getUint32(0, true));
  const bytes = new Uint8Array(4 + head.length + columns.length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  bytes.set(columns, 4 + head.length);
  expect(decodeWorkingText(bytes)).toEqual({ ok: false, error: 'response-malformed' });
});
