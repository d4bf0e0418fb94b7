// `npm run bench:scrolling`: opening and scrolling documents as large as anyone brings, beside an empty list; and reading one
// of them while two hundred files are added, beside the same while nothing is.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { RunningApp } from '../test/support/running-app.ts';
import { benchImporting } from './bench/importing.ts';
import { writeLargeDocuments } from './bench/large-documents.ts';
import { writeMixedFiles } from './bench/mixed-files.ts';
import { benchScrolling } from './bench/scrolling.ts';
import { tableOf } from './bench/table.ts';
import { buildIfStale } from './build-if-stale.ts';
import { addFiles, createLocker } from './demo/person.ts';

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });

if (!buildIfStale()) process.exitCode = 1;
else {
  const folder = mkdtempSync(path.join(tmpdir(), 'locker-bench-'));
  const place = {
    locker: path.join(folder, 'locker'),
    profile: path.join(folder, 'profile'),
    exports: path.join(folder, 'exports'),
  };
  mkdirSync(place.exports, { recursive: true });
  const documents = writeLargeDocuments(path.join(folder, 'sources'));
  const mixed = values.only === 'documents' ? [] : writeMixedFiles(path.join(folder, 'mixed'));
  const running = await RunningApp.start(place, ['--demo']);
  try {
    await createLocker(running.page, () => undefined);
    await addFiles(
      running.page,
      documents.map(({ path }) => path),
    );
    const [reading] = documents;
    // Before anything is marked: the other bench leaves thousands of marks.
    const adding =
      reading === undefined || mixed.length === 0
        ? []
        : await benchImporting(running.page, reading.path, mixed);
    const scrolling = values.only === 'adding' ? [] : await benchScrolling(running.page, documents);
    const rows = [...scrolling, ...adding];
    console.log(tableOf(rows));
    if (values.json !== undefined) {
      writeFileSync(values.json, `${JSON.stringify({ rows }, null, 2)}\n`);
    }
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
