// The reader over node:crypto and @noble/hashes, of every golden locker: what it reads is what this program read when it was made.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/crypto/digest.ts';
import { digestOf, type Summary } from '../../golden/summarise.ts';
import { filesBelow } from '../../support/files-below.ts';
import { readLockerAgain } from '../../support/second-reader.ts';

const golden = path.resolve('test', 'golden');
const formats = readdirSync(golden).filter((name) => name.startsWith('format-'));

test.each(formats)('reads the golden locker of %s', { timeout: 120_000 }, async (format) => {
  const text = readFileSync(path.join(golden, format, 'expected.json'), 'utf8');
  const expected = JSON.parse(text) as Summary & { readonly passphrase: string };
  const again = readLockerAgain(
    filesBelow(path.join(golden, format, 'locker')),
    expected.passphrase,
  );
  expect(again.lockerId).toBe(expected.lockerId);
  const digests = await Promise.all(again.changes.map(digestOf));
  expect(digests.sort()).toEqual([...expected.changes].sort());
  for (const [file, { sha256 }] of Object.entries(expected.files)) {
    expect(await sha256Hex(new Uint8Array(again.openFile(file).bytes))).toBe(sha256);
  }
});
