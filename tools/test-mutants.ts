// `npm run test:mutants -- [area…] [--n N] [--seed S] [--json FILE]`: weakens the code in one place at a time, in a copy of
// the tree, and sees whether a test turns red. Without --n every mutant of the named areas is tried.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { areas, type Area } from './mutants/areas.ts';
import { applyMutant, makeMutants, type Mutant } from './mutants/make-mutants.ts';

interface Spared {
  readonly file: string;
  readonly what: string;
  /** Why no test can tell the difference. */
  readonly why: string;
}

interface Trial extends Mutant {
  readonly area: Area;
}

/** A mutant that hangs its tests has been noticed; one whose tests are merely slow on a busy machine has not. */
const leastPatienceMs = 180_000;
const patience = 5;
const patienceMs = new Map<Area, number>();

const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { n: { type: 'string' }, seed: { type: 'string' }, json: { type: 'string' } },
});
const spared = JSON.parse(
  readFileSync(path.join(root, 'tools/mutants/spared.json'), 'utf8'),
) as readonly Spared[];
const isSpared = ({ file, what }: Mutant): boolean =>
  spared.some((each) => each.file === file && each.what === what);

const trials = areas
  .filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  .flatMap((area) =>
    area.files
      .flatMap((glob) => globSync(glob, { cwd: root }).sort())
      .map((file) => ({ area, file })),
  )
  .flatMap(({ area, file }) =>
    makeMutants(file.split(path.sep).join('/'), readFileSync(path.join(root, file), 'utf8')).map(
      (mutant): Trial => ({ ...mutant, area }),
    ),
  )
  .filter((trial) => !isSpared(trial));
const chosen = choose(trials, Number(values.n ?? trials.length), Number(values.seed ?? 1));

const tree = copyTree();
const survivors: Trial[] = [];
try {
  for (const area of new Set(chosen.map((trial) => trial.area))) {
    const startedMs = performance.now();
    if (!passes(area)) throw new Error(`the tests of ${area.name} fail without any mutant`);
    const tookMs = performance.now() - startedMs;
    patienceMs.set(area, Math.ceil(Math.max(leastPatienceMs, patience * tookMs)));
  }
  for (const [done, trial] of chosen.entries()) {
    const killed = tryOut(trial);
    if (!killed) survivors.push(trial);
    const verdict = killed ? 'noticed ' : 'SURVIVED';
    console.log(
      `${String(done + 1)}/${String(chosen.length)} ${verdict} ${trial.file}:${String(trial.line)} ${trial.what}`,
    );
  }
} finally {
  rmSync(tree, { recursive: true, force: true });
}
if (values.json !== undefined) {
  const report = {
    tried: chosen.length,
    survivors: survivors.map(({ file, line, what }) => ({ file, line, what })),
  };
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}
process.exitCode = survivors.length === 0 ? 0 : 1;
console.log(
  `${String(chosen.length - survivors.length)} passed, ${String(survivors.length)} failed`,
);

function tryOut(trial: Trial): boolean {
  const file = path.join(tree, trial.file);
  const source = readFileSync(file, 'utf8');
  writeFileSync(file, applyMutant(source, trial));
  const noticed = !passes(trial.area);
  writeFileSync(file, source);
  return noticed;
}

function passes(area: Area): boolean {
  const { tests } = area;
  const timeout = patienceMs.get(area);
  const present = tests.filter((test) => globSync(test, { cwd: tree }).length > 0);
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', 'unit', '--bail', '1', '--reporter', 'dot', ...present],
    {
      ...{ cwd: tree, stdio: 'ignore', killSignal: 'SIGKILL' },
      ...(timeout === undefined ? {} : { timeout }),
    },
  );
  return status === 0;
}

/** The files git knows, without history; packages are borrowed. */
function copyTree(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'mutants-'));
  const { stdout } = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
  for (const file of stdout.split('\n').filter((name) => name !== '')) {
    cpSync(path.join(root, file), path.join(copy, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** A repeatable choice without replacement (a linear congruential generator, Numerical Recipes' constants). */
function choose(all: readonly Trial[], n: number, seed: number): readonly Trial[] {
  if (n >= all.length) return all;
  const left = [...all];
  let state = seed >>> 0;
  return Array.from({ length: n }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const [trial] = left.splice(Math.floor((state / 2 ** 32) * left.length), 1);
    if (trial === undefined) throw new Error('nothing left to choose');
    return trial;
  });
}
