// The different words of a skeleton, numbered. A table of its own, because a map of strings cuts a string for each of a
// million words. Open addressing with linear probing over FNV-1a hashes; equal hashes are compared letter by letter.
import { boundaries, type Skeleton } from './skeleton.ts';

const offsetBasis = 0x811c9dc5 | 0;
const prime = 0x01000193;
/** Stands for a boundary that must be kept, as in "5-10". */
const parting = 0x20;

/** Hash of the word made of the units [from, to). */
export function hashOf({ letters, marks }: Skeleton, from: number, to: number): number {
  let hash = offsetBasis;
  for (let at = from; at < to; at++) {
    if (at > from && ((marks[at] ?? 0) & boundaries.join) === 0) {
      hash = Math.imul(hash ^ parting, prime);
    }
    hash = Math.imul(hash ^ letters.charCodeAt(at), prime);
  }
  return hash;
}

export class WordTable {
  readonly #skeleton: Skeleton;
  #slots = new Int32Array(1024).fill(-1);
  #hashes = new Int32Array(512);
  #from = new Uint32Array(512);
  #to = new Uint32Array(512);
  #size = 0;

  constructor(skeleton: Skeleton) {
    this.#skeleton = skeleton;
  }

  get size(): number {
    return this.#size;
  }

  /** Number of the word at [from, to) of the table's own skeleton, entered if it is new. */
  add(from: number, to: number): number {
    const hash = hashOf(this.#skeleton, from, to);
    let slot = this.#slotOf(hash, this.#skeleton, from, to);
    const known = this.#slots[slot] ?? -1;
    if (known >= 0) return known;
    if (this.#size === this.#hashes.length) {
      this.#grow();
      slot = this.#slotOf(hash, this.#skeleton, from, to);
    }
    const id = this.#size++;
    this.#slots[slot] = id;
    this.#hashes[id] = hash;
    this.#from[id] = from;
    this.#to[id] = to;
    return id;
  }

  /** Number of the word at [from, to) of any skeleton, whose hash is given; -1 for an unknown one. */
  find(skeleton: Skeleton, from: number, to: number, hash: number): number {
    return this.#slots[this.#slotOf(hash, skeleton, from, to)] ?? -1;
  }

  /** The word's slot, or the free one where it would stand. */
  #slotOf(hash: number, skeleton: Skeleton, from: number, to: number): number {
    const last = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & last;
    for (;;) {
      const id = this.#slots[slot] ?? -1;
      if (id < 0) return slot;
      if (this.#hashes[id] === hash && this.#isWord(id, skeleton, from, to)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #isWord(id: number, other: Skeleton, from: number, to: number): boolean {
    const { letters, marks } = this.#skeleton;
    const start = this.#from[id] ?? 0;
    if ((this.#to[id] ?? 0) - start !== to - from) return false;
    for (let i = 0; i < to - from; i++) {
      if (letters.charCodeAt(start + i) !== other.letters.charCodeAt(from + i)) return false;
      const differs = ((marks[start + i] ?? 0) ^ (other.marks[from + i] ?? 0)) & boundaries.join;
      if (i > 0 && differs !== 0) return false;
    }
    return true;
  }

  #grow(): void {
    const widen = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const wide = new Uint32Array(old.length * 2);
      wide.set(old);
      return wide;
    };
    this.#from = widen(this.#from);
    this.#to = widen(this.#to);
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const last = this.#slots.length - 1;
    for (let id = 0; id < this.#size; id++) {
      const hash = hashes[id] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & last;
      while ((this.#slots[slot] ?? -1) >= 0) slot = (slot + 1) & last;
      this.#slots[slot] = id;
    }
  }
}
