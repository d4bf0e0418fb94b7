// The skeleton of a text: letters and digits only, folded, with the way back to the text and with what lay between two of
// them. Equal letters are not enough: "not able" is not "notable", "1 2" is not "12".
import {
  adjoining,
  boundaries,
  onlyBlanks,
  open,
  parted,
  separated,
  type Before,
  type Between,
} from './boundaries.ts';
import { foldCluster, foldOf, isIdeograph, kindOf, kinds } from './characters.ts';
import type { Stretch } from './markup.ts';

export interface Skeleton {
  /** Folded letters, digits, % and currency signs, and `.` or `,` between digits. */
  readonly letters: string;
  /** Offset in the text of the character each code unit of `letters` comes from. */
  readonly starts: Uint32Array<ArrayBuffer>;
  /** What lies before each unit (`boundaries`), and in the three highest bits the length of its character in the text. */
  readonly marks: Uint8Array<ArrayBuffer>;
}

/** A stretch to leave out, or, for references to notes, to mark. Furniture counts as a line end. */
export interface Omitted extends Stretch {
  readonly as: 'nothing' | 'line-end' | 'note';
}

const { join, note } = boundaries;
const longestCluster = 7;
const firstMark = 0x300;

/** `omitted`: sorted, never overlapping. */
export function buildSkeleton(text: string, omitted: readonly Omitted[]): Skeleton {
  const builder = new SkeletonBuilder(text);
  let at = 0;
  for (const { start, end, as } of omitted) {
    builder.read(at, start, 0);
    if (as === 'line-end') builder.pass(kinds.blank, true);
    if (as === 'note') builder.read(start, end, note);
    at = Math.max(at, end);
  }
  builder.read(at, text.length, 0);
  return builder.finish();
}

class SkeletonBuilder {
  readonly #text: string;
  #units: Uint16Array<ArrayBuffer>;
  #starts: Uint32Array<ArrayBuffer>;
  #marks: Uint8Array<ArrayBuffer>;
  #length = 0;
  readonly #between: Between = { seen: 0, first: 0, last: 0, count: 0, newline: true };
  readonly #before: Before = { kind: kinds.other, unit: 0, end: -1, run: 0 };

  constructor(text: string) {
    this.#text = text;
    const room = text.length + 32;
    this.#units = new Uint16Array(room);
    this.#starts = new Uint32Array(room);
    this.#marks = new Uint8Array(room);
  }

  read(from: number, to: number, extra: number): void {
    const text = this.#text;
    for (let at = from; at < to;) {
      const unit = text.charCodeAt(at);
      const kind = kindOf(unit);
      switch (kind) {
        case kinds.letter:
        case kinds.digit:
        case kinds.ideograph:
        case kinds.sign: {
          const next = text.charCodeAt(at + 1);
          if (next >= firstMark && kindOf(next) === kinds.mark) {
            at = this.#keepCluster(at, 1, extra);
          } else {
            this.#keep(kind, unit, foldOf(unit), at, 1, extra);
            at++;
          }
          break;
        }
        case kinds.complex:
          at = this.#keepCluster(at, 1, extra);
          break;
        case kinds.surrogate:
          at = this.#keepCluster(at, (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1, extra);
          break;
        case kinds.hidden:
          // A soft hyphen shows at a line's end only.
          if (unit === 0xad && kindOf(text.charCodeAt(at + 1)) === kinds.blank)
            this.pass(kinds.hyphen, false);
          at++;
          break;
        case kinds.dot:
        case kinds.comma:
          if (this.#isWithinNumber(at)) {
            this.#put(unit === 0x2e || unit === 0xff0e ? 0x2e : 0x2c, at, join | extra, 1);
            this.#before.end = at + 1;
          } else this.pass(kind, false);
          at++;
          break;
        default:
          this.pass(kind, isLineEnd(unit));
          at++;
      }
    }
  }

  pass(kind: number, newline: boolean): void {
    const between = this.#between;
    if (between.count === 0) between.first = kind;
    between.last = kind;
    between.count++;
    between.seen |= 1 << kind;
    between.newline ||= newline && kind === kinds.blank;
  }

  finish(): Skeleton {
    const pieces: string[] = [];
    for (let at = 0; at < this.#length; at += 8192) {
      const part = this.#units.subarray(at, Math.min(this.#length, at + 8192));
      pieces.push(Reflect.apply(String.fromCharCode, undefined, part) as string);
    }
    return {
      letters: pieces.join(''),
      starts: this.#starts.slice(0, this.#length),
      marks: this.#marks.slice(0, this.#length),
    };
  }

  /** A character with its combining marks, or one whose fold is longer than one unit. Answers where it ends. */
  #keepCluster(at: number, baseLength: number, extra: number): number {
    const text = this.#text;
    let end = at + baseLength;
    while (end - at < longestCluster && belongsToCluster(text.charCodeAt(end))) end++;
    const cluster = text.slice(at, end);
    const folded = foldCluster(cluster);
    if (folded === '' || folded === '⁄') {
      this.pass(kinds.other, false);
      return end;
    }
    const ownNumber = /^\p{No}/u.test(cluster);
    if (ownNumber) this.pass(kinds.other, false);
    const kind = isIdeograph(folded)
      ? kinds.ideograph
      : /^\p{N}/u.test(folded)
        ? kinds.digit
        : kinds.letter;
    let inside = false;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      if (folded[i] === '⁄') this.pass(kinds.joint, false);
      else if (!inside || this.#between.count > 0)
        this.#keep(kind, text.charCodeAt(at), unit, at, end - at, extra);
      else this.#put(unit, at, join | extra, end - at);
      inside = true;
    }
    this.#before.end = end;
    if (ownNumber) this.pass(kinds.other, false);
    return end;
  }

  #keep(kind: number, raw: number, unit: number, at: number, length: number, extra: number): void {
    const between = this.#between;
    const before = this.#before;
    const { seen } = between;
    const letters = kind === kinds.letter && before.kind === kinds.letter;
    let mark: number;
    // The first two are nearly all there is.
    if (seen === 0 && letters && raw === unit) mark = join;
    else if (seen === onlyBlanks && letters) mark = parted;
    else if (seen === 0) mark = adjoining(before, kind, this.#text, at);
    else mark = separated(between, before, kind, this.#text, at);
    before.run = seen === 0 && letters ? before.run + 1 : 1;
    this.#put(unit, at, (this.#length === 0 ? open : mark) | extra, length);
    between.seen = 0;
    between.count = 0;
    between.newline = false;
    before.kind = kind;
    before.unit = raw;
    before.end = at + length;
  }

  #put(unit: number, at: number, mark: number, length: number): void {
    if (this.#length === this.#units.length) this.#grow();
    this.#units[this.#length] = unit;
    this.#starts[this.#length] = at;
    this.#marks[this.#length] = mark | (length << 5);
    this.#length++;
  }

  #grow(): void {
    const room = this.#length * 2;
    const units = new Uint16Array(room);
    const starts = new Uint32Array(room);
    const marks = new Uint8Array(room);
    units.set(this.#units);
    starts.set(this.#starts);
    marks.set(this.#marks);
    [this.#units, this.#starts, this.#marks] = [units, starts, marks];
  }

  #isWithinNumber(at: number): boolean {
    return (
      this.#between.count === 0 &&
      this.#before.kind === kinds.digit &&
      this.#before.end === at &&
      kindOf(this.#text.charCodeAt(at + 1)) === kinds.digit
    );
  }
}

function belongsToCluster(unit: number): boolean {
  return kindOf(unit) === kinds.mark || (unit >= 0x1160 && unit <= 0x11ff);
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 12 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

/** Offsets in the text of the units [from, to) of the skeleton; `from` < `to`. */
export function textRange({ starts, marks }: Skeleton, from: number, to: number): Stretch {
  return {
    start: starts[from] ?? 0,
    end: (starts[to - 1] ?? 0) + ((marks[to - 1] ?? 0) >> 5),
  };
}

/** The first unit that comes from `offset` in the text or later. */
export function unitAt({ starts }: Skeleton, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What lies before a unit; the skeleton's end is a boundary of every kind. */
export function boundaryAt({ marks }: Skeleton, at: number): number {
  return at === 0 || at >= marks.length ? open : (marks[at] ?? 0) & 31;
}
