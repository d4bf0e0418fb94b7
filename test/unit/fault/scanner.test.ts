import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { formsOf, makeCanary } from '../../fault/canary.ts';
import { Random } from '../../fault/random.ts';
import { Scanner } from '../../fault/scanner.ts';

const random = new Random(5);
const canaries = Array.from({ length: 300 }, () => makeCanary(random));
const [canary = ''] = canaries;
const scanner = new Scanner();
for (const each of canaries) scanner.add(each, formsOf(each));

function around(bytes: Uint8Array): Buffer {
  return Buffer.concat([random.bytes(5_000), bytes, random.bytes(3_001)]);
}

function found(bytes: Uint8Array): string[] {
  return scanner.scan(around(bytes)).map(({ what }) => what);
}

test.each([
  ['as text', Buffer.from(canary)],
  ['in capitals, as an index keeps it', Buffer.from(canary.toUpperCase())],
  ['as UTF-16', Buffer.from(canary.toLowerCase(), 'utf16le')],
  ['as big-endian UTF-16', Buffer.from(canary, 'utf16le').swap16()],
  ['as hex', Buffer.from(Buffer.from(canary).toString('hex'))],
  ['percent-escaped', Buffer.from(Buffer.from(canary).toString('hex').replace(/../g, '%$&'))],
  [
    'as JSON escapes',
    Buffer.from(Array.from(canary, (c) => `\\u00${c.charCodeAt(0).toString(16)}`).join('')),
  ],
  ['in base64', Buffer.from(Buffer.from(`a note: ${canary}!`).toString('base64'))],
  ['in base64, one byte on', Buffer.from(Buffer.from(`a note ${canary} of it`).toString('base64'))],
  [
    'in base64, two bytes on',
    Buffer.from(Buffer.from(`a note${canary} or not`).toString('base64')),
  ],
  ['deflated', deflateSync(`before ${canary} after`)],
  ['in a gzip that was cut off', gzipSync(JSON.stringify({ list: canaries })).subarray(0, 2_000)],
])('finds a word %s', (_how, bytes) => {
  expect(found(bytes)).toContain(canary);
});

test('finds a word written as UTF-16 into a file inside a zip inside a gzip', () => {
  const packed = deflateRawSync(Buffer.from(`the note says ${canary}`, 'utf16le'));
  const header = Buffer.alloc(34);
  header.set(Buffer.from('504b03041400000008', 'hex'));
  header.writeUInt16LE('a.tx'.length, 26);
  const hits = scanner.scan(around(gzipSync(Buffer.concat([header, packed]))));
  expect(hits).toContainEqual({ what: canary, form: 'utf16le in gzip in zip' });
});

test('finds every one of them, and none where none is', () => {
  expect(new Set(found(Buffer.from(canaries.join(' '))))).toEqual(new Set(canaries));
  expect(found(random.bytes(500_000))).toEqual([]);
});
