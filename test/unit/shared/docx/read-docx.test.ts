import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DocxBlock, DocxDocument } from '../../../../shared/docx/docx-document.ts';
import { readDocx } from '../../../../shared/docx/read-docx.ts';
import {
  numberingPart,
  packDocx,
  paragraph as p,
  run,
  wordNamespace,
} from '../../../support/made-up-docx.ts';

function read(bytes: Uint8Array<ArrayBuffer>): DocxDocument {
  const result = readDocx(bytes);
  if (result.kind !== 'read') throw new Error(result.kind);
  return result.document;
}

function textOf(block: DocxBlock): string {
  if (block.kind === 'paragraph') {
    return block.inlines
      .map(({ text, note }) => (note === undefined ? text : `${text}[^${note}]`))
      .join('');
  }
  return block.rows
    .map(({ cells }) => cells.map((cell) => cell.blocks.map(textOf).join(' / ')).join(' | '))
    .join('\n');
}

function texts(bytes: Uint8Array<ArrayBuffer>): string[] | string {
  const result = readDocx(bytes);
  return result.kind === 'read' ? result.document.blocks.map(textOf) : result.kind;
}

describe('a document of a word processor', () => {
  const made = new Document({
    title: 'Mills of the North',
    creator: 'Delta Watch',
    footnotes: { 1: { children: [new Paragraph('Delta Watch, “The Mills”')] } },
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [{ level: 0, format: LevelFormat.LOWER_LETTER, text: '%1)' }],
        },
      ],
    },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Delta Watch 2026')] }) },
        footers: { default: new Footer({ children: [new Paragraph('Confidential')] }) },
        children: [
          new Paragraph({ text: 'Law', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('The mills '),
              new TextRun({ text: 'employ many', style: 'Strong' }),
              new TextRun('.'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({ text: 'an item', bullet: { level: 0 } }),
          new Paragraph({ text: 'first', numbering: { reference: 'steps', level: 0 } }),
          new Paragraph({ text: 'second', numbering: { reference: 'steps', level: 0 } }),
          new Paragraph({
            children: [
              new ExternalHyperlink({
                link: 'https://delta.example/mills',
                children: [new TextRun('the page')],
              }),
            ],
          }),
          new Table({
            rows: [
              new TableRow({
                tableHeader: true,
                children: ['left', 'right'].map(
                  (text) => new TableCell({ children: [new Paragraph(text)] }),
                ),
              }),
            ],
          }),
        ],
      },
    ],
  });

  test('is read in order, with its numbers, its table, its notes and what it says of itself', async () => {
    const { blocks, notes, headers, footers, properties } = read(
      new Uint8Array(await Packer.toArrayBuffer(made)),
    );
    expect(blocks).toMatchObject([
      { heading: 1, inlines: [{ text: 'Law' }] },
      {
        inlines: [
          { text: 'The mills ' },
          { text: 'employ many', bold: true },
          { text: '.' },
          { text: '', note: '1' },
        ],
      },
      { marker: { text: '●', isBullet: true, depth: 1 }, inlines: [{ text: 'an item' }] },
      { marker: { text: 'a)', isBullet: false, depth: 1 } },
      { marker: { text: 'b)' } },
      { inlines: [{ text: 'the page', link: 'https://delta.example/mills' }] },
      { kind: 'table', rows: [{ isHeader: true, cells: [{ columns: 1 }, { columns: 1 }] }] },
    ]);
    expect(Array.from(notes.byId, ([id, own]) => [id, own.map(textOf).join('').trim()])).toEqual([
      ['1', 'Delta Watch, “The Mills”'],
    ]);
    expect(headers.map(textOf)).toEqual(['Delta Watch 2026']);
    expect(footers.map(textOf)).toEqual(['Confidential']);
    expect(properties).toEqual({ title: 'Mills of the North', creator: 'Delta Watch' });
  });
});

describe('the text of a paragraph', () => {
  test('has its breaks and hyphens, and nothing that was deleted, is code or only divides a word', () => {
    const body = p(
      run('one'),
      '<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>',
      `<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>${run(' new')}</w:ins>`,
      '<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>',
      '<mc:AlternateContent><mc:Choice>A</mc:Choice><mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent>',
      '<w:r><w:t>ex</w:t><w:softHyphen/><w:t>ample</w:t></w:r>',
    );
    expect(texts(packDocx(body))).toEqual(['one\ttwo\nthree\u2011four newexample']);
  });

  test('is without hidden text, guides to reading and the instructions of nested fields', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = p(
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>',
      '<w:r><w:ruby><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      field('begin') + '<w:r><w:instrText>IF </w:instrText></w:r>',
      field('begin') + '<w:r><w:instrText>MERGEFIELD a</w:instrText></w:r>' + field('separate'),
      run('inner') + field('end') + field('separate') + run(' shown') + field('end'),
    );
    expect(texts(packDocx(body))).toEqual(['base shown']);
  });

  test('goes on after a field that was never ended', () => {
    const begun = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText></w:r>';
    expect(texts(packDocx(p(begun, run('lost')) + p(run('there'))))).toEqual(['', 'there']);
  });

  test('is one where the end of the paragraph before it was deleted', () => {
    const joined = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    expect(texts(packDocx(p(joined, run('one ')) + p(run('sentence')) + p(run('two'))))).toEqual([
      'one sentence',
      'two',
    ]);
  });

  test('is not lost where its end was deleted and no paragraph follows', () => {
    const joined = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    const table = `<w:tbl><w:tr><w:tc>${p(joined, run('cell'))}</w:tc></w:tr></w:tbl>`;
    expect(texts(packDocx(p(joined, run('before')) + table + p(joined, run('last'))))).toEqual([
      'before',
      'cell',
      'last',
    ]);
  });

  test('is one with its first letter where that is as high as several lines', () => {
    const letter = p('<w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>', run('T'));
    const framed = p('<w:pPr><w:framePr w:w="100"/></w:pPr>', run('framed'));
    expect(texts(packDocx(letter + p(run('he mills')) + framed + p(run('after'))))).toEqual([
      'The mills',
      'framed',
      'after',
    ]);
  });

  test('comes before that of a box fixed to it, which stands there once', () => {
    const box = (text: string) => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('boxed')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('boxed')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(texts(packDocx(p(run('a '), drawing, run('sentence'))))).toEqual([
      'a sentence',
      'boxed',
    ]);
  });

  test('is a heading, a quotation or an item by its style and the style that one is based on', () => {
    const style = (id: string, inner: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}">${inner}</w:style>`;
    const styles = `<w:styles xmlns:w="${wordNamespace}">
      ${style('H', '<w:name w:val="heading 2"/>')}
      ${style('Own', '<w:name w:val="Our heading"/><w:basedOn w:val="H"/>')}
      ${style('G', '<w:name w:val="Überschrift 3"/>')}
      ${style('Z', '<w:name w:val="标题 1"/>')}
      ${style('Level', '<w:name w:val="Kapitel"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>')}
      ${style('Q', '<w:name w:val="Quote"/>')}
      ${style('Loop', '<w:name w:val="x"/><w:basedOn w:val="Loop"/>')}
      <w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    </w:styles>`;
    const styled = (id: string) => p(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, run('text'));
    const strong = p('<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>strong</w:t></w:r>');
    const ids = ['Own', 'G', 'Z', 'Level', 'Q', 'Loop', 'none'];
    const { blocks } = read(
      packDocx(ids.map(styled).join('') + strong, { 'word/styles.xml': styles }),
    );
    expect(
      blocks.map((block) => block.kind === 'paragraph' && (block.heading ?? block.role)),
    ).toEqual([2, 3, 1, 4, 'quote', undefined, undefined, undefined]);
    expect(blocks.at(-1)).toMatchObject({ inlines: [{ text: 'strong', bold: true }] });
  });

  test('is not bold where bold is switched off', () => {
    const body = p('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>plain</w:t></w:r>');
    expect(read(packDocx(body)).blocks).toEqual([
      { kind: 'paragraph', inlines: [{ text: 'plain' }], isItem: false },
    ]);
  });

  test('is told with its language and the direction it runs in', () => {
    const said = (language: string, text: string) =>
      p(
        '<w:pPr><w:bidi/></w:pPr>',
        `<w:r><w:rPr><w:lang w:val="en-GB" w:bidi="${language}"/></w:rPr><w:t>${text}</w:t></w:r>`,
      );
    expect(read(packDocx(said('ar-SA', 'قالت اللجنة إن الملاجئ مغلقة')))).toMatchObject({
      language: 'ar-SA',
      isRightToLeft: true,
    });
  });
});

describe('automatic numbers', () => {
  const markers = (body: string) =>
    read(packDocx(body, { 'word/numbering.xml': numberingPart })).blocks.map(
      (block) => block.kind === 'paragraph' && (block.marker?.text ?? null),
    );
  const item = (list: number, level: number) =>
    p(
      `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`,
      run('x'),
    );

  test('count by level, and begin anew below a level that went on', () => {
    const levels = [0, 1, 1, 0, 1, 2];
    expect(markers(levels.map((level) => item(1, level)).join(''))).toEqual([
      '1.',
      '1.1',
      '1.2',
      '2.',
      '2.1',
      '(i)',
    ]);
  });

  test('go on over text and over lists of the same kind, and start over where a list says so', () => {
    expect(markers([item(1, 0), p(run('between')), item(2, 0), item(3, 0)].join(''))).toEqual([
      '1.',
      null,
      '2.',
      '7.',
    ]);
  });

  test('are none for list 0, for a list that is not there, and where the level has no sign', () => {
    expect(markers([item(0, 0), item(99, 0), item(1, 8)].join(''))).toEqual([null, null, null]);
  });
});

describe('a table', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`;
  const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;

  test('has spans in both directions', () => {
    const merged = '<w:vMerge w:val="restart"/>';
    const body = `<w:tbl>${row(cell('wide', '<w:gridSpan w:val="2"/>'))}${row(cell('tall', merged), cell('a'))}${row(cell('', '<w:vMerge/>'), cell('b'))}</w:tbl>`;
    expect(read(packDocx(body)).blocks).toMatchObject([
      {
        rows: [
          { cells: [{ columns: 2, rows: 1 }] },
          {
            cells: [
              { columns: 1, rows: 2 },
              { columns: 1, rows: 1 },
            ],
          },
          { cells: [{ columns: 1, rows: 1 }] },
        ],
      },
    ]);
  });

  test('is without rows that were deleted, and keeps the text of cells in no row', () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('gone')}</w:tr>`;
    expect(
      texts(packDocx(`<w:tbl>${deleted}${row(cell('kept'))}${cell('loose')}</w:tbl>`)),
    ).toEqual(['kept\nloose']);
  });
});

describe('refused is', () => {
  const main = (text: string) => packDocx('', { 'word/document.xml': text });

  test('what is no zip, a zip of something else, and a damaged one', () => {
    expect(texts(new Uint8Array(strToU8('plain text')))).toBe('not-a-docx');
    expect(texts(new Uint8Array(zipSync({ 'a.txt': strToU8('a') })))).toBe('not-a-docx');
    expect(texts(main('<workbook/>'))).toBe('not-a-docx');
    expect(texts(packDocx(p(run('text'))).slice(0, 200))).toBe('damaged');
  });

  test('a document type, whatever it declares', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>';
    expect(texts(main(bomb))).toBe('unsafe');
    expect(texts(main('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'))).toBe('unsafe');
  });

  test('XML that is not well formed, and XML nested without end', () => {
    expect(texts(packDocx(p(run('a & b'))))).toBe('damaged');
    expect(texts(packDocx('<w:p>'))).toBe('damaged');
    expect(texts(packDocx('<w:p>'.repeat(10_000) + '</w:p>'.repeat(10_000)))).toBe('unsafe');
  });

  test('a part larger than any report, and more paragraphs than any has', () => {
    const bomb = packDocx(p(run('text')));
    // Its directory, where fflate writes it, is the last 46 bytes and a name before the 22 of the end.
    const size = bomb.length - 22 - 46 - 'word/document.xml'.length + 24;
    new DataView(bomb.buffer).setUint32(size, 100_000_001, true);
    expect(texts(bomb)).toBe('too-large');
    expect(texts(packDocx('<w:p/>'.repeat(400_001)))).toBe('too-large');
  });
});

test('damaged styles, numbers, notes and properties take no text with them', () => {
  const damaged = ['styles', 'numbering', 'footnotes', 'settings'].map((name) => [
    `word/${name}.xml`,
    '<broken',
  ]);
  const parts = {
    ...Object.fromEntries(damaged),
    'docProps/core.xml': '<!DOCTYPE x><x/>',
  } as Record<string, string>;
  expect(texts(packDocx(p(run('text')), parts))).toEqual(['text']);
});

test('whatever the bytes, there is an answer', () => {
  const whole = packDocx(p(run('The mills of the north employ many.')));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
      const bytes = whole.slice();
      bytes[at] = value;
      expect(['read', 'not-a-docx', 'damaged', 'too-large', 'unsafe', 'encrypted']).toContain(
        readDocx(bytes).kind,
      );
    }),
    { numRuns: 300 },
  );
});

test('whatever the order of its elements, all its words come back', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/);
  const inline = word.map((text) => ({ xml: run(`${text} `), words: [text] }));
  const { block } = fc.letrec<{ block: { xml: string; words: string[] } }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small' },
      fc.array(inline, { maxLength: 3 }).map((inner) => ({
        xml: p(...inner.map(({ xml }) => xml)),
        words: inner.flatMap(({ words }) => words),
      })),
      fc.array(fc.array(tie('block'), { maxLength: 2 }), { maxLength: 3 }).map((cells) => ({
        xml: `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell.map(({ xml }) => xml).join('')}<w:p/></w:tc>`).join('')}</w:tr></w:tbl>`,
        words: cells.flat().flatMap(({ words }) => words),
      })),
      tie('block').map(({ xml, words }) => ({
        xml: p(run('box '), `<w:r><w:pict><w:txbxContent>${xml}</w:txbxContent></w:pict></w:r>`),
        words: ['box', ...words],
      })),
    ),
  }));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const found = texts(packDocx(blocks.map(({ xml }) => xml).join('')));
      if (typeof found === 'string') throw new Error(found);
      expect(found.join(' ').match(/[a-z]+/g) ?? []).toEqual(blocks.flatMap(({ words }) => words));
    }),
  );
});
