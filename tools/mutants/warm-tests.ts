// Runs single test files of a tree in a process that stays, and ends that process where a test hangs.
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** Absolute paths. */
export interface TestRequest {
  /** What was written since the last request. */
  readonly changed: readonly string[];
  readonly test: string;
}

export interface TestAnswer {
  readonly passed: boolean;
  /** The first line of what failed. */
  readonly why: string;
  /** Of a failure: a test said so, and not a clock or the machine. */
  readonly isSure: boolean;
}

export interface Verdict extends Pick<TestAnswer, 'why' | 'isSure'> {
  readonly kind: 'passed' | 'failed' | 'hung';
}

export class WarmTests {
  readonly #tree: string;
  readonly #setup: string;
  #child: ChildProcess | undefined;

  constructor(tree: string, setup: string) {
    this.#tree = tree;
    this.#setup = setup;
  }

  async run(test: string, changed: readonly string[], patienceMs: number): Promise<Verdict> {
    const child = (this.#child ??= await this.#start());
    const absolute = (file: string): string => path.join(this.#tree, file);
    const request: TestRequest = { test: absolute(test), changed: changed.map(absolute) };
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle({ kind: 'hung', why: 'it hung', isSure: false });
        this.end();
      }, patienceMs);
      const settle = (verdict: Verdict): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(verdict);
      };
      child.once('message', (message) => {
        const { passed, why, isSure } = message as TestAnswer;
        settle({ kind: passed ? 'passed' : 'failed', why, isSure });
      });
      child.once('exit', () => {
        this.#child = undefined;
        settle({ kind: 'failed', why: 'its process ended', isSure: false });
      });
      child.send(request);
    });
  }

  /** Ends the process and those it started. */
  end(): void {
    const pid = this.#child?.pid;
    this.#child = undefined;
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  }

  async #start(): Promise<ChildProcess> {
    const file = path.join(import.meta.dirname, 'warm-tests.process.ts');
    const child = fork(file, [this.#tree, this.#setup], {
      ...{ cwd: this.#tree, detached: true, stdio: 'ignore' },
    });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => {
        resolve();
      });
      child.once('exit', (code) => {
        reject(new Error(`the tests cannot be started: ${String(code)}`));
      });
    });
    child.removeAllListeners();
    return child;
  }
}
