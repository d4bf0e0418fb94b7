// The real extract worker, with pdf.js in it, in a real Chromium.
import { afterAll, describe, expect, test } from 'vitest';
import { createExtractor } from '../../../renderer/extract/extract.ts';
import type { ImportedText } from '../../../renderer/vault/calls/import.ts';
import { decodeWorkingText } from '../../../shared/text/codec.ts';
import type { WorkingText } from '../../../shared/text/working-text.ts';
import { concat, utf8 } from '../../../shared/bytes.ts';
import { jpegPicture } from '../../support/jpeg-picture.ts';
import {
  exifBlock,
  gifHead,
  jpegHead,
  pngOfSize,
  pngPicture,
  withExif,
} from '../../support/pictures.ts';
import { numberingPart, packDocx, paragraph, run } from '../../support/made-up-docx.ts';
import {
  attachedPart,
  madeMail,
  mailHead,
  mailOf,
  multipart,
  textPart,
} from '../../support/made-up-mail.ts';
import { lockedPdf, smallPdf } from '../../support/small-pdf.ts';

const extractor = createExtractor();
afterAll(() => {
  extractor.end();
});

const never = new AbortController().signal;
const ignore = () => undefined;

function read(bytes: ArrayBuffer | string, name: string): Promise<ImportedText> {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes).buffer : bytes;
  return extractor.extract(content, name, ignore, never);
}

function workOf({ working }: ImportedText): WorkingText {
  const decoded = decodeWorkingText(new Uint8Array(working ?? new ArrayBuffer()));
  if (!decoded.ok) throw new Error(decoded.error);
  return decoded.value;
}

function startScript(script: string): Worker {
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
}

const report = () =>
  smallPdf({
    title: 'The Mill Report',
    pageLabels: '[0 << /S /r >> 1 << /S /D /St 12 >>]',
    pages: [
      ['The inspectors of the northern provinces visited the mills along the river and'],
      ['found nobody who would speak to them.', 'They left.'],
    ],
  });

describe('a Word document', () => {
  const item = (text: string) =>
    paragraph(
      '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
      run(text),
    );
  const cells = (...texts: readonly string[]) =>
    `<w:tr>${texts.map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`;
  const body = [
    item('The shelter was closed.'),
    item('Nobody was told.'),
    `<w:tbl>${cells('Year', 'Cases')}${cells('2025', '41')}</w:tbl>`,
  ].join('');

  test('is read with its lists and tables', async () => {
    const bytes = packDocx(body, { 'word/numbering.xml': numberingPart });
    const result = await read(bytes.buffer, 'shelters.docx');
    expect(result).toMatchObject({ status: 'text', format: 'docx', extractor: 'docx/2' });
    const work = workOf(result);
    expect(work.text).toBe('The shelter was closed.\nNobody was told.\nYear\tCases\n2025\t41');
    expect(work.blocks?.map(({ kind, marker }) => [kind, marker])).toEqual([
      ['item', '1.'],
      ['item', '2.'],
      ...Array.from({ length: 4 }, () => ['cell', undefined]),
    ]);
  });

  test('that is damaged, locked or a bomb has a reason', async () => {
    const whole = packDocx(body);
    const locked = Uint8Array.of(
      ...[0xd0, 0xcf, 0x11, 0xe0],
      ...Array.from('EncryptedPackage', (sign) => [sign.charCodeAt(0), 0]).flat(),
    );
    const entities = packDocx('', {
      'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    });
    const outcomes = [];
    for (const bytes of [whole.slice(0, -30), locked, entities]) {
      const { status, reason } = await read(bytes.buffer, 'shelters.docx');
      outcomes.push([status, reason]);
    }
    expect(outcomes).toEqual([
      ['unreadable', 'damaged'],
      ['needs-password', undefined],
      ['unreadable', 'unsafe'],
    ]);
  });
});

describe('a mail', () => {
  const [said, page] = ['The shelter was closed in winter.', 'text/html; charset=utf-8'];
  const mail = madeMail(
    'Shelters',
    multipart('mixed', [
      multipart(
        'alternative',
        [textPart('See the page.'), textPart(`<h1>Visits</h1><p>${said}</p>`, page)],
        'ways',
      ),
      attachedPart('visits.txt', 'Nobody was there.', 'text/plain'),
      attachedPart('list.docx', packDocx(paragraph(run('Three names.')))),
    ]),
  );

  test('is read with its header, its text as a page, and what is attached to it', async () => {
    const result = await read(mail.buffer, 'shelters.eml');
    expect(result).toMatchObject({
      ...{ status: 'text', format: 'mail', extractor: 'mail/2' },
      details: {
        title: 'Shelters',
        author: 'Weber, R.',
        published: { value: '2026-03-03', precision: 'day' },
      },
      proposed: { title: 'stated', author: 'stated', published: 'stated' },
    });
    const { text, blocks = [] } = workOf(result);
    expect(text.split('\n')).toEqual([
      'From: "Weber, R." <r.weber@delta.example>',
      'To: desk@haiyun.example',
      'Date: Tue, 3 Mar 2026 10:15:00 +0800',
      'Subject: Shelters',
      'Visits',
      said,
    ]);
    expect(blocks.map(({ kind }) => kind).slice(4)).toEqual(['heading', 'paragraph']);
    const decoder = new TextDecoder();
    expect(result.parts?.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['visits.txt', 'text/plain'],
      ['list.docx', 'application/octet-stream'],
    ]);
    expect(decoder.decode(result.parts?.[0]?.bytes)).toBe('Nobody was there.');
  });

  test('is told by its head whatever its name, and a text that looks like one is none', async () => {
    const formats = [];
    for (const [bytes, name] of [
      [mailOf(mailHead, said), 'saved.txt'],
      [mailOf(['From: R. Weber', 'To: the desk'], said), 'memo.txt'],
      [mailOf(['From: R. Weber', 'To: the desk'], said), 'memo.eml'],
    ] as const) {
      formats.push((await read(bytes.buffer, name)).format);
    }
    expect(formats).toEqual(['mail', 'plain', 'mail']);
  });

  test('that is encrypted, too much or nested without end has a reason', async () => {
    const many = Array.from({ length: 10_000 }, () => ({ head: [], body: 'x' }));
    let deep = textPart(said);
    for (let depth = 0; depth < 40; depth++) deep = multipart('mixed', [deep], `b${depth}`);
    const outcomes = [];
    for (const part of [
      multipart('encrypted', [attachedPart('a.asc', 'x')]),
      multipart('mixed', many),
      deep,
    ]) {
      const { status, reason, details } = await read(madeMail('Sealed', part).buffer, 'a.eml');
      outcomes.push([status, reason, details.title]);
    }
    expect(outcomes).toEqual([
      ['unreadable', 'encryption-unknown', 'Sealed'],
      ['unreadable', 'too-large', undefined],
      ['unreadable', 'unsafe', undefined],
    ]);
  });
});

describe('a PDF', () => {
  test('is read with its pages, labels, joins and what it says of itself', async () => {
    const pages: string[] = [];
    const result = await extractor.extract(
      report(),
      'report.pdf',
      (page, of) => pages.push(`${page}/${of}`),
      never,
    );
    expect(result).toMatchObject({ status: 'text', format: 'pdf', pages: 2, words: 22 });
    expect(result.details.title).toBe('The Mill Report');
    expect(pages).toEqual(['1/2', '2/2']);
    const work = workOf(result);
    expect(work.text).toContain('along the river and found nobody');
    expect(work.pages.map(({ label }) => label)).toEqual(['i', '12']);
    expect(work.pages[0]).toMatchObject({ width: 595, height: 842 });
    expect(work.joins.map(({ kind }) => kind)).toEqual(['page']);
  });

  test('is known by its content, not by its name', async () => {
    expect(await read(report(), 'notes.txt')).toMatchObject({ status: 'text', format: 'pdf' });
  });

  test('without text says so', async () => {
    expect(await read(smallPdf({ pages: [[]] }), 'scan.pdf')).toMatchObject({
      status: 'no-text',
      pages: 1,
      words: 0,
    });
  });

  test('with damaged page labels keeps its text', async () => {
    const bytes = smallPdf({ pages: [['Here it is.']], pageLabels: '[0 (x) (y) null]' });
    expect(await read(bytes, 'x.pdf')).toMatchObject({ status: 'text', words: 3 });
  });

  test('that wants a password says so', async () => {
    expect(await read(lockedPdf(), 'locked.pdf')).toMatchObject({ status: 'needs-password' });
  });

  test('that is rubbish behind its header is damaged', async () => {
    expect(await read('%PDF-1.7\nnothing of the kind', 'x.pdf')).toMatchObject({
      status: 'unreadable',
      reason: 'damaged',
    });
  });
});

describe('other files', () => {
  test.each([
    [
      'Markdown in a text file',
      '# Haiyun\n\nSee **the** [law](#).',
      { format: 'markdown', status: 'text' },
    ],
    ['plain text', 'The river rose.', { format: 'plain', status: 'text', words: 3 }],
    ['white space', ' \n\n', { status: 'no-text' }],
    ['nothing', '', { status: 'unreadable', reason: 'empty-file' }],
    ['a web page', '<!DOCTYPE html><p>x', { format: 'html', status: 'text', words: 1 }],
    [
      'a page saved as a message',
      'Snapshot-Content-Location: https://haiyun.example/\nContent-Type: text/html\n\n<p>x y',
      { format: 'html', status: 'text', details: { url: 'https://haiyun.example/' } },
    ],
    [
      'a shortcut',
      '[InternetShortcut]\nURL=https://haiyun.example/',
      { format: 'link', status: 'no-text', details: { url: 'https://haiyun.example/' } },
    ],
    [
      'a property list with an entity of its own',
      '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY x "y">]><plist/>',
      { format: 'link', status: 'unreadable', reason: 'unsafe' },
    ],
    ['an archive', 'PK\x03\x04rest', { status: 'unreadable', reason: 'not-a-known-format' }],
    [
      'control characters',
      '\x01\x02\x03\x04',
      { status: 'unreadable', reason: 'encoding-unknown' },
    ],
  ])('%s', async (_, content, expected) => {
    expect(await read(content, 'file.txt')).toMatchObject(expected);
  });
});

describe('the worker', () => {
  test('reads documents one after the other, each answered for itself', async () => {
    const results = await Promise.all([
      read('One.', 'a.txt'),
      read(report(), 'b.pdf'),
      read('Three words here.', 'c.txt'),
    ]);
    expect(results.map(({ words }) => words)).toEqual([1, 22, 3]);
  });

  test('is ended when asked to stop, and another one reads on', async () => {
    const stop = new AbortController();
    const stopped = extractor.extract(report(), 'a.pdf', ignore, stop.signal);
    stop.abort();
    await expect(stopped).rejects.toThrow();
    expect(await read('Still here.', 'b.txt')).toMatchObject({ words: 2 });
  });

  test('that says nothing is given up and replaced', async () => {
    let started = 0;
    const silent = createExtractor({
      silenceMs: 20,
      startWorker: () => {
        started++;
        return startScript('onmessage = () => postMessage({ kind: "begun" })');
      },
    });
    const bytes = () => new TextEncoder().encode('x').buffer;
    const first = await silent.extract(bytes(), 'a', ignore, never);
    const second = await silent.extract(bytes(), 'b', ignore, never);
    silent.end();
    expect([first.reason, second.reason]).toEqual(['took-too-long', 'took-too-long']);
    expect(started).toBe(2);
  });

  test('that dies is replaced, and the document is called damaged', async () => {
    const dying = createExtractor({
      startWorker: () => {
        return startScript('onmessage = () => { throw new Error("gone") }');
      },
    });
    const result = await dying.extract(new ArrayBuffer(1), 'a', ignore, never);
    dying.end();
    expect(result).toMatchObject({ status: 'unreadable', reason: 'damaged' });
  });
});

describe('a picture', () => {
  test('has a page of its size and no text', async () => {
    const bytes = pngPicture(60, 40, (x, y) => [x, y, 0]);
    const result = await read(bytes.buffer, 'scan.png');
    expect(result).toMatchObject({ status: 'no-text', format: 'image', pages: 1, words: 0 });
    expect(workOf(result)).toMatchObject({ text: '', pages: [{ width: 60, height: 40 }] });
  });

  test('that lies on its side is measured as it will stand', async () => {
    const bytes = withExif(await jpegPicture(64, 32), exifBlock(6));
    expect(workOf(await read(bytes.buffer, 'photo.jpg')).pages[0]).toMatchObject({
      width: 32,
      height: 64,
    });
  });

  test.each([
    ['of 30,000 pixels a side', pngOfSize(30_000, 30_000), 'too-large'],
    [
      'of 16,384 pixels a side, whose file has 60 bytes',
      gifHead([1, 1], [16_384, 16_384]),
      'too-large',
    ],
    ['whose pixels are not there', pngOfSize(600, 400), 'damaged'],
    ['cut off in its header', jpegHead(600, 400).subarray(0, 20), 'damaged'],
    [
      'with the first bytes of another format',
      concat(utf8('GIF89a'), new Uint8Array(60)),
      'damaged',
    ],
  ])('%s is kept with the reason', async (_, bytes, reason) => {
    const result = await read(bytes.slice().buffer, 'picture.png');
    expect(result).toMatchObject({ status: 'unreadable', reason, format: 'image' });
    expect(result.working).toBeUndefined();
  });

  test('cut off in the middle is damaged, and the next document is read all the same', async () => {
    const whole = await jpegPicture(300, 200);
    expect(await read(whole.slice(0, whole.length - 400).buffer, 'cut.jpg')).toMatchObject({
      reason: 'damaged',
    });
    expect(await read(whole.buffer, 'whole.jpg')).toMatchObject({ status: 'no-text' });
  });

  test('with a PDF behind it is a picture, and a drawing in XML is none', async () => {
    const polyglot = concat(
      pngPicture(20, 10, () => [9, 9, 9]),
      utf8('%PDF-1.7\n'),
    );
    expect(await read(polyglot.buffer, 'both.pdf')).toMatchObject({ format: 'image' });
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script/></svg>';
    expect(await read(svg, 'drawing.svg')).toMatchObject({ status: 'unreadable' });
  });
});
