// A small seeded generator, so that a campaign that failed can be run again: splitmix32, whose every state is one number.
import type { Bytes } from '../../shared/bytes.ts';

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 32 random bits. */
  bits(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    return mixed(this.#state);
  }

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    return Math.floor((this.bits() / 2 ** 32) * end);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in one of `of` cases. */
  oneIn(of: number): boolean {
    return this.below(of) === 0;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  /** A copy in random order. */
  shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    const order: T[] = [];
    while (left.length > 0) order.push(...left.splice(this.below(left.length), 1));
    return order;
  }

  fill(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 4) {
      const bits = this.bits();
      for (let byte = 0; byte < 4; byte++) bytes[at + byte] = bits >>> (8 * byte);
    }
  }

  bytes(length: number): Bytes {
    const bytes = new Uint8Array(length);
    this.fill(bytes);
    return bytes;
  }
}

/** The generator of one step: any step can be run alone. */
export function randomOfStep(seed: number, step: number): Random {
  return new Random(mixed((mixed(seed >>> 0) + Math.imul(step + 1, 0x85ebca6b)) >>> 0));
}

function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
