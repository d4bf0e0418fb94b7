// A copy of the working tree in which mutants may be planted: the files git knows, without history; packages are borrowed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export function copyTree(root: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'mutants-'));
  const { stdout } = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
  for (const file of stdout.split('\n').filter((name) => name !== '')) {
    cpSync(path.join(root, file), path.join(copy, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** Does something while a file of the tree has another text. */
export async function withText<T>(file: string, text: string, work: () => Promise<T>): Promise<T> {
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, text);
  try {
    return await work();
  } finally {
    writeFileSync(file, before);
  }
}
