// The reader in Python was written by somebody who had docs/locker-format.md and nothing else. What it reads must be what
// this program reads, of every golden locker; and it must notice what is damaged.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { digestOf, type Summary } from '../../golden/summarise.ts';

const reader = path.resolve('test', 'readers', 'read_locker.py');
const golden = path.resolve('test', 'golden');
const formats = readdirSync(golden).filter((name) => name.startsWith('format-'));
const work = mkdtempSync(path.join(tmpdir(), 'reader-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

/** A Python that has Debian's python3-cryptography and python3-argon2, if there is one. */
const python = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import cryptography, argon2']).status === 0,
);
if (python === undefined) {
  console.warn(
    'skipped: no Python with cryptography and argon2 here; the Python reader was not run',
  );
}

interface Reading {
  readonly lockerId: string;
  readonly changes: readonly unknown[];
  readonly files: Readonly<Record<string, { readonly sha256: string }>>;
  readonly damage: readonly unknown[];
  readonly missing: readonly unknown[];
}

function read(locker: string, passphrase: string): { exitCode: number | null; reading: Reading } {
  const json = path.join(work, 'reading.json');
  rmSync(json, { force: true });
  const { status } = spawnSync(python ?? '', [reader, locker, '--json', json], {
    input: `${passphrase}\n`,
  });
  return { exitCode: status, reading: JSON.parse(readFileSync(json, 'utf8')) as Reading };
}

describe.skipIf(python === undefined)('a reader written from the document alone', () => {
  test.each(formats)('reads the golden locker of %s as this program does', async (format) => {
    const expected = expectedOf(format);
    const { exitCode, reading } = read(path.join(golden, format, 'locker'), expected.passphrase);
    expect(exitCode).toBe(0);
    expect(reading.lockerId).toBe(expected.lockerId);
    expect(await Promise.all(reading.changes.map(digestOf))).toEqual(expected.changes);
    for (const [file, { sha256 }] of Object.entries(expected.files)) {
      expect(reading.files[file]?.sha256).toBe(sha256);
    }
    expect({ damage: reading.damage, missing: reading.missing }).toEqual({
      damage: [],
      missing: [],
    });
  });

  test('names every kind of file that was changed', () => {
    const format = formats.at(-1) ?? '';
    const { passphrase } = expectedOf(format);
    for (const folder of ['journal', 'keys', 'files']) {
      const copy = path.join(work, folder);
      cpSync(path.join(golden, format, 'locker'), copy, { recursive: true });
      const [name = ''] = readdirSync(path.join(copy, folder), {
        recursive: true,
        encoding: 'utf8',
      })
        .filter((each) => folder !== 'journal' || each.endsWith('.seg'))
        .sort();
      const file = path.join(copy, folder, name);
      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      writeFileSync(file, bytes);
      const { exitCode, reading } = read(copy, passphrase);
      expect(exitCode, folder).toBe(1);
      expect(JSON.stringify(reading.damage), folder).toContain(path.basename(name, '.seg'));
    }
  });
});

function expectedOf(format: string): Summary & { readonly passphrase: string } {
  const text = readFileSync(path.join(golden, format, 'expected.json'), 'utf8');
  return JSON.parse(text) as Summary & { readonly passphrase: string };
}
