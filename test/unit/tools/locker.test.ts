import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { diskFolder, type DiskFolder } from '../../../electron/locker/folder.ts';
import type { SourceId } from '../../../shared/evidence/ids.ts';
import { buildPlainText } from '../../../shared/text/plain.ts';
import { leastCost } from '../../../shared/crypto/argon2.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  testHost,
  testPerson,
} from '../../support/small-locker.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a process each, with the full cost of a passphrase

let base: string;
let root: string;
let folder: DiskFolder;
let extracted: { readonly source: SourceId };
const sentences = 'One sentence of a statement. Another one.';
const plain = buildPlainText(sentences, 'plain');

beforeAll(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'locker-tool-'));
  root = path.join(base, 'a.locker');
  folder = diskFolder(root);
  const { locker } = await createSmallLocker(await testHost(folder), leastCost);
  const { source } = await importSource(locker, new Uint8Array(5_000).fill(7));
  must(await locker.act([markAct(source, 'some words')], testPerson.id));
  const original = new TextEncoder().encode(sentences);
  extracted = await importSource(locker, original, 'statement.txt', plain);
  must(await locker.close());
});
afterAll(async () => {
  await folder.release();
  await rm(base, { recursive: true });
});

interface Run {
  readonly exitCode: number;
  readonly output: string;
}

function run(
  command: string,
  passphrase = 'correct horse battery staple',
  json = '',
): Promise<Run> {
  const args = ['tools/run.mjs', 'locker', command, '--locker', root, '--passphrase-stdin'];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      json === '' ? args : [...args, '--json', json],
      (error, out, errors) => {
        resolve({ exitCode: Number(error?.code ?? 0), output: out + errors });
      },
    );
    child.stdin?.end(`${passphrase}\n`);
  });
}

test('check says that a whole locker is whole, and changes no byte of it', async () => {
  const before = await snapshot();
  expect(await run('check')).toEqual({
    exitCode: 0,
    output: '1 segments, 6 frames, 3 sealed files: whole\n',
  });
  expect(await snapshot()).toEqual(before);
});

test('journal lists every act in the total order', async () => {
  const json = path.join(base, 'journal.json');
  expect((await run('journal', undefined, json)).exitCode).toBe(0);
  const { changes } = JSON.parse(await readFile(json, 'utf8')) as {
    changes: readonly { seq: number; kind: string }[];
  };
  expect(changes.map(({ seq, kind }) => `${String(seq)} ${kind}`)).toEqual([
    '1 locker-created',
    '2 person-named',
    '3 slot-added',
    '4 slot-added',
    '5 source-imported',
    '6 marked',
    '7 source-imported',
  ]);
});

test('text writes the working text of every source that has one', async () => {
  const json = path.join(base, 'text.json');
  expect((await run('text', undefined, json)).exitCode).toBe(0);
  const { texts } = JSON.parse(await readFile(json, 'utf8')) as { texts: unknown };
  expect(texts).toEqual([{ source: extracted.source, file: 'statement.txt', text: plain.text }]);
});

test('a wrong passphrase gets a sentence and exit 2', async () => {
  const { exitCode, output } = await run('check', 'wrong');
  expect(exitCode).toBe(2);
  expect(output).toMatch(/^This passphrase or recovery key does not open the locker\./);
});

test('an unknown command gets the usage and exit 2', async () => {
  expect((await run('repair')).exitCode).toBe(2);
});

test('check names an altered file and exits 1', async () => {
  const [file] = (await readdir(path.join(root, 'files'))).map((name) => `files/${name}`);
  const damaged = path.join(root, file ?? '');
  const bytes = await readFile(damaged);
  await writeFile(
    damaged,
    bytes.map((byte, index) => (index === 3_000 ? byte ^ 1 : byte)),
  );
  const { exitCode, output } = await run('check');
  await writeFile(damaged, bytes);

  expect(exitCode).toBe(1);
  expect(output).toContain(`damaged: ${String(file)}: this sealed file was altered`);
});

async function snapshot(): Promise<unknown> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [file, (await readFile(file)).toString('hex')];
    }),
  );
}
