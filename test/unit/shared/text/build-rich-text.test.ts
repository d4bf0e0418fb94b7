import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRichText } from '../../../../shared/text/build-rich-text.ts';
import { decodeWorkingText, encodeWorkingText } from '../../../../shared/text/codec.ts';
import type { RichBlock, RichInline } from '../../../../shared/text/rich-document.ts';
import type { WorkingText } from '../../../../shared/text/working-text.ts';
import { richDocuments } from '../../../support/rich-documents.ts';

function build(...blocks: RichBlock[]): WorkingText {
  return buildRichText({ language: 'en', direction: 'ltr', blocks }, 'html', 'web/1');
}

function set(text: string, manner: Omit<RichInline, 'text'>): RichInline {
  return { text, ...manner };
}

function says(...inlines: (string | RichInline)[]): RichInline[] {
  return inlines.map((inline) => (typeof inline === 'string' ? { text: inline } : inline));
}

function cell(text: string, spans: { columns?: number; rows?: number } = {}) {
  return { inlines: says(text), header: false, columns: 1, rows: 1, ...spans };
}

function slices(work: WorkingText): string[] {
  return (work.blocks ?? []).map(({ start, end }) => work.text.slice(start, end));
}

function inlinesOf(block: RichBlock): readonly RichInline[] {
  return block.kind === 'table'
    ? block.rows.flatMap(({ cells }) => cells.flatMap(({ inlines }) => inlines))
    : block.inlines;
}

test('what describes a picture stands apart from the text, and says what it is', () => {
  const work = build(
    { kind: 'paragraph', inlines: says('Before.') },
    { kind: 'picture', inlines: says('A gate') },
    { kind: 'caption', inlines: says('Figure 1') },
  );
  expect(work.text).toBe('Before.\nA gate\nFigure 1');
  expect(work.blocks?.slice(1)).toEqual([
    { start: 8, end: 14, kind: 'caption', level: 0, marker: 'Picture:' },
    { start: 15, end: 23, kind: 'caption', level: 0 },
  ]);
  expect(work.ranges).toEqual([{ start: 8, end: 14, kind: 'footnote', page: 0 }]);
  expect(decodeWorkingText(encodeWorkingText(work))).toMatchObject({ ok: true, value: work });
});

test('each block is a line, and white space between and inside inlines is one space', () => {
  const work = build(
    { kind: 'heading', level: 2, inlines: says(' The mill ') },
    { kind: 'paragraph', inlines: says('It was\n  closed ', ' in ', set('May.', { bold: true })) },
  );
  expect(work.text).toBe('The mill\nIt was closed in May.');
  expect(slices(work)).toEqual(['The mill', 'It was closed in May.']);
  expect(work.sections).toEqual([{ start: 0, level: 2, title: 'The mill' }]);
  expect(work.words).toBe(7);
});

test('no-break spaces stay inside a line and go at its edges', () => {
  expect(build({ kind: 'paragraph', inlines: says('\u00a0Art.\u00a012 \u00a0') }).text).toBe(
    'Art.\u00a012',
  );
});

test('blocks without a character leave nothing', () => {
  const work = build(
    { kind: 'paragraph', inlines: says(' \u00a0', '\n') },
    { kind: 'table', rows: [{ cells: [cell(''), cell(' ')] }] },
    { kind: 'quote', inlines: says('One.') },
    { kind: 'heading', level: 1, inlines: [] },
  );
  expect(work.text).toBe('One.');
  expect(work.blocks).toEqual([{ start: 0, end: 4, kind: 'quote', level: 0 }]);
  expect(work.sections).toEqual([]);
});

test('code keeps its lines and indentation', () => {
  const work = build({ kind: 'code', inlines: says('\n  a {\n', '    b\r\n\r\n  }\n\n') });
  expect(work.text).toBe('  a {\n    b\n\n  }');
});

test('soft hyphens go from the text, and the map steps over them', () => {
  const { text, map } = build({ kind: 'paragraph', inlines: says('shel\u00adter\u00ad', 's') });
  expect(text).toBe('shelters');
  expect([[...map.w], [...map.s], [...map.sn]]).toEqual([
    [0, 4, 7, 8],
    [0, 5, 9],
    [4, 3, 1],
  ]);
});

test('a row of a table is a line, its cells parted by tabs, empty ones kept', () => {
  const rows = [
    { cells: [cell('Mill', { rows: 2 }), cell('Workers', { columns: 2 })] },
    { cells: [cell(''), cell('120')] },
  ];
  const work = build({ kind: 'paragraph', inlines: says('Table') }, { kind: 'table', rows });
  expect(work.text).toBe('Table\nMill\tWorkers\n\t120');
  expect(work.blocks?.slice(1).map(({ start, end, cell }) => [start, end, cell])).toEqual([
    [6, 10, { table: 0, row: 0, column: 0, header: false, columns: 1, rows: 2 }],
    [11, 18, { table: 0, row: 0, column: 1, header: false, columns: 2, rows: 1 }],
    [19, 19, { table: 0, row: 1, column: 1, header: false, columns: 1, rows: 1 }],
    [20, 23, { table: 0, row: 1, column: 2, header: false, columns: 1, rows: 1 }],
  ]);
});

test('a row that holds nothing but soft hyphens leaves nothing, and the map steps over it', () => {
  const work = build(
    { kind: 'table', rows: [{ cells: [cell('\u00ad'), cell(' ')] }] },
    { kind: 'paragraph', inlines: says('One.') },
  );
  expect(work.text).toBe('One.');
  expect([...work.map.s]).toEqual([1]);
});

test('spans that no table needs are cut', () => {
  const rows = [{ cells: [cell('a', { columns: 1e9, rows: 1e9 }), cell('b', { columns: -3 })] }];
  const places = build({ kind: 'table', rows }).blocks?.map(({ cell }) => cell);
  expect(places).toMatchObject([
    { column: 0, columns: 100, rows: 1 },
    { column: 100, columns: 1, rows: 1 },
  ]);
});

test('markers of items are no part of the text', () => {
  const work = build({ kind: 'item', depth: 2, marker: '3.', inlines: says('Wages') });
  expect(work.text).toBe('Wages');
  expect(work.blocks).toEqual([{ start: 0, end: 5, kind: 'item', level: 2, marker: '3.' }]);
});

test('boilerplate in a row is one range, a note is one of its own, a reference in the body another', () => {
  const work = build(
    { kind: 'paragraph', inlines: says('Home'), boilerplate: true },
    { kind: 'item', depth: 1, marker: '•', inlines: says('News'), boilerplate: true },
    { kind: 'paragraph', inlines: says('It closed', set('1', { noteref: true }), '.') },
    { kind: 'note', label: '1', inlines: says('Haiyun Daily') },
  );
  expect(work.ranges).toEqual([
    { start: 0, end: 9, kind: 'boilerplate', page: 0 },
    { start: 19, end: 20, kind: 'noteref', page: 0 },
    { start: 22, end: 34, kind: 'footnote', page: 0 },
  ]);
});

test('what goes on from inline to inline is one span; another target is another', () => {
  const a = 'https://a.example/';
  const b = 'https://b.example/';
  const work = build({
    kind: 'paragraph',
    inlines: says(
      set('one ', { bold: true, link: a }),
      set('two', { bold: true, italic: true, link: a }),
      set('three', { link: b }),
      'four',
      set('five', { bold: true }),
    ),
  });
  expect(work.spans).toEqual([
    { start: 0, end: 7, kind: 'link', target: a },
    { start: 0, end: 7, kind: 'bold' },
    { start: 4, end: 7, kind: 'italic' },
    { start: 7, end: 12, kind: 'link', target: b },
    { start: 16, end: 20, kind: 'bold' },
  ]);
});

test('a link that leads anywhere but to the web or a mailbox is only its words', () => {
  for (const link of ['javascript:alert(1)', 'java\nscript:x', 'file:///etc', 'data:,x', '/here']) {
    expect(build({ kind: 'paragraph', inlines: says(set('x', { link })) }).spans).toEqual([]);
  }
});

test('every character of every inline is in the text and in the map, in order', () => {
  fc.assert(
    fc.property(richDocuments, (document) => {
      const { text, map } = buildRichText(document, 'docx', 'x/1');
      const stream = document.blocks
        .flatMap(inlinesOf)
        .map((inline) => inline.text)
        .join('')
        .replace(/\s/g, '');
      const solid = text.replace(/\s/g, '');
      expect(solid).toBe(stream.replaceAll('\u00ad', ''));
      expect(map.w.at(-1)).toBe(solid.length);
      map.page.forEach((_, run) => {
        const [w, s, sn] = [map.w[run] ?? 0, map.s[run] ?? 0, map.sn[run] ?? 0];
        expect(stream.slice(s, s + sn)).toBe(solid.slice(w, map.w[run + 1]));
      });
    }),
  );
});

test('blocks ascend and keep apart, and hold all that is written; what is made comes back from its bytes', () => {
  fc.assert(
    fc.property(richDocuments, (document) => {
      const work = buildRichText(document, 'mail', 'x/1');
      const blocks = work.blocks ?? [];
      blocks.slice(1).forEach(({ start }, i) => {
        expect(start).toBeGreaterThan(blocks[i]?.end ?? 0);
      });
      expect(slices(work).join('').replace(/\s/g, '')).toBe(work.text.replace(/\s/g, ''));
      for (const { start, end } of work.spans ?? []) {
        expect(work.text.slice(start, end)).toBe(work.text.slice(start, end).trim());
        expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
      }
      expect(decodeWorkingText(encodeWorkingText(work))).toEqual({ ok: true, value: work });
    }),
  );
});
