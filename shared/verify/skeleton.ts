// The skeleton of a text: letters and digits only, folded, with the way back to the text and with what lay between two of
// them. Equal letters are not enough: "not able" is not "notable", "1 2" is not "12".
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

export const boundaries = {
  /** May be read as one word with what is before. */
  join: 1,
  /** May be read as parted from it. */
  split: 2,
  /** What is found may begin or end here. */
  edge: 4,
  /** The unit belongs to a reference to a note. */
  note: 8,
  /** A word begins here; not so inside spaced initials (P. R. C.), which are one. */
  word: 16,
} as const;
const { join, split, edge, note, word } = boundaries;
const parted = split | edge | word;
const soft = join | split;
const spaced = join | split | edge;
const open = join | split | edge | word;

/** A stretch to leave out, or, for references to notes, to mark. Furniture counts as a line end. */
export interface Omitted extends Stretch {
  readonly as: 'nothing' | 'line-end' | 'note';
}

/** What was passed since the last unit kept. */
interface Between {
  /** Kinds seen, a bit each. */
  seen: number;
  first: number;
  last: number;
  count: number;
  newline: boolean;
}

const longestCluster = 7;
const firstMark = 0x300;
const onlyBlanks = 1 << kinds.blank;

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
  /** Kind and raw code unit of the last unit kept; letters since the last boundary. */
  #lastKind: number = kinds.other;
  #lastUnit = 0;
  #lastEnd = -1;
  #run = 0;

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
            this.#lastEnd = at + 1;
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
    this.#lastEnd = end;
    if (ownNumber) this.pass(kinds.other, false);
    return end;
  }

  #keep(kind: number, raw: number, unit: number, at: number, length: number, extra: number): void {
    const between = this.#between;
    const { seen } = between;
    const letters = kind === kinds.letter && this.#lastKind === kinds.letter;
    let mark: number;
    // The first two are nearly all there is.
    if (seen === 0 && letters && raw === unit) mark = join;
    else if (seen === onlyBlanks && letters) mark = parted;
    else if (seen === 0) mark = this.#adjoining(kind, raw, at);
    else mark = this.#separated(kind, at);
    this.#run = seen === 0 && letters ? this.#run + 1 : 1;
    this.#put(unit, at, (this.#length === 0 ? open : mark) | extra, length);
    between.seen = 0;
    between.count = 0;
    between.newline = false;
    this.#lastKind = kind;
    this.#lastUnit = raw;
    this.#lastEnd = at + length;
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

  /** Nothing lies between. */
  #adjoining(kind: number, raw: number, at: number): number {
    if (kind === kinds.ideograph || this.#lastKind === kinds.ideograph) return open;
    if (kind === kinds.sign || this.#lastKind === kinds.sign) return soft;
    // "DisclaimerThis": a label run into its value.
    const camel =
      kind === kinds.letter &&
      this.#lastKind === kinds.letter &&
      isUpper(raw) &&
      isLower(this.#lastUnit) &&
      isLower(this.#text.charCodeAt(at + 1));
    return camel ? open : join;
  }

  #separated(kind: number, at: number): number {
    const { seen, first, last, count, newline } = this.#between;
    if (kind === kinds.ideograph || this.#lastKind === kinds.ideograph) return open;
    const digits = kind === kinds.digit && this.#lastKind === kinds.digit;
    const blank = (seen & (1 << kinds.blank)) !== 0;
    // "90 %" and "90%".
    if (seen === onlyBlanks && kind === kinds.sign && this.#lastKind === kinds.digit) return soft;
    if (seen === onlyBlanks && kind === kinds.digit && this.#lastKind === kinds.sign) return soft;
    const single = count === 1;
    if (
      digits &&
      single &&
      (first === kinds.hyphen || first === kinds.dash || first === kinds.joint)
    )
      return split;
    if (first === kinds.hyphen && (single || onlyBlanksAfter(this.#between))) {
      if (digits) return newline ? split : parted;
      if (!blank || newline) return soft;
      return open;
    }
    if (kind !== kinds.letter) return parted;
    if (last === kinds.apostrophe) {
      const next = this.#wordAt(at);
      if (next === 's' || next === 't') return blank ? spaced : soft;
      const glued = single && this.#lastKind === kinds.letter;
      if (glued) return contractions.has(next) ? split : soft;
    }
    const initials = first === kinds.dot && (single || onlyBlanksAfter(this.#between));
    if (
      initials &&
      this.#lastKind === kinds.letter &&
      this.#run === 1 &&
      this.#wordAt(at).length === 1
    )
      return blank ? spaced : soft;
    return parted;
  }

  /** The letters at `at`, three at most, lower case. */
  #wordAt(at: number): string {
    let end = at;
    while (end < at + 3 && isLetter(this.#text.charCodeAt(end))) end++;
    return this.#text.slice(at, end).toLowerCase();
  }

  #isWithinNumber(at: number): boolean {
    return (
      this.#between.count === 0 &&
      this.#lastKind === kinds.digit &&
      this.#lastEnd === at &&
      kindOf(this.#text.charCodeAt(at + 1)) === kinds.digit
    );
  }
}

/** "we're" is not "were". */
const contractions: ReadonlySet<string> = new Set(['re', 'll', 'd', 've', 'm']);

function onlyBlanksAfter({ seen, first, last, count }: Between): boolean {
  return count > 1 && last === kinds.blank && (seen & ~((1 << first) | (1 << kinds.blank))) === 0;
}

function belongsToCluster(unit: number): boolean {
  return kindOf(unit) === kinds.mark || (unit >= 0x1160 && unit <= 0x11ff);
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 12 || unit === 13 || unit === 0x2028 || unit === 0x2029;
}

function isLetter(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === kinds.letter || kind === kinds.complex;
}

function isUpper(unit: number): boolean {
  return isLetter(unit) && foldOf(unit) !== unit && foldOf(unit) !== 0;
}

function isLower(unit: number): boolean {
  return isLetter(unit) && foldOf(unit) === unit;
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
