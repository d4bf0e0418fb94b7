// `npm run test:mutants -- [area|file…] [--n N] [--seed S] [--quick] [--again FILE] [--json FILE]`: weakens the code in one place at a
// time, in a copy of the tree, and sees whether the compiler or a test turns red. Without --n every mutant of what is named is
// tried; --quick leaves the slow tests out; --again tries only what survived in an earlier --json.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AreaTests, filesOf, tiersOf, type Bench } from './mutants/area-tests.ts';
import { areas, type Area } from './mutants/areas.ts';
import { functionAround } from './mutants/entered.ts';
import { applyMutant, makeMutants, type Mutant } from './mutants/make-mutants.ts';
import { copyTree, withText } from './mutants/tree.ts';
import { TypeCheck } from './mutants/type-check.ts';
import { WarmTests } from './mutants/warm-tests.ts';

type Named = Pick<Mutant, 'file' | 'what'>;

interface Spared extends Named {
  /** Why no test can tell the difference. */
  readonly why: string;
}

interface Trial extends Mutant {
  readonly area: Area;
}

interface Report {
  readonly tried: number;
  readonly equivalent: number;
  /** By what each was noticed: the compiler, or a test file. */
  readonly noticed: Readonly<Record<string, number>>;
  readonly survivors: readonly (Named & { readonly line: number })[];
}

const root = path.resolve(import.meta.dirname, '..');
const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { n: text, seed: text, quick: { type: 'boolean' }, again: text, json: text },
});
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping.abort();
  });
}

const isStopping = (): boolean => stopping.signal.aborted;

process.exitCode = await main();

async function main(): Promise<number> {
  const known = JSON.parse(
    readFileSync(path.join(root, 'tools/mutants/spared.json'), 'utf8'),
  ) as readonly Spared[];
  const all = named(areas.flatMap(trialsOf), positionals);
  const isSpared = ({ file, what }: Mutant): boolean => isAmong(known, file, what);
  const before = values.again === undefined ? undefined : readReport(values.again).survivors;
  const trials = all.filter(
    (trial) =>
      !isSpared(trial) && (before === undefined || isAmong(before, trial.file, trial.what)),
  );
  const chosen = choose(trials, Number(values.n ?? trials.length), Number(values.seed ?? 1));
  const report = await tryAll(chosen, all.filter(isSpared).length);
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  const { tried, equivalent, survivors } = report;
  if (tried < chosen.length) console.log(`stopped after ${tried} of ${chosen.length}`);
  console.log(`${equivalent} more are known to change nothing (tools/mutants/spared.json)`);
  console.log(`${tried - survivors.length} passed, ${survivors.length} failed`);
  return survivors.length === 0 && tried === chosen.length ? 0 : 1;
}

function trialsOf(area: Area): readonly Trial[] {
  return filesOf(area.files, root).flatMap((file) =>
    makeMutants(file, readFileSync(path.join(root, file), 'utf8')).map((mutant) => ({
      ...mutant,
      area,
    })),
  );
}

/** Those of the named areas and files. Throws where a name is of neither: with nothing tried, nothing would survive. */
function named(trials: readonly Trial[], names: readonly string[]): readonly Trial[] {
  for (const name of names) {
    if (!trials.some(({ area, file }) => name === area.name || name === file)) {
      throw new Error(`there is no area or file ${name} to weaken`);
    }
  }
  if (names.length === 0) return trials;
  return trials.filter(({ area, file }) => names.includes(area.name) || names.includes(file));
}

function isAmong(named: readonly Named[], file: string, what: string): boolean {
  return named.some((each) => each.file === file && each.what === what);
}

function readReport(file: string): Report {
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

async function tryAll(chosen: readonly Trial[], equivalent: number): Promise<Report> {
  const tree = copyTree(root);
  const scratch = mkdtempSync(path.join(tmpdir(), 'mutants-entered-'));
  const enteredFile = path.join(scratch, 'entered.json');
  process.env['MUTANTS_ENTERED'] = enteredFile;
  const warm = new WarmTests(tree, path.join(tree, 'tools/mutants/tell-entries.ts'));
  const types = new TypeCheck(tree);
  const bench: Bench = { tree, warm, enteredFile };
  const noticed: Record<string, number> = {};
  const survivors: Trial[] = [];
  let tried = 0;
  try {
    for (const area of new Set(chosen.map((trial) => trial.area))) {
      if (isStopping()) break; // what was not tried has not survived
      const tiers = tiersOf(area, tree);
      warm.end(); // what it knows of the last area's last mutant goes with it
      let left = chosen.filter((each) => each.area === area);
      for (const [number, tests] of (values.quick === true ? tiers.slice(0, 1) : tiers).entries()) {
        if (left.length === 0 || isStopping()) break;
        const measured = await AreaTests.measure(area.files, tests, bench);
        const unnoticed: Trial[] = [];
        for (const trial of left) {
          if (isStopping()) break;
          if (number === 0) tried++;
          const seen = await tryOut(trial, measured, types, tree);
          if (seen === undefined) unnoticed.push(trial);
          else noticed[seen.by] = (noticed[seen.by] ?? 0) + 1;
          const verdict = seen === undefined ? 'SURVIVED' : `noticed by ${seen.by}: ${seen.why}`;
          const { file, line, what } = trial;
          console.log(`${tried}/${chosen.length} ${file}:${line} ${what}: ${verdict}`);
        }
        left = unnoticed;
      }
      survivors.push(...left);
    }
  } finally {
    warm.end();
    for (const folder of [tree, scratch]) rmSync(folder, { recursive: true, force: true });
  }
  const kept = survivors.map(({ file, line, what }) => ({ file, line, what }));
  return { tried, equivalent, noticed, survivors: kept };
}

/** By what it was noticed, and what that said. */
async function tryOut(
  ...[trial, tests, types, tree]: [Trial, AreaTests, TypeCheck, string]
): Promise<{ readonly by: string; readonly why: string } | undefined> {
  const file = path.join(tree, trial.file);
  const source = readFileSync(file, 'utf8');
  const changed = applyMutant(source, trial);
  if (!types.passes(trial.file, changed)) return { by: 'the compiler', why: 'no program' };
  const place = functionAround(trial.file, source, trial.from);
  tests.changed(trial.file);
  const found = await withText(file, changed, () => tests.notice(trial.file, place));
  tests.changed(trial.file);
  if (found === undefined) return undefined;
  const { test, verdict } = found;
  return { by: verdict.kind === 'hung' ? `${test} (hung)` : test, why: verdict.why };
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
