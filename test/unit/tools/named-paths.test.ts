import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingPaths, namedPaths } from '../../../tools/named-paths.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'named-paths-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

test('files, folders and patterns between backticks are paths, other words are none', () => {
  const text =
    'See `shared/a.ts`, `docs/` and `tools/verify*`; run `npm test`, not shared/b.ts nor `other/c.ts`. In `electron/ipc/`.';
  expect(namedPaths(text)).toEqual(['shared/a.ts', 'tools/verify*', 'electron/ipc']);
});

test('a path that a document names and that is gone is told with the document', () => {
  write('shared/here.ts', '');
  write('tools/verify-here.ts', '');
  write('README.md', '`shared/here.ts`, `shared/gone.ts`, `tools/verify*`, `tools/other*`');
  write('docs/deep.md', '`docs/deep.md` and `renderer/gone`');
  expect(missingPaths(root)).toEqual([
    'README.md: shared/gone.ts',
    'README.md: tools/other*',
    'docs/deep.md: renderer/gone',
  ]);
});

test('what packages and failed tests say is nobody’s business here', () => {
  write('node_modules/a/README.md', '`shared/gone.ts`');
  write('test-results/error.md', '`shared/gone.ts`');
  expect(missingPaths(root)).toEqual([]);
});
