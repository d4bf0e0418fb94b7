import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMhtml } from '../../../../shared/web/mhtml.ts';

function bytesOf(...lines: string[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(lines.join('\r\n'), (sign) => sign.charCodeAt(0));
}

const head = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://haiyun.example/news/1',
  'Subject: =?utf-8?Q?The mill?=',
  'Date: Mon, 30 Nov 2026 23:10:11 +0800',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----Part--9;x"',
  '',
  '',
];

function textOf(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const page = readMhtml(bytes);
  return page && new TextDecoder().decode(page.bytes);
}

test('the HTML part is decoded, with where and when it was saved', () => {
  const page = readMhtml(
    bytesOf(
      ...head,
      '------Part--9;x',
      'Content-Type: text/html; charset="gb2312"',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://haiyun.example/frame',
      '',
      '<p>a=3Db =E6=B5=B7 long=',
      ' line=',
      '</p> 5=3 =zz',
      '------Part--9;x',
      'Content-Type: image/png',
      '',
      'no picture',
      '------Part--9;x--',
    ),
  );
  expect(page && new TextDecoder().decode(page.bytes)).toBe('<p>a=b 海 long line</p> 5=3 =zz');
  expect(page).toMatchObject({
    charset: 'gb2312',
    saved: { url: 'https://haiyun.example/news/1', on: '2026-11-30' },
  });
});

test('Base64 is decoded, broken lines and all', () => {
  const body = btoa('<p>The mill</p>');
  expect(
    textOf(
      bytesOf(
        ...head,
        '------Part--9;x',
        'Content-Type: text/html',
        'Content-Transfer-Encoding: base64',
        '',
        body.slice(0, 7),
        ` ${body.slice(7)}`,
        '------Part--9;x--',
      ),
    ),
  ).toBe('<p>The mill</p>');
});

test('a page in a part of a part, or the only part, is found; a file cut short too', () => {
  expect(
    textOf(
      bytesOf(
        'Content-Type: multipart/related; boundary=a',
        '',
        '--a',
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/html',
        '',
        '<p>inner',
      ),
    ),
  ).toBe('<p>inner');
  expect(textOf(bytesOf('Content-Type: text/html', '', '<p>alone'))).toBe('<p>alone');
});

test.each([
  ['no head', 'nothing'],
  ['no boundary', 'Content-Type: multipart/related\n\n--\nContent-Type: text/html\n\nx'],
  ['no page', 'Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: image/png\n\nx'],
  ['plain text', 'Content-Type: text/plain\n\nx'],
])('%s is no page', (_, text) => {
  expect(readMhtml(bytesOf(text))).toBeUndefined();
});

test('multipart in multipart without end is given up', () => {
  const nested = Array.from({ length: 50 }, (_, i) => [
    `Content-Type: multipart/mixed; boundary=part${String(i)}x`,
    '',
    `--part${String(i)}x`,
  ]);
  expect(readMhtml(bytesOf(...nested.flat(), 'Content-Type: text/html', '', 'x'))).toBeUndefined();
});

test('any bytes give a page or none', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const page = readMhtml(Uint8Array.from([...bytesOf(...head), ...bytes]));
      expect(page === undefined || page.bytes instanceof Uint8Array).toBe(true);
    }),
  );
});
