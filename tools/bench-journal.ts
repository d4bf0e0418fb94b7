// `npm run bench:journal`: what a journal of years costs at unlocking and at every act. Judges nothing by its exit code;
// docs/commands.md describes its output.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchLargeJournals } from './bench/large-journal.ts';
import { tableOf } from './bench/table.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const folder = mkdtempSync(path.join(tmpdir(), 'locker-bench-'));
try {
  const rows = await benchLargeJournals(folder);
  console.log(tableOf(rows));
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ rows }, null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
