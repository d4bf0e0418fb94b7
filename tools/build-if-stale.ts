import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const sources = ['{shared,electron,renderer,assets}/**/*', '*.config.ts', 'package-lock.json'];

/** Builds the program unless it is built and no source is newer. False when the build failed. */
export function buildIfStale(): boolean {
  const built = path.join(root, 'out/renderer/index.html'); // the last to be written
  if (existsSync(built) && newestSourceMs() <= statSync(built).mtimeMs) return true;
  console.log('Building the program …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function newestSourceMs(): number {
  return sources
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .reduce((newest, file) => Math.max(newest, statSync(path.join(root, file)).mtimeMs), 0);
}
