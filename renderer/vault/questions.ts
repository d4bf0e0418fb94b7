// Questions asked across a worker's boundary, each under a number until its answer comes.
import type { Result } from '../../shared/result.ts';

export class Questions {
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  #lastId = 0;

  /** `post` sends the question. What type its answer has only the asker knows. */
  ask(post: (id: number) => void): Promise<Result<unknown>> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      post(id);
    });
  }

  settle(id: number, result: Result<unknown>): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }

  /** Nobody will answer any more. */
  settleAll(result: Result<unknown>): void {
    for (const settle of this.#waiting.values()) settle(result);
    this.#waiting.clear();
  }
}
