import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { chooseWords, filesOf } from '../../fault/leak-words.ts';
import { Random } from '../../fault/random.ts';
import { DiskReader } from '../../fault/read-everything.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'locker-fault-test-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});
const words = chooseWords(60, new Random(2));
const { note, tag, query, title } = words.at;

test('words that a program left on the disk are found: in files, in names, in links; not where it is told not to look', () => {
  const profile = path.join(scratch, 'profile', 'deep');
  const exports = path.join(scratch, 'exports');
  mkdirSync(path.join(profile, `cache of ${tag.toUpperCase()}`), { recursive: true });
  mkdirSync(exports);
  writeFileSync(path.join(profile, 'a.log'), Buffer.from(note, 'utf16le'));
  symlinkSync(`/nowhere/${query}`, path.join(profile, 'link'));
  writeFileSync(path.join(exports, 'quotes.txt'), title);

  const found = new DiskReader(words.scanner).read([scratch], [exports]).map(({ what }) => what);

  expect(new Set(found)).toEqual(new Set([note, tag, query]));
});

test('a file that was written again is read again, one that was not is remembered', () => {
  const file = path.join(scratch, 'again');
  const reader = new DiskReader(words.scanner);
  writeFileSync(file, 'nothing yet');
  expect(reader.read([file], [])).toEqual([]);
  writeFileSync(file, gzipSync(`then ${note}`));
  expect(reader.read([file], []).map(({ where }) => where)).toEqual([file]);
  expect(reader.read([file], [])).toHaveLength(1);
  expect(reader.filesRead).toBe(2);
});

test('the files that go in hold every word they are to hold', () => {
  const inFiles = filesOf(words).flatMap(({ name, bytes }) =>
    [...words.scanner.scan(bytes), ...words.scanner.scan(Buffer.from(name))].map(
      ({ what }) => what,
    ),
  );
  const expected = [
    ...words.inTexts,
    words.at['PDF title'],
    words.at['PDF outline'],
    words.at['name of a PDF'],
  ];
  expect(expected.filter((word) => !inFiles.includes(word))).toEqual([]);
});
