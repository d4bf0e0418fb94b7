// The process that tries mutants: each answer is of the file that was asked for, and of nothing before it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WarmTests } from '../../../tools/mutants/warm-tests.ts';

const patienceMs = 60_000;
const [red, green] = ['test/unit/red.test.ts', 'test/unit/green.test.ts'];
let tree: string;
let warm: WarmTests;

function put(file: string, ...lines: readonly string[]): void {
  writeFileSync(path.join(tree, file), lines.join('\n'));
}

beforeEach(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'warm-tests-'));
  mkdirSync(path.join(tree, 'test/unit'), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(tree, 'node_modules'));
  put('setup.ts', '');
  put('tried.ts', 'export const one = 1;');
  const imports = [
    "import { expect, test } from 'vitest';",
    "import { one } from '../../tried.ts';",
  ];
  put(red, ...imports, "test('it is two', () => { expect(one).toBe(2); });");
  put(green, ...imports, "test('it is one', () => { expect(one).toBe(1); });");
  warm = new WarmTests(tree, path.join(tree, 'setup.ts'));
});
afterEach(() => {
  warm.end();
  rmSync(tree, { recursive: true });
});

test('a file that was red does not turn the next one red, and what is written anew is read anew', async () => {
  const failed = await warm.run(red, [], patienceMs);
  expect(failed).toMatchObject({ kind: 'failed', isSure: true });
  expect(failed.why).toContain('expected 1 to be 2');
  expect(await warm.run(green, [], patienceMs)).toMatchObject({ kind: 'passed' });
  put('tried.ts', 'export const one = 2;');
  expect(await warm.run(red, ['tried.ts'], patienceMs)).toMatchObject({ kind: 'passed' });
  expect(await warm.run(green, [], patienceMs)).toMatchObject({ kind: 'failed', isSure: true });
}, 120_000);
