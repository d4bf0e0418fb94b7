/** Scrolling that has stood still so long has ended. */
export const leafingRestMs = 100;
/** Pixels a millisecond beyond which nobody reads: a page of a window's height in about half a second. */
const readingSpeed = 1.5;
const frameMs = 16;

/** Tells leafing from reading, by how fast one scrolls. A single jump is no leafing: who jumps wants to see where to. */
export class Leafing {
  #top = 0;
  #atMs = -Infinity;

  /** Whether one leafs, now that the window's top has come to `top`. */
  moved(top: number, nowMs: number): boolean {
    const took = nowMs - this.#atMs;
    const way = Math.abs(top - this.#top);
    this.#top = top;
    this.#atMs = nowMs;
    return took < leafingRestMs && way > readingSpeed * Math.max(frameMs, took);
  }
}
