/** How many wrong secrets in a row this run of the program has seen: locking ends the page that counts them, not this. */
export class Attempts {
  readonly #now: () => number;
  #failed = 0;
  #atMs = 0;

  /** `now`: milliseconds that only go forward, whatever somebody does to the system's clock. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  read(): { readonly failed: number; readonly agoMs: number } {
    return { failed: this.#failed, agoMs: Math.floor(this.#now() - this.#atMs) };
  }

  write(failed: number): void {
    this.#failed = failed;
    this.#atMs = this.#now();
  }
}
