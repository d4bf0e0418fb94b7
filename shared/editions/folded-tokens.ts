// A text as a row of words that compare at once: case, accents, width, punctuation and white space folded away. Han, kana
// and Hangul count by the character.
import { fold } from '../search/fold.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Columns of equal length, one row a token, in the order of the text. */
export interface FoldedTokens {
  /** Equal for equal tokens, and as good as never for others (32 bits). */
  readonly hashes: Uint32Array<ArrayBuffer>;
  /** UTF-16 offsets in the text as it was given. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ends: Uint32Array<ArrayBuffer>;
  /** 1 for a character of a script that is compared by characters. */
  readonly single: Uint8Array<ArrayBuffer>;
}

const separator = 1;
const letter = 2;
const single = 3;
const ignored = 4;
/** By UTF-16 code unit; 0 not yet known. */
const kinds = new Uint8Array(0x10000);

/** `skipped` (sorted) is what is no part of the text: boilerplate, page furniture, references to notes. */
export function foldTokens(text: string, skipped: readonly Range[] = []): FoldedTokens {
  const columns = new Columns(Math.ceil(text.length / 4) + 16);
  let next = 0;
  let at = 0;
  while (at < text.length) {
    while ((skipped[next]?.end ?? Infinity) <= at) next++;
    const skip = skipped[next];
    if (skip && skip.start <= at) at = skip.end;
    else {
      const kind = kindAt(text, at);
      const stop = skip?.start ?? text.length;
      const end = kind === letter ? wordEnd(text, at, stop) : at + lengthAt(text, at);
      if (kind === letter || kind === single) columns.add(text, at, end, kind === single);
      at = end;
    }
  }
  return columns.finish();
}

function wordEnd(text: string, start: number, stop: number): number {
  let at = start;
  while (at < stop) {
    const kind = kindAt(text, at);
    if (kind === letter || kind === ignored) at += lengthAt(text, at);
    // A word parted at the end of a line.
    else if (text.startsWith('-\n', at) && at + 2 < stop && kindAt(text, at + 2) === letter)
      at += 2;
    else break;
  }
  return Math.max(at, start + 1);
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // Pairs are not remembered: one half says nothing.
  if (unit >= 0xd800 && unit <= 0xdbff)
    return classify(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const kind = classify(text.charAt(at));
  kinds[unit] = kind;
  return kind;
}

function classify(character: string): number {
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(character)) {
    return /[\p{L}\p{N}]/u.test(character) ? single : separator;
  }
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return letter;
  return /[\p{Cf}\u0640]/u.test(character) ? ignored : separator;
}

class Columns {
  #hashes: Uint32Array<ArrayBuffer>;
  #starts: Uint32Array<ArrayBuffer>;
  #ends: Uint32Array<ArrayBuffer>;
  #single: Uint8Array<ArrayBuffer>;
  #count = 0;

  constructor(capacity: number) {
    this.#hashes = new Uint32Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
    this.#single = new Uint8Array(capacity);
  }

  add(text: string, start: number, end: number, isSingle: boolean): void {
    const hash = hashOf(text, start, end);
    if (hash === undefined) return;
    if (this.#count === this.#hashes.length) this.#grow();
    this.#hashes[this.#count] = hash;
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#single[this.#count] = isSingle ? 1 : 0;
    this.#count++;
  }

  finish(): FoldedTokens {
    return {
      hashes: this.#hashes.slice(0, this.#count),
      starts: this.#starts.slice(0, this.#count),
      ends: this.#ends.slice(0, this.#count),
      single: this.#single.slice(0, this.#count),
    };
  }

  #grow(): void {
    const twice = <T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
      column: T,
      larger: T,
    ): T => {
      larger.set(column);
      return larger;
    };
    const size = this.#hashes.length * 2;
    this.#hashes = twice(this.#hashes, new Uint32Array(size));
    this.#starts = twice(this.#starts, new Uint32Array(size));
    this.#ends = twice(this.#ends, new Uint32Array(size));
    this.#single = twice(this.#single, new Uint8Array(size));
  }
}

/** FNV-1a over the folded token; undefined where nothing is left of it. */
function hashOf(text: string, start: number, end: number): number | undefined {
  let hash = 0x811c9dc5;
  let length = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (unit === 0x2d || unit === 0x0a) continue;
      hash = Math.imul(hash ^ (unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit), 0x01000193);
      length++;
      continue;
    }
    const size = lengthAt(text, at);
    const folded = fold(text.slice(at, at + size), 'accents');
    for (let i = 0; i < folded.length; i++)
      hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
    length += folded.length;
    at += size - 1;
  }
  return length === 0 ? undefined : mix(hash);
}

/** Spreads a hash over all 32 bits (the finaliser of MurmurHash3). */
export function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
