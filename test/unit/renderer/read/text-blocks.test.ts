import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkAt, groupBlocks, sliceBlocks } from '../../../../renderer/read/text-blocks.ts';
import { richDocuments } from '../../../support/rich-documents.ts';
import { workOfPage } from '../../../support/web-page.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { buildRichText } from '../../../../shared/text/build-rich-text.ts';
import type { MarkedRange, WorkingText } from '../../../../shared/text/working-text.ts';

const words = fc.array(fc.constantFrom('shelter', 'the', 'Ministry', 'لا', '見', '😀', 'no.'), {
  minLength: 1,
  maxLength: 900,
});
const texts = fc
  .array(words, { minLength: 0, maxLength: 12 })
  .map((paragraphs) => paragraphs.map((list) => list.join(' ')).join('\n\n'));

function workOf(text: string): WorkingText {
  return buildPlainText(text, 'plain');
}

test('blocks hold every readable character once, in order', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const work = workOf(text);
      const blocks = sliceBlocks(work);
      const shown = blocks.map(({ start, end }) => work.text.slice(start, end)).join('');
      expect(shown.replace(/\s/g, '')).toBe(work.text.replace(/\s/g, ''));
      blocks.slice(1).forEach((block, i) => {
        expect(block.start).toBeGreaterThanOrEqual(blocks[i]?.end ?? 0);
      });
    }),
  );
});

test('the runs of a block cover it without a gap', () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(), { maxLength: 20 }), (text, cuts) => {
      const plain = workOf(text);
      const ranges = rangesFrom(cuts, plain.text.length);
      for (const { start, end, runs } of sliceBlocks({ ...plain, ranges })) {
        expect(runs[0]?.start).toBe(start);
        expect(runs.at(-1)?.end).toBe(end);
        runs.slice(1).forEach((run, i) => {
          expect(run.start).toBe(runs[i]?.end);
        });
      }
    }),
  );
});

test('a marked range is its own kind of run wherever it begins and ends', () => {
  const plain = workOf('One sentence stands here.');
  const ranges: MarkedRange[] = [{ start: 4, end: 12, kind: 'boilerplate', page: 0 }];
  const kinds = sliceBlocks({ ...plain, ranges })[0]?.runs.map(({ kind, start }) => [kind, start]);
  expect(kinds).toEqual([
    ['body', 0],
    ['boilerplate', 4],
    ['body', 12],
  ]);
});

test('a paragraph without end is cut between words, and never inside a character', () => {
  for (const unit of ['shelter ', '😀']) {
    const blocks = sliceBlocks(workOf(unit.repeat(5000)));
    expect(blocks.length).toBeGreaterThan(1);
    for (const { start, end } of blocks) {
      expect(workOf(unit.repeat(5000)).text.slice(start, end).isWellFormed()).toBe(true);
    }
  }
});

test('40 MB without a blank are cut like any other text', () => {
  const letters = 40_000_000;
  const blocks = sliceBlocks(workOf('w'.repeat(letters)));
  expect(blocks).toHaveLength(letters / 4_000);
  expect(blocks.at(-1)).toMatchObject({ start: letters - 4_000, end: letters });
});

test('the signs of a Markdown heading are a run of their own', () => {
  const work = buildPlainText('# Shelters\n\nText.', 'markdown');
  const runs = sliceBlocks(work)[0]?.runs ?? [];
  expect(runs.map(({ kind, start, end }) => [kind, work.text.slice(start, end)])).toEqual([
    ['markup', '# '],
    ['body', 'Shelters'],
  ]);
});

test('a closed page break is told at the run that begins there', () => {
  const plain = workOf('never made by the ministry');
  const joins = [{ at: 14, kind: 'page' as const, sure: true }];
  const runs = sliceBlocks({ ...plain, joins })[0]?.runs ?? [];
  expect(runs.map(({ start, join }) => [start, join !== undefined])).toEqual([
    [0, false],
    [14, true],
  ]);
});

test('every offset is found in the chunk that shows it', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, at) => {
      const chunks = groupBlocks(sliceBlocks(workOf(text)), 500);
      const chunk = chunks[at % Math.max(1, chunks.length)];
      if (chunk === undefined) return;
      for (const offset of [chunk.start, chunk.end - 1]) {
        expect(chunks[chunkAt(chunks, offset)]).toBe(chunk);
      }
    }),
  );
});

function rangesFrom(cuts: readonly number[], length: number): MarkedRange[] {
  const places = [...new Set(cuts.map((cut) => cut % (length + 1)))].sort((a, b) => a - b);
  const ranges: MarkedRange[] = [];
  for (let i = 0; i + 1 < places.length; i += 2) {
    ranges.push({ start: places[i] ?? 0, end: places[i + 1] ?? 0, kind: 'footnote', page: 0 });
  }
  return ranges;
}

test('a structured text is shown block by block, every character once and in order, cells and all', () => {
  fc.assert(
    fc.property(richDocuments, (document) => {
      const work = buildRichText(document, 'html', 'web/1');
      const runs = sliceBlocks(work).flatMap((block) => [
        ...block.runs,
        ...(block.rows ?? []).flat().flatMap((cell) => cell.runs),
      ]);
      const shown = runs.map(({ start, end }) => work.text.slice(start, end)).join('');
      expect(shown.replace(/\s/g, '')).toBe(work.text.replace(/\s/g, ''));
      runs.slice(1).forEach(({ start }, i) => {
        expect(start).toBeGreaterThanOrEqual(runs[i]?.end ?? 0);
      });
    }),
  );
});

test('each run knows how it is set, and a long table is shown in parts cut between rows', () => {
  const row = `<tr><td>${'a '.repeat(200)}<td><b>1 <i>2</i></b>`;
  const work = workOfPage(`<ul><li>One</ul><table><tr><th>A<th>B${row.repeat(40)}</table>`);
  const [item, ...tables] = sliceBlocks(work);
  expect(item?.block).toMatchObject({ kind: 'item', marker: '•' });
  expect(tables.length).toBeGreaterThan(1);
  expect(tables.flatMap(({ rows = [] }) => rows)).toHaveLength(41);
  const set = tables[0]?.rows?.[1]?.[1]?.runs.map(({ spans = [] }) =>
    spans.map(({ kind }) => kind),
  );
  expect(set).toEqual([['bold'], ['bold', 'italic']]);
});
