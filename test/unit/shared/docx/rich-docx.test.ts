import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../../shared/docx/read-docx.ts';
import { richDocx } from '../../../../shared/docx/rich-docx.ts';
import { buildRichText } from '../../../../shared/text/build-rich-text.ts';
import type { WorkingText } from '../../../../shared/text/working-text.ts';
import {
  numberingPart,
  packDocx,
  paragraph as p,
  run,
  wordNamespace,
} from '../../../support/made-up-docx.ts';

function workOf(body: string, parts: Readonly<Record<string, string>> = {}): WorkingText {
  const read = readDocx(packDocx(body, { 'word/numbering.xml': numberingPart, ...parts }));
  if (read.kind !== 'read') throw new Error(read.kind);
  return buildRichText(richDocx(read.document), 'docx', 'docx/1');
}

const reference = (id: string) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const notes = (inner: string) => ({
  'word/footnotes.xml': `<w:footnotes xmlns:w="${wordNamespace}"><w:footnote w:id="-1" w:type="separator">${p(run('---'))}</w:footnote>${inner}</w:footnotes>`,
});
const note = (id: string, ...paragraphs: readonly string[]) =>
  `<w:footnote w:id="${id}">${paragraphs.map((text) => p(run(text))).join('')}</w:footnote>`;

describe('notes', () => {
  test('are numbered in the order they are referred to, and stand at the end', () => {
    const { text, ranges, blocks } = workOf(
      p(run('One'), reference('7')) + p(run('Two'), reference('3')),
      notes(
        note('3', 'Third file.') +
          note('7', 'Seventh file,', 'in two parts.') +
          note('9', 'Nobody refers to it.'),
      ),
    );
    expect(text).toBe('One1\nTwo2\nSeventh file,\nin two parts.\nThird file.');
    expect(ranges.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['noteref', '1'],
      ['noteref', '2'],
      ['footnote', 'Seventh file,'],
      ['footnote', 'in two parts.'],
      ['footnote', 'Third file.'],
    ]);
    expect(blocks?.slice(2).map(({ marker }) => marker)).toEqual(['1', undefined, '2']);
  });

  test('have the sign the document gives them, and the numbers its settings name', () => {
    const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>';
    const { text, blocks } = workOf(p(run('One'), own) + p(run('Two'), reference('2')), {
      ...notes(note('1', 'starred') + note('2', 'counted')),
      'word/settings.xml': `<w:settings xmlns:w="${wordNamespace}"><w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr></w:settings>`,
    });
    expect(text).toBe('One*\nTwoi\nstarred\ncounted');
    expect(blocks?.slice(2).map(({ marker }) => marker)).toEqual(['*', 'i']);
  });
});

test('a heading has its number beside it, and in the title of its section', () => {
  const numbered =
    '<w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const { text, sections, blocks } = workOf(p(numbered, run('The mills')));
  expect(text).toBe('The mills');
  expect(sections).toEqual([{ start: 0, level: 1, title: '1. The mills' }]);
  expect(blocks).toMatchObject([{ kind: 'heading', level: 1, marker: '1.' }]);
});

describe('a table', () => {
  const cell = (...blocks: readonly string[]) => `<w:tc>${blocks.join('')}</w:tc>`;
  const table = (...rows: readonly (readonly string[])[]) =>
    `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
  const text = (words: string) => p(run(words));

  test('shows the numbers of its cells: one, or the first and the last', () => {
    const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const item = (words: string) => p(numbered, run(words));
    const empty = p(numbered);
    const work = workOf(
      table([cell(item('a')), cell(text('b'))], [cell(empty), cell(item('c'), item('d'))]),
    );
    expect(work.text).toBe('a\tb\n\tc d');
    const markers = work.blocks?.map(({ marker }) => marker);
    expect(markers).toEqual(['1.', undefined, '2.', '3. – 4.']);
  });

  test('is a line a row, and the paragraphs of a cell one text', () => {
    const work = workOf(
      table([cell(text('a'), text('b')), cell(text('c'))], [cell(text('d')), cell(text('e'))]),
    );
    expect(work.text).toBe('a b\tc\nd\te');
    expect(work.blocks?.every(({ kind }) => kind === 'cell')).toBe(true);
  });

  test('that only places text is read cell after cell', () => {
    const box = workOf(table([cell(text('in a'), text('box'))]));
    expect(box.text).toBe('in a\nbox');
    const nested = workOf(
      table([cell(text('left')), cell(table([cell(text('x')), cell(text('y'))]))]),
    );
    expect(nested.text).toBe('left\nx\ty');
  });
});

test('running heads and feet are boilerplate, each once, around the text and its notes', () => {
  const namespaces = `xmlns:w="${wordNamespace}"`;
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const { text, ranges } = workOf(
    `${p(run('The text.'))}<w:sectPr><w:headerReference r:id="a"/><w:headerReference r:id="b"/><w:footerReference r:id="c"/></w:sectPr>`,
    {
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('a', 'header', 'h1.xml')}${relationship('b', 'header', '/word/h2.xml')}${relationship('c', 'footer', 'f.xml')}${relationship('d', 'header', 'unused.xml')}</Relationships>`,
      'word/h1.xml': `<w:hdr ${namespaces}>${p(run('Delta Watch'))}</w:hdr>`,
      'word/h2.xml': `<w:hdr ${namespaces}>${p(run('Delta Watch'))}${p(run('Draft'))}</w:hdr>`,
      'word/f.xml': `<w:ftr ${namespaces}>${p(run('Confidential'))}</w:ftr>`,
      'word/unused.xml': `<w:hdr ${namespaces}>${p(run('Never shown'))}</w:hdr>`,
    },
  );
  expect(text).toBe('Delta Watch\nDraft\nThe text.\nConfidential');
  expect(ranges.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['boilerplate', 'Delta Watch\nDraft'],
    ['boilerplate', 'Confidential'],
  ]);
});
