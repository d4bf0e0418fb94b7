import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { row, type Row } from './row.ts';

/** What must arrive before the first screen, beside all the scripts of the window. */
export function benchFirstScript(renderer: string): Row[] {
  const page = readFileSync(path.join(renderer, 'index.html'), 'utf8');
  const first = new Set<string>();
  for (const [, file = ''] of page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) {
    addWithImports(first, path.join(renderer, file));
  }
  const assets = path.join(renderer, 'assets');
  const all = readdirSync(assets)
    .filter((name) => name.endsWith('.js') && !name.includes('worker'))
    .map((name) => path.join(assets, name));
  return [
    row({
      name: 'first script, gzipped',
      value: gzippedKB([...first]),
      unit: 'KB',
      yardstick: 'every script of the window',
      yardstickValue: gzippedKB(all),
      goal: { of: 'value', most: 150 },
    }),
  ];
}

/** The file and what it imports before it runs; `import('…')` waits until it is asked for. */
function addWithImports(files: Set<string>, file: string): void {
  if (files.has(file)) return;
  files.add(file);
  const imports = /(?:^|[;}\n])(?:import|export)\s*(?:[^"'`;()]*?from\s*)?["'`](\.[^"'`]+)["'`]/g;
  for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(imports)) {
    addWithImports(files, path.join(path.dirname(file), target));
  }
}

function gzippedKB(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;
}
