// Work on pages is done one piece at a time, the one nearest to the reader's eye first: two at once would only delay each
// other, as they share one worker and one main thread.

export interface PageJob {
  /** How far it is from the page in the middle of the window; less is sooner. */
  readonly distance: (focus: number) => number;
  /** Resolves when done or given up; never rejects. */
  readonly run: () => Promise<void>;
}

export class NearestFirst {
  #waiting: readonly PageJob[] = [];
  #running = false;
  #focus = 0;
  #held: PromiseWithResolvers<undefined> | undefined;

  /** The page in the middle of the window. */
  focus(page: number): void {
    this.#focus = page;
  }

  /** Returns the way to take the job back as long as it has not begun. */
  add(job: PageJob): () => void {
    this.#waiting = [...this.#waiting, job];
    void this.#work();
    return () => {
      this.#waiting = this.#waiting.filter((waiting) => waiting !== job);
    };
  }

  /** No job begins, and one that asks `whenFree` waits, until `release`. */
  hold(): void {
    this.#held ??= Promise.withResolvers<undefined>();
  }

  release(): void {
    this.#held?.resolve(undefined);
    this.#held = undefined;
  }

  /** For a job in the middle of its work. */
  async whenFree(): Promise<void> {
    while (this.#held !== undefined) await this.#held.promise;
  }

  clear(): void {
    this.#waiting = [];
    this.release();
  }

  async #work(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    // Jobs added in one go (a jump, a zoom) are ordered before the first of them begins.
    await this.whenFree();
    for (let job = this.#takeNearest(); job !== undefined; job = this.#takeNearest()) {
      await job.run();
      await this.whenFree();
    }
    this.#running = false;
  }

  #takeNearest(): PageJob | undefined {
    let nearest: PageJob | undefined;
    let least = Infinity;
    for (const job of this.#waiting) {
      const distance = job.distance(this.#focus);
      if (distance >= least) continue;
      nearest = job;
      least = distance;
    }
    this.#waiting = this.#waiting.filter((job) => job !== nearest);
    return nearest;
  }
}
