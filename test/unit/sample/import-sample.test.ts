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

const files = key.sources.map(({ file }) => file);
const options = { worker, data, onPage: () => undefined };

/** Of `mail.eml/list.txt`: what is attached to the mail, as its reading hands it over. */
async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const [name = '', attached] = file.split('/');
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  if (attached === undefined) return bytes;
  const { parts = [] } = await readDocument(bytes, name, options);
  const part = parts.find((each) => each.name === attached);
  return new Uint8Array(part?.bytes ?? new ArrayBuffer(0));
}

test('the key knows every file of the sample, and what is attached to its mail', async () => {
  const mails = files.filter((file) => file.endsWith('.eml'));
  expect(files.filter((file) => !file.includes('/'))).toEqual(readdirSync(folder).toSorted());
  for (const mail of mails) {
    const { parts = [] } = await readDocument(await bytesOf(mail), mail, options);
    const known = files.filter((file) => file.startsWith(`${mail}/`));
    expect(known).toEqual(parts.map(({ name }) => `${mail}/${name}`));
  }
  expect(mails).toHaveLength(1);
});

// Pictures are decoded by Chromium: the demo holds them against the key.
const readable = key.sources.filter(({ file }) => !file.endsWith('.png'));

test.each(readable)('$file is read as the key says', async (entry) => {
  const read = await readDocument(await bytesOf(entry.file), entry.file, options);
  const work = decodeWorkingText(new Uint8Array(read.working ?? new ArrayBuffer(0)));
  if (!work.ok) throw new Error(read.reason ?? read.status);
  expect(answerOf(work.value, read.details)).toEqual(expectedOf(entry));
  expect(Object.keys(read.proposed ?? {})).toEqual(Object.keys(read.details));
});

describe('files that no editor writes', async () => {
  test.each([...(await madeSources())])('%s is what its maker writes', async (name, bytes) => {
    expect(await bytesOf(name)).toEqual(new Uint8Array(bytes));
  });
});
