import { isBlank } from './blank.ts';

const sampleBits = 8;
const sampleSize = 1 << sampleBits;

/** Rank and select over the non-blank code units of a text: offset ↔ squeezed offset, in ≤ 256 steps. */
export class SolidIndex {
  readonly #text: string;
  /** Squeezed offset at each 256th offset; the last entry is the total. */
  readonly #rank: Uint32Array;

  constructor(text: string) {
    this.#text = text;
    this.#rank = new Uint32Array((text.length >> sampleBits) + 2);
    let solid = 0;
    for (let i = 0; i < text.length; i++) {
      if ((i & (sampleSize - 1)) === 0) this.#rank[i >> sampleBits] = solid;
      if (!isBlank(text.charCodeAt(i))) solid++;
    }
    if (text.length % sampleSize === 0) this.#rank[text.length >> sampleBits] = solid;
    this.#rank[this.#rank.length - 1] = solid;
  }

  /** Non-blank code units in the whole text. */
  get total(): number {
    return this.#rank.at(-1) ?? 0;
  }

  /** Non-blank code units before `offset`. */
  toSolid(offset: number): number {
    const end = Math.min(offset, this.#text.length);
    let solid = this.#rank[end >> sampleBits] ?? 0;
    for (let i = end & -sampleSize; i < end; i++) if (!isBlank(this.#text.charCodeAt(i))) solid++;
    return solid;
  }

  /** Offset of the non-blank code unit number `solid` (from 0); the length of the text when there is none. */
  toOffset(solid: number): number {
    let low = 0;
    let high = this.#rank.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#rank[middle] ?? 0) <= solid) low = middle;
      else high = middle - 1;
    }
    let left = solid - (this.#rank[low] ?? 0);
    for (let i = low << sampleBits; i < this.#text.length; i++) {
      if (!isBlank(this.#text.charCodeAt(i)) && left-- === 0) return i;
    }
    return this.#text.length;
  }
}
