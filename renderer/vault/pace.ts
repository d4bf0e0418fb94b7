// Wrong secrets are slowed down: not what keeps a thief out, who works on a copy of the folder, but whoever tries at the desk.
import type { ErrorCode } from '../../shared/errors.ts';
import { fail, type Result } from '../../shared/result.ts';

const freeTries = 3;
const mostSeconds = 60;
/** Beside a damaged slot nobody can say that the secret was wrong: it counts all the same. */
const wrongs: readonly ErrorCode[] = ['secret-wrong', 'slot-damaged'];

export interface Attempts {
  readonly failed: number;
  readonly agoMs: number;
}

export interface PaceHost {
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  /** Keeps the count where it outlives this page. */
  readonly keep: (failed: number) => void;
}

/** 2, 4, 8 … 60 seconds from the third wrong try on. */
export function pauseMs(failed: number): number {
  return failed < freeTries ? 0 : 1000 * Math.min(mostSeconds, 2 ** (failed - freeTries + 1));
}

export class Pace {
  readonly #host: PaceHost;
  #failed: number;
  #freeAtMs: number;
  #isTrying = false;

  constructor(host: PaceHost, { failed, agoMs }: Attempts = { failed: 0, agoMs: 0 }) {
    this.#host = host;
    this.#failed = failed;
    this.#freeAtMs = host.now() - agoMs + pauseMs(failed);
  }

  get waitMs(): number {
    return Math.max(0, this.#freeAtMs - this.#host.now());
  }

  /** Tries a secret, one at a time. It counts as wrong until it is known to be right: ending the page in between saves nothing. */
  async attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#isTrying || this.waitMs > 0) return fail('attempts-paced');
    this.#isTrying = true;
    const before = this.#failed;
    this.#count(before + 1);
    try {
      const result = await work();
      if (result.ok) this.#count(0);
      else if (!wrongs.includes(result.error)) this.#count(before);
      return result;
    } finally {
      this.#freeAtMs = this.#host.now() + pauseMs(this.#failed);
      this.#isTrying = false;
    }
  }

  #count(failed: number): void {
    this.#failed = failed;
    this.#host.keep(failed);
  }
}
