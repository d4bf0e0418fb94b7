import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
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
import { readDocx } from '../../../../shared/docx/read-docx.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function packed(
  body: string,
  more: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const document = `<w:document xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`;
  const parts = Object.entries({ 'word/document.xml': document, ...more });
  return new Uint8Array(
    zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)]))),
  );
}

function texts(bytes: Uint8Array<ArrayBuffer>): string[] | string {
  const read = readDocx(bytes);
  return read.kind === 'read' ? read.paragraphs.map(({ text }) => text) : read.kind;
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...inner: readonly string[]) => `<w:p>${inner.join('')}</w:p>`;

describe('a document of a word processor', () => {
  const made = new Document({
    footnotes: { 1: { children: [new Paragraph('Delta Watch, “The Mills”')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: '1. Law', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('The mills '),
              new TextRun({ text: 'employ many', style: 'Strong' }),
              new TextRun('.'),
              new FootnoteReferenceRun(1),
            ],
          }),
          new Paragraph({ text: 'an item', bullet: { level: 0 } }),
          new Table({
            rows: [
              new TableRow({
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

  test('is read in order, tables row by row, notes at the end', async () => {
    const read = readDocx(new Uint8Array(await Packer.toArrayBuffer(made)));
    if (read.kind !== 'read') throw new Error(read.kind);
    expect(read.paragraphs).toMatchObject([
      { text: '1. Law', heading: 1, isItem: false, emphasis: [] },
      { text: 'The mills employ many.[^1]', emphasis: [{ start: 10, end: 21 }] },
      { text: 'an item', isItem: true },
      { text: 'left' },
      { text: 'right' },
      { text: expect.stringContaining('Delta Watch, “The Mills”') as string, note: '1' },
    ]);
  });
});

describe('the text of a paragraph', () => {
  test('has its breaks and hyphens, and nothing that was deleted or is code', () => {
    const body = p(
      run('one'),
      '<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t></w:r>',
      `<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>${run(' new')}</w:ins>`,
      '<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>',
      '<mc:AlternateContent><mc:Choice>A</mc:Choice><mc:Fallback><w:r><w:t>twice</w:t></w:r></mc:Fallback></mc:AlternateContent>',
    );
    expect(texts(packed(body))).toEqual(['one\ttwo\nthree\u2011four new']);
  });

  test('is a heading or a quotation by its style and the style that one is based on', () => {
    const styles = `<w:styles xmlns:w="${namespace}">
      <w:style w:styleId="H"><w:name w:val="heading 2"/></w:style>
      <w:style w:styleId="Own"><w:name w:val="Our heading"/><w:basedOn w:val="H"/></w:style>
      <w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
      <w:style w:styleId="S"><w:name w:val="Strong"/></w:style>
      <w:style w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>
    </w:styles>`;
    const styled = (id: string) => p(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, run('text'));
    const strong = p('<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>strong</w:t></w:r>');
    const read = readDocx(
      packed(['Own', 'Q', 'Loop', 'none'].map(styled).join('') + strong, {
        'word/styles.xml': styles,
      }),
    );
    expect(read).toMatchObject({
      paragraphs: [
        { heading: 2, isQuotation: false },
        { isQuotation: true },
        { isQuotation: false },
        { isQuotation: false },
        { emphasis: [{ start: 0, end: 6 }] },
      ],
    });
  });

  test('is not bold where bold is switched off', () => {
    const body = p('<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>plain</w:t></w:r>');
    expect(readDocx(packed(body))).toMatchObject({ paragraphs: [{ emphasis: [] }] });
  });
});

describe('refused is', () => {
  test('what is no zip, a zip of something else, and a damaged one', () => {
    expect(texts(new Uint8Array(strToU8('plain text')))).toBe('not-a-docx');
    expect(texts(new Uint8Array(zipSync({ 'a.txt': strToU8('a') })))).toBe('not-a-docx');
    expect(texts(packed(p(run('text'))).slice(0, 200))).toBe('damaged');
  });

  test('a document type, whatever it declares', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>';
    expect(texts(packed('', { 'word/document.xml': bomb }))).toBe('damaged');
    expect(
      texts(packed('', { 'word/document.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' })),
    ).toBe('damaged');
  });

  test('XML that is not well formed, and XML nested without end', () => {
    expect(texts(packed(p(run('a & b'))))).toBe('damaged');
    expect(texts(packed('<w:p>'))).toBe('damaged');
    expect(texts(packed('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000)))).toBe('damaged');
  });

  test('a part larger than any report', () => {
    expect(texts(packed(p(run(' '.repeat(70_000_000)))))).toBe('too-large');
  });
});

test('damaged styles and notes take no text with them', () => {
  const parts = { 'word/styles.xml': '<broken', 'word/footnotes.xml': '<broken' };
  expect(texts(packed(p(run('text')), parts))).toEqual(['text']);
});

test('whatever the bytes, there is an answer', () => {
  const whole = packed(p(run('The mills of the north employ many.')));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
      const bytes = whole.slice();
      bytes[at] = value;
      expect(['read', 'not-a-docx', 'damaged', 'too-large']).toContain(readDocx(bytes).kind);
    }),
    { numRuns: 300 },
  );
});
