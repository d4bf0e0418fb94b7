// One text made ready for being looked through: letters and digits, folded as a search folds them, with a blank where words
// part. What is not running text (heads, notes, references to notes) stands behind it, so that a sentence is found whole.
import { findFoldOf, findKindOf, findKinds, kindOfFolded, lettersOf } from './find-characters.ts';

export interface FindIndex {
  readonly text: string;
  /** Folded; `\u0001` between the running text and each stretch that is none. */
  readonly letters: string;
  /** Offset in the text of the character each unit of `letters` comes from, and the character's length. */
  readonly starts: Uint32Array;
  readonly lengths: Uint8Array;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const { nothing, blank, newline, hyphen, apostrophe, letter, digit, ideograph, complex } =
  findKinds;
const space = 0x20;
const border = 1;
const longest = 255;

/** `aside`: what is not running text; sorted, never overlapping. */
export function indexForFinding(text: string, aside: readonly Stretch[] = []): FindIndex {
  const writer = new IndexWriter(text);
  let at = 0;
  for (const { start, end } of aside) {
    writer.read(at, start);
    at = Math.max(at, end);
  }
  writer.read(at, text.length);
  for (const { start, end } of aside) {
    writer.part();
    writer.read(start, end);
  }
  return writer.finish();
}

class IndexWriter {
  readonly #text: string;
  #units: Uint16Array<ArrayBuffer>;
  #starts: Uint32Array<ArrayBuffer>;
  #lengths: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** Kind of the last letter; 0 at the beginning of a stretch. */
  #before = 0;
  /** What lies between it and the next one. */
  #first = 0;
  #gap = 0;
  #gapStart = 0;
  #seesLine = false;
  #seesMore = false;

  constructor(text: string) {
    this.#text = text;
    const room = text.length + 64;
    this.#units = new Uint16Array(room);
    this.#starts = new Uint32Array(room);
    this.#lengths = new Uint8Array(room);
  }

  read(from: number, to: number): void {
    const text = this.#text;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      const kind = findKindOf(unit);
      if (kind === letter || kind === digit || kind === ideograph) {
        this.#keep(kind, findFoldOf(unit), at, 1);
      } else if (kind === complex) {
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
        this.#keepComplex(character, at);
        at += character.length - 1;
      } else if (kind === nothing) this.#lengthen(at);
      else this.#pass(kind, at);
    }
  }

  part(): void {
    this.#put(border, this.#text.length, 0);
    this.#before = 0;
    this.#gap = 0;
  }

  finish(): FindIndex {
    const pieces: string[] = [];
    for (let at = 0; at < this.#length; at += 8192) {
      const piece = this.#units.subarray(at, Math.min(this.#length, at + 8192));
      pieces.push(Reflect.apply(String.fromCharCode, undefined, piece) as string);
    }
    return {
      text: this.#text,
      letters: pieces.join(''),
      starts: this.#starts.subarray(0, this.#length),
      lengths: this.#lengths.subarray(0, this.#length),
    };
  }

  #keepComplex(character: string, at: number): void {
    const letters = lettersOf(character);
    if (letters === '') {
      this.#pass(findKinds.other, at);
      return;
    }
    for (const each of letters) {
      const kind = kindOfFolded(each);
      for (let i = 0; i < each.length; i++) {
        this.#keep(kind, each.charCodeAt(i), at, character.length);
      }
    }
  }

  #pass(kind: number, at: number): void {
    if (this.#gap === 0) {
      this.#first = kind;
      this.#gapStart = at;
      this.#seesLine = false;
      this.#seesMore = false;
    } else if (kind !== blank && kind !== newline) this.#seesMore = true;
    if (kind === newline) this.#seesLine = true;
    this.#gap++;
  }

  #keep(kind: number, unit: number, at: number, length: number): void {
    if (this.#gap > 0 && this.#before !== 0 && this.#parts(kind, at)) {
      this.#put(space, this.#gapStart, Math.min(longest, at - this.#gapStart));
    }
    this.#put(unit, at, length);
    this.#before = kind;
    this.#gap = 0;
  }

  /** Whether what lies between two letters parts them. */
  #parts(kind: number, at: number): boolean {
    const before = this.#before;
    if (this.#seesMore) return true;
    if (this.#first === blank || this.#first === newline) {
      // A line's end inside Chinese or Japanese is no blank.
      return !(before === ideograph && kind === ideograph);
    }
    if (before !== letter || kind !== letter) return true;
    // “co-operation” is “cooperation”, “don’t” is “don't” and “dont”.
    if (this.#gap === 1) return this.#first !== hyphen && this.#first !== apostrophe;
    // A word broken at a line's end, or at a page's.
    const next = this.#text.charAt(at);
    return !(this.#first === hyphen && this.#seesLine && next === next.toLowerCase());
  }

  #lengthen(at: number): void {
    const last = this.#length - 1;
    const end = (this.#starts[last] ?? 0) + (this.#lengths[last] ?? 0);
    if (this.#gap === 0 && end === at && (this.#lengths[last] ?? 0) < longest) {
      this.#lengths[last] = (this.#lengths[last] ?? 0) + 1;
    }
  }

  #put(unit: number, at: number, length: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = at;
    this.#lengths[this.#length] = length;
    this.#length++;
  }

  #grow(): void {
    const room = this.#length * 2;
    const units = new Uint16Array(room);
    const starts = new Uint32Array(room);
    const lengths = new Uint8Array(room);
    units.set(this.#units);
    starts.set(this.#starts);
    lengths.set(this.#lengths);
    [this.#units, this.#starts, this.#lengths] = [units, starts, lengths];
  }
}
