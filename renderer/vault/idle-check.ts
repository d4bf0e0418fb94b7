// Opens sealed files one after the other while nobody does anything, so that damage is found before the day it hurts.
import type { FileId } from '../../shared/evidence/ids.ts';
import type { Result } from '../../shared/result.ts';

/** Nobody waits for it: a file a second, and none until the person has been still for a while. */
const apartMs = 1_000;
const stillMs = 20_000;

export interface IdleCheckHost {
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds, of a clock that only goes forward. */
  readonly elapsed: () => number;
  readonly files: () => readonly FileId[];
  readonly look: (file: FileId) => Promise<Result<unknown>>;
  /** Something else that reads every file, or is about to. */
  readonly isBusy: () => boolean;
  readonly onDone: () => void;
}

export interface IdleProgress {
  readonly done: number;
  readonly total: number;
}

/** Once a session, as far as it comes; goes on where it was when the person is still again. */
export class IdleCheck {
  readonly #host: IdleCheckHost;
  readonly #seen = new Set<FileId>();
  #touchedAt: number;
  #stopped = false;

  constructor(host: IdleCheckHost) {
    this.#host = host;
    this.#touchedAt = host.elapsed();
  }

  get progress(): IdleProgress {
    const files = this.#host.files();
    return { done: files.filter((file) => this.#seen.has(file)).length, total: files.length };
  }

  /** The person does something. */
  touch(): void {
    this.#touchedAt = this.#host.elapsed();
  }

  /** What another check has just read need not be read again. */
  skip(files: readonly FileId[]): void {
    for (const file of files) this.#seen.add(file);
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Ends when every file was looked at, or with `stop`. */
  async run(): Promise<void> {
    const { wait, elapsed, files, look, isBusy, onDone } = this.#host;
    for (;;) {
      const leftMs = this.#touchedAt + stillMs - elapsed();
      await wait(Math.max(apartMs, leftMs));
      if (this.#stopped) return;
      if (isBusy() || elapsed() - this.#touchedAt < stillMs) continue;
      const next = files().find((file) => !this.#seen.has(file));
      if (next === undefined) break;
      await look(next); // a file that cannot be read is told by whoever looked
      this.#seen.add(next);
    }
    onDone();
  }
}
