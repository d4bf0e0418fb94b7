// What import makes of the sample's files equals the key, which was written by hand, and of nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../renderer/extract/document.ts';
import { decodeWorkingText } from '../../../shared/text/codec.ts';
import { answerOf, expectedOf } from '../../../tools/sample/answer.ts';
import { madeSources } from '../../../tools/sample/made-sources.ts';
import { data, worker } from '../../../tools/verify/pdfjs-in-node.ts';
import { key } from './answer-key.ts';

const folder = path.resolve(import.meta.dirname, '../../..', key.verify.arguments.sources);
const bytesOf = (file: string) => new Uint8Array(readFileSync(path.join(folder, file)));

test('the key knows every file of the sample', () => {
  expect(key.sources.map(({ file }) => file)).toEqual(readdirSync(folder).toSorted());
});

// Pictures are decoded by Chromium: the demo holds them against the key.
const readable = key.sources.filter(({ file }) => !file.endsWith('.png'));

test.each(readable)('$file is read as the key says', async (entry) => {
  const options = { worker, data, onPage: () => undefined };
  const read = await readDocument(bytesOf(entry.file), entry.file, options);
  const work = decodeWorkingText(new Uint8Array(read.working ?? new ArrayBuffer(0)));
  if (!work.ok) throw new Error(read.reason ?? read.status);
  expect(answerOf(work.value, read.details)).toEqual(expectedOf(entry));
  expect(Object.keys(read.proposed ?? {})).toEqual(Object.keys(read.details));
});

describe('files that no editor writes', async () => {
  test.each([...(await madeSources())])('%s is what its maker writes', (name, bytes) => {
    expect(bytesOf(name)).toEqual(new Uint8Array(bytes));
  });
});
