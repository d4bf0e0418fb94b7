// `npm run demo`: the program itself, without a window, does a day's work on a folder of sources and says what came of it.
// docs/commands.md describes its options and its output; others check us by it, so both are kept stable.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build-if-stale.ts';
import { readDemoOptions } from './demo/options.ts';
import { runDemo } from './demo/run-demo.ts';

const root = path.resolve(import.meta.dirname, '..');
const options = readDemoOptions(process.argv.slice(2), root);
mkdirSync(options.out, { recursive: true });
console.log(`sources: ${options.sources}\nout: ${options.out}`);

if (existsSync(path.join(options.out, 'locker'))) {
  console.error('There is a locker in that folder already. Name a fresh one with --out.');
  process.exitCode = 2;
} else if (!buildIfStale()) process.exitCode = 1;
else {
  const { report, problems } = await runDemo(options);
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  for (const problem of problems) console.error(problem);
  const { sources, marks, searches, exports: files } = report;
  console.log(
    `${sources.length} sources, ${marks.length} marks, ${searches.length} searches, ${files.length} exported files; ` +
      (report.reopened ? 'everything came back after unlocking' : 'NOT everything came back'),
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
