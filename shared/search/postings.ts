// Which marks hold which words. Grows mark by mark; what was removed stays as a dead slot until the index is rebuilt.
import type { Expansion, TermId } from './dictionary.ts';

export interface Candidate {
  readonly slot: number;
  readonly score: number;
}

/** Weight of a word by the field it stands in, 1 to 255. */
export type TermWeights = ReadonlyMap<TermId, number>;

const usualWeight = 20;

export class Postings {
  /** By term: `slot × 256 + weight`, slots ascending. Small integers, so that an array is four bytes an entry. */
  readonly #lists: number[][] = [];
  readonly #marksWith: number[] = [];
  readonly #wordsIn: number[] = [];
  #words = 0;
  #alive = 0;

  // One cell a slot, reused by every search; `#touchedBy` says whether a cell belongs to the present one.
  #scores = new Float32Array(0);
  #best = new Float32Array(0);
  #counts = new Uint8Array(0);
  #touchedBy = new Uint32Array(0);
  #countedBy = new Uint32Array(0);
  #round = 0;

  readonly marksWith = (term: TermId): number => this.#marksWith[term] ?? 0;

  get alive(): number {
    return this.#alive;
  }

  add(slot: number, weights: TermWeights): void {
    for (const [term, weight] of weights) {
      (this.#lists[term] ??= []).push(slot * 256 + weight);
      this.#marksWith[term] = this.marksWith(term) + 1;
    }
    this.#wordsIn[slot] = weights.size;
    this.#words += weights.size;
    this.#alive++;
  }

  /** The same weights as when it was added. */
  remove(slot: number, weights: TermWeights): void {
    for (const term of weights.keys()) this.#marksWith[term] = this.marksWith(term) - 1;
    this.#words -= this.#wordsIn[slot] ?? 0;
    this.#alive--;
  }

  /**
   * Marks that hold the words, best first. All words where a mark holds them all; else those with at least `need`.
   * Rarest word first: a mark that lacks the rare words can no longer reach `need` and is never touched.
   */
  collect(
    words: readonly Expansion[],
    need: number,
    isWanted: (slot: number) => boolean,
  ): readonly Candidate[] {
    this.#makeRoom();
    const rarestFirst = words
      .map((expansion) => ({ expansion, marks: this.#marksWithAny(expansion) }))
      .sort((a, b) => a.marks - b.marks);
    const search = ++this.#round;
    const touched: number[] = [];
    for (const [at, { expansion }] of rarestFirst.entries()) {
      this.#countWord(expansion, search, touched, at <= words.length - need);
    }
    let most = 0;
    const wanted = touched.filter((slot) => {
      if ((this.#counts[slot] ?? 0) < need || !isWanted(slot)) return false;
      most = Math.max(most, this.#counts[slot] ?? 0);
      return true;
    });
    return wanted
      .filter((slot) => most < words.length || this.#counts[slot] === most)
      .map((slot) => ({ slot, score: this.#scoreOf(slot, words.length) }))
      .sort((a, b) => b.score - a.score || b.slot - a.slot);
  }

  #countWord(expansion: Expansion, search: number, touched: number[], mayTouch: boolean): void {
    const round = ++this.#round;
    for (const [term, strength] of expansion) {
      const rarity = this.#rarity(term);
      for (const entry of this.#lists[term] ?? []) {
        const slot = entry >>> 8;
        // Rounds only grow: a cell is of this search when its round is not older than the search's own.
        if ((this.#touchedBy[slot] ?? 0) < search) {
          if (!mayTouch) continue;
          this.#touchedBy[slot] = search;
          this.#scores[slot] = 0;
          this.#counts[slot] = 0;
          touched.push(slot);
        }
        this.#addBest(slot, round, strength * strength * rarity * ((entry & 255) / usualWeight));
      }
    }
  }

  /** Of the terms one query word stands for, a mark gets the best and not the sum. */
  #addBest(slot: number, round: number, score: number): void {
    const first = this.#countedBy[slot] !== round;
    const best = first ? 0 : (this.#best[slot] ?? 0);
    if (first) {
      this.#countedBy[slot] = round;
      this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
    }
    if (score <= best && !first) return;
    this.#best[slot] = score;
    this.#scores[slot] = (this.#scores[slot] ?? 0) + score - best;
  }

  #scoreOf(slot: number, words: number): number {
    const average = this.#words / Math.max(1, this.#alive);
    const share = (this.#counts[slot] ?? 0) / words;
    const length = 0.6 + (0.4 * (this.#wordsIn[slot] ?? 0)) / Math.max(1, average);
    return ((this.#scores[slot] ?? 0) / length) * share * share;
  }

  /** Inverse document frequency as in BM25. */
  #rarity(term: TermId): number {
    const marks = this.marksWith(term);
    return Math.log(1 + (this.#alive - marks + 0.5) / (marks + 0.5));
  }

  #marksWithAny(expansion: Expansion): number {
    let marks = 0;
    for (const term of expansion.keys()) marks += this.marksWith(term);
    return marks;
  }

  #makeRoom(): void {
    const slots = this.#wordsIn.length;
    if (this.#scores.length >= slots) return;
    const room = Math.ceil(slots * 1.5);
    this.#scores = new Float32Array(room);
    this.#best = new Float32Array(room);
    this.#counts = new Uint8Array(room);
    this.#touchedBy = new Uint32Array(room);
    this.#countedBy = new Uint32Array(room);
  }
}
