// The tests of an area: how long each takes, which functions it enters, and so which of them to try on a mutant, in which order.
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Area } from './areas.ts';
import { noteEntries, type FunctionPlace } from './entered.ts';
import type { Verdict, WarmTests } from './warm-tests.ts';

interface TestFile {
  readonly file: string;
  readonly tookMs: number;
  /** Of the area's functions. None: it looks at them in another way, as text or in another process. */
  readonly entered: ReadonlySet<string>;
}

/** A mutant that hangs its tests has been noticed; one whose tests are merely slow on a busy machine has not. */
const leastPatienceMs = 30_000;
const patience = 8;
const mostByItselfMs = 600_000;

/** A tree, what runs its tests, and where these leave what they entered. */
export interface Bench {
  readonly tree: string;
  readonly warm: WarmTests;
  readonly enteredFile: string;
}

export class AreaTests {
  readonly #tests: readonly TestFile[];
  readonly #warm: WarmTests;
  /** How often a test noticed something in a file: it will again. */
  readonly #noticed = new Map<string, number>();
  /** Written since the last test. */
  readonly #changed = new Set<string>();

  private constructor(tests: readonly TestFile[], warm: WarmTests) {
    this.#tests = tests;
    this.#warm = warm;
  }

  /** Runs each of these test files once. Throws where one fails by itself. */
  static async measure(
    globs: readonly string[],
    tests: readonly string[],
    { tree, warm, enteredFile }: Bench,
  ): Promise<AreaTests> {
    const sources = filesOf(globs, tree);
    const texts = new Map(
      sources.map((file) => [file, readFileSync(path.join(tree, file), 'utf8')]),
    );
    for (const [file, text] of texts) writeFileSync(path.join(tree, file), noteEntries(file, text));
    const measured: TestFile[] = [];
    let changed = sources;
    for (const file of tests) {
      rmSync(enteredFile, { force: true });
      let begunMs = performance.now();
      let verdict = await warm.run(file, changed, mostByItselfMs);
      changed = [];
      if (verdict.kind !== 'passed') {
        begunMs = performance.now(); // a machine that is busy for a moment must not end the whole run
        verdict = await warm.run(file, changed, mostByItselfMs);
      }
      const { kind, why } = verdict;
      if (kind !== 'passed') throw new Error(`${file} ${kind} without any mutant: ${why}`);
      const tookMs = performance.now() - begunMs;
      const entered = new Set(JSON.parse(readFileSync(enteredFile, 'utf8')) as string[]);
      measured.push({ file, tookMs, entered });
    }
    for (const [file, text] of texts) writeFileSync(path.join(tree, file), text);
    const measuredTests = new AreaTests(measured, warm);
    for (const file of sources) measuredTests.changed(file);
    return measuredTests;
  }

  /** Tells that a file of the tree has another text now. */
  changed(file: string): void {
    this.#changed.add(file);
  }

  /** The first test that does not pass, or undefined. */
  async notice(
    file: string,
    place: FunctionPlace,
  ): Promise<{ readonly test: string; readonly verdict: Verdict } | undefined> {
    for (const { file: test, tookMs } of this.#inOrder(file, place)) {
      const patienceMs = Math.max(leastPatienceMs, patience * tookMs);
      const all = [...this.#changed];
      let verdict = await this.#warm.run(test, all, patienceMs);
      this.#changed.clear();
      // On a busy machine a clock runs out, or a process does not start, and no test has seen anything.
      if (verdict.kind === 'failed' && !verdict.isSure) {
        verdict = await this.#warm.run(test, all, patienceMs);
      }
      if (verdict.kind === 'passed') continue;
      const key = `${file} ${test}`;
      this.#noticed.set(key, (this.#noticed.get(key) ?? 0) + 1);
      return { test, verdict };
    }
    return undefined;
  }

  /** What noticed before comes first, then what is named after the file, then what is quick. */
  #inOrder(file: string, place: FunctionPlace): readonly TestFile[] {
    const own = `${path.basename(file, '.ts')}.test.ts`;
    const rank = (test: TestFile): number =>
      (this.#noticed.get(`${file} ${test.file}`) ?? 0) * 1_000 +
      (path.basename(test.file) === own ? 500 : 0) -
      test.tookMs / 1_000;
    return this.#tests
      .filter(({ entered }) => entered.size === 0 || entered.has(place))
      .sort((one, other) => rank(other) - rank(one));
  }
}

/** Throws where a pattern names nothing: whoever moved a file would otherwise lose its mutants, or the tests of them. */
export function filesOf(globs: readonly string[], tree: string): readonly string[] {
  return globs
    .flatMap((glob) => {
      const found = globSync(glob, { cwd: tree }).sort();
      if (found.length === 0) throw new Error(`there is no ${glob}`);
      return found;
    })
    .map((file) => file.split(path.sep).join('/'));
}

/** The test files of an area: the quick ones, then the slow ones. */
export function tiersOf({ tests, slow = [] }: Area, tree: string): readonly (readonly string[])[] {
  const below = (each: readonly string[]): readonly string[] =>
    filesOf(
      each.flatMap((test) => (test.endsWith('.ts') ? [test] : [`${test}/**/*.test.ts`])),
      tree,
    );
  const quick = below(tests);
  const later = below(slow);
  const named = below(tests.filter((test) => test.endsWith('.ts')));
  const isSlow = (file: string): boolean => later.includes(file) && !named.includes(file);
  return [quick.filter((file) => !isSlow(file)), later.filter((file) => isSlow(file))];
}
