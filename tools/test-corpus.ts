// `npm run test:corpus`: the suites over real documents in `../shared`, which are no part of the project. The last line
// is for whatever reads it.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { countVitest } from './vitest-report.ts';

const material = path.resolve('..', 'shared');
const report = path.resolve('test-results', 'corpus.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];

if (existsSync(material)) {
  rmSync(report, { force: true });
  const { status } = spawnSync(
    'vitest',
    ['run', '--config', 'vitest.corpus.config.ts', ...reporters],
    {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  process.exitCode = status ?? 1;
  const { passed, failed } = countVitest(report);
  console.log(`${passed} passed, ${failed} failed`);
} else {
  console.log(`No real documents in ${material}: nothing was tested.`);
}
