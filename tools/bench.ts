// `npm run bench`: measures what the program promises, each figure beside its yardstick in the same minutes. It judges
// nothing by its exit code: times belong to a machine and an hour. docs/commands.md describes its output.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchApp } from './bench/app.ts';
import { benchFirstScript } from './bench/first-script.ts';
import { benchSearch } from './bench/search.ts';
import { tableOf } from './bench/table.ts';
import { benchUnlocking } from './bench/unlocking.ts';
import { buildIfStale } from './build-if-stale.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: { json: { type: 'string' }, pdf: { type: 'string' } },
});
const pdf = path.resolve(
  values.pdf ?? path.join(root, 'assets/sample/sources/exploitation-monitor-2025.pdf'),
);

if (!buildIfStale()) process.exitCode = 1;
else {
  const folder = mkdtempSync(path.join(tmpdir(), 'locker-bench-'));
  try {
    const rows = [
      ...(await benchApp(folder, pdf)),
      ...benchSearch(),
      ...benchFirstScript(path.join(root, 'out/renderer')),
      ...(await benchUnlocking()),
    ];
    console.log(tableOf(rows));
    if (values.json !== undefined) {
      writeFileSync(values.json, `${JSON.stringify({ rows }, null, 2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
