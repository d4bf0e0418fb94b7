import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../shared/text/decode.ts';

const sentence = 'The café in Haiyun was closed – “for good”, they said.';

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
  const whole = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * whole.length));
  for (let i = 0; i < whole.length; i++) view.setUint16(2 * i, whole.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

function bytesOf(...values: number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(values);
}

function latin(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

describe('encodings', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(sentence), 'utf-8'],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${sentence}`), 'utf-8'],
    ['UTF-16 LE with its mark', utf16(sentence, true, true), 'utf-16le'],
    ['UTF-16 BE with its mark', utf16(sentence, false, true), 'utf-16be'],
    ['UTF-16 LE without', utf16(sentence, true, false), 'utf-16le'],
    ['UTF-16 BE without', utf16(sentence, false, false), 'utf-16be'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: sentence, encoding });
  });

  test('Windows-1252, its quotes and dashes too', () => {
    const bytes = latin('The caf\xe9 in Haiyun was closed \x96 \x93for good\x94, they said.');
    expect(decodeText(bytes)).toEqual({ kind: 'text', text: sentence, encoding: 'windows-1252' });
  });

  test('Chinese in UTF-16 without a mark is known by its line ends', () => {
    const text = '海雲共和國\n各省的工人\n沒有工資\n';
    expect(decodeText(utf16(text, true, false))).toMatchObject({ text, encoding: 'utf-16le' });
  });
});

describe('what is not known is said', () => {
  test.each([
    // "中华人民共和国各省工人" in GBK, "海雲の工場で働く" in Shift-JIS, "Река поднялась ночью" in Windows-1251
    [
      'GBK',
      bytesOf(0xd6, 0xd0, 0xbb, 0xaa, 0xc8, 0xcb, 0xc3, 0xf1, 0xb9, 0xb2, 0xba, 0xcd, 0xb9, 0xfa),
    ],
    ['Shift-JIS', bytesOf(0x8a, 0x43, 0x89, 0x5f, 0x82, 0xcc, 0x8d, 0x48, 0x8f, 0xea, 0x82, 0xc5)],
    [
      'Windows-1251',
      bytesOf(0xd0, 0xe5, 0xea, 0xe0, 0x20, 0xef, 0xee, 0xe4, 0xed, 0xff, 0xeb, 0xe0),
    ],
    ['control characters', bytesOf(1, 2, 3, 4, 5, 6, 7, 8)],
    ['a cut-off UTF-16', bytesOf(0xff, 0xfe, 0x41)],
    ['half a surrogate pair in UTF-16', bytesOf(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ kind: 'encoding-unknown' });
  });
});

test('line ends of every kind become \\n', () => {
  expect(decodeText(latin('a\r\nb\rc\nd'))).toMatchObject({ text: 'a\nb\nc\nd' });
});

test('any text written as UTF-8 is read back, line ends aside', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', 'b', ' ', 'é', '海', 'ש', '.', '\n', '\r', '\t'),
        minLength: 1,
      }),
      (text) => {
        const decoded = decodeText(new TextEncoder().encode(text));
        expect(decoded).toMatchObject({ kind: 'text', text: text.replace(/\r\n?/g, '\n') });
      },
    ),
  );
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(['text', 'encoding-unknown']).toContain(decodeText(Uint8Array.from(bytes)).kind);
    }),
  );
});
