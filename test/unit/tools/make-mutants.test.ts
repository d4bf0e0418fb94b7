// What is weakened, and how: each change is one, and what is left still is a program.
import { expect, test } from 'vitest';
import { applyMutant, makeMutants } from '../../../tools/mutants/make-mutants.ts';

test.each([
  ['if (isFull) return 1;', [';']],
  ['if (isFull) return 1; else return 2;', []],
  ['sync();', [';']],
  ['await sync();', [';']],
  ['let a = 1; a = 2;', ['let a = 1; ;']],
  ['let a = 1; a ??= 2;', ['let a = 1; ;']],
  ['const a = b === c;', ['const a = b !== c;']],
  ['const a = b <= c;', ['const a = b < c;']],
  ['const a = b && c;', ['const a = b || c;']],
  ['const a = !b;', ['const a = b;']],
  ['const a = b ? 1 : 2;', ['const a = (b) ? 2 : 1;']],
  ['const a = { on: true };', ['const a = { on: false };']],
  ['const a = [1, ...b, 2];', ['const a = [...b, 2];', 'const a = [1, ...b];']],
  ["import a from 'a'; interface B { c: true }", []],
])('%s', (source, weakened) => {
  const mutants = makeMutants('a.ts', source);
  expect(mutants.map((mutant) => applyMutant(source, mutant))).toEqual(weakened);
});

test('each is told with its line and what it changes, cut to a length at which it stays readable', () => {
  const source = `\n\nif (${'long'.repeat(40)})\n  return;`;
  expect(makeMutants('a.ts', source)).toMatchObject([
    { file: 'a.ts', line: 3, what: `a check left out: if (${'long'.repeat(16)}lo` },
  ]);
});
