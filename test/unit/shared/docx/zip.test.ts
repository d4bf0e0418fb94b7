import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { listZip, unzip } from '../../../../shared/docx/zip.ts';

const packed = (files: Zippable) => new Uint8Array(zipSync(files));
const text = strToU8('The mills of the north employ many. '.repeat(50));

function open(bytes: Uint8Array<ArrayBuffer>, name = 'a.txt', most = 1_000_000) {
  const listing = listZip(bytes);
  if (listing.kind !== 'listed') return listing.kind;
  const entry = listing.entries.get(name);
  if (entry === undefined) return 'missing';
  const file = unzip(bytes, entry, most);
  return file.kind === 'file' ? file.bytes : file.kind;
}

/** Where the directory of a zip of one file `a.txt` begins. */
const directoryAt = (bytes: Uint8Array) => bytes.length - 22 - 46 - 5;

function changed(bytes: Uint8Array<ArrayBuffer>, at: number, value: number) {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

describe('a file in a zip', () => {
  const whole = packed({ 'a.txt': text });

  test('is found by its name in either case, packed or not', () => {
    expect(open(whole)).toEqual(text);
    expect(open(packed({ 'A.TXT': [text, { level: 0 }] }))).toEqual(text);
  });

  const commented = (comment: readonly number[]) => {
    const bytes = Uint8Array.from([...whole, ...comment]);
    new DataView(bytes.buffer).setUint16(whole.length - 2, comment.length, true);
    return bytes;
  };

  test('is found before a comment, and before bytes that follow the end', () => {
    expect(open(commented([0x50, 0x4b, 5, 6, 1]))).toEqual(text);
    expect(open(Uint8Array.from([...whole, 1, 2, 3]))).toEqual(text);
  });

  test('is not given where a comment is an end of its own', () => {
    expect(open(commented([0x50, 0x4b, 5, 6, ...new Uint8Array(18)]))).toBe('unsafe');
  });

  test('is damaged where its checksum, its size or its place is wrong', () => {
    const at = directoryAt(whole);
    expect(open(changed(whole, at + 16, 0))).toBe('damaged');
    expect(open(changed(whole, at + 24, text.length - 1))).toBe('damaged');
    expect(open(changed(whole, at + 24, text.length + 1))).toBe('damaged');
    expect(open(changed(whole, at + 20, 5))).toBe('damaged');
    expect(open(changed(whole, at + 42, 3))).toBe('damaged');
    expect(open(changed(whole, at + 42, 0x7fffffff))).toBe('damaged');
  });

  test('is too large where it says so, and where 64 bits are needed to say it', () => {
    expect(open(whole, 'a.txt', text.length - 1)).toBe('too-large');
    expect(open(changed(whole, directoryAt(whole) + 24, 0xffffffff))).toBe('too-large');
    expect(open(changed(whole, whole.length - 6, 0xffffffff))).toBe('too-large');
  });

  test('is encrypted where it is marked so', () => {
    expect(open(changed(whole, directoryAt(whole) + 8, 0x00080001))).toBe('encrypted');
  });

  test('is not given where there are two of its name', () => {
    const twice = packed({ 'a.txt': text, 'A.TXT': text });
    expect(open(twice)).toBe('unsafe');
  });
});

test('what is no zip, and a zip without an end, are told apart', () => {
  expect(open(Uint8Array.from(text))).toBe('not-a-zip');
  expect(open(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toBe('damaged');
});
