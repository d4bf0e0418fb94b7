// How two neighbouring units of a skeleton may be read: as one word, as two, or either way. Decided by what lay between
// them in the text.
import { foldOf, kindOf, kinds } from './characters.ts';

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
const { join, split, edge, word } = boundaries;
/** Two words, whatever else. */
export const parted = split | edge | word;
/** One word or two: a hyphen, an apostrophe. */
const soft = join | split;
/** The same where white space is between: spaced initials. */
const spaced = join | split | edge;
/** Two words that may be read as one: ideographs, a hyphen before a space, the text's ends. */
export const open = join | split | edge | word;

/** What was passed since the last unit kept. */
export interface Between {
  /** Kinds seen, a bit each. */
  seen: number;
  first: number;
  last: number;
  count: number;
  newline: boolean;
}

/** The unit before. */
export interface Before {
  kind: number;
  /** Its code unit in the text, not folded. */
  unit: number;
  /** Where it ends in the text. */
  end: number;
  /** Letters since the last boundary. */
  run: number;
}

export const onlyBlanks = 1 << kinds.blank;

/** Where nothing lies between the unit before and the one of `kind` at `at`. */
export function adjoining(before: Before, kind: number, text: string, at: number): number {
  if (kind === kinds.ideograph || before.kind === kinds.ideograph) return open;
  if (kind === kinds.sign || before.kind === kinds.sign) return soft;
  // "DisclaimerThis": a label run into its value.
  const camel =
    kind === kinds.letter &&
    before.kind === kinds.letter &&
    isUpper(text.charCodeAt(at)) &&
    isLower(before.unit) &&
    isLower(text.charCodeAt(at + 1));
  return camel ? open : join;
}

/** Where something does. */
export function separated(
  between: Between,
  before: Before,
  kind: number,
  text: string,
  at: number,
): number {
  const { seen, first, last, count, newline } = between;
  if (kind === kinds.ideograph || before.kind === kinds.ideograph) return open;
  const digits = kind === kinds.digit && before.kind === kinds.digit;
  const blank = (seen & (1 << kinds.blank)) !== 0;
  // "90 %" and "90%".
  if (seen === onlyBlanks && kind === kinds.sign && before.kind === kinds.digit) return soft;
  if (seen === onlyBlanks && kind === kinds.digit && before.kind === kinds.sign) return soft;
  const single = count === 1;
  if (digits && single && (first === kinds.hyphen || first === kinds.dash || first === kinds.joint))
    return split;
  if (first === kinds.hyphen && (single || onlyBlanksAfter(between))) {
    if (digits) return newline ? split : parted;
    if (!blank || newline) return soft;
    return open;
  }
  if (kind !== kinds.letter) return parted;
  if (last === kinds.apostrophe) {
    const next = wordAt(text, at);
    if (next === 's' || next === 't') return blank ? spaced : soft;
    const glued = single && before.kind === kinds.letter;
    if (glued) return contractions.has(next) ? split : soft;
  }
  const initials = first === kinds.dot && (single || onlyBlanksAfter(between));
  if (initials && before.kind === kinds.letter && before.run === 1 && wordAt(text, at).length === 1)
    return blank ? spaced : soft;
  return parted;
}

/** The letters at `at`, three at most, lower case. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (end < at + 3 && isLetter(text.charCodeAt(end))) end++;
  return text.slice(at, end).toLowerCase();
}

/** "we're" is not "were". */
const contractions: ReadonlySet<string> = new Set(['re', 'll', 'd', 've', 'm']);

function onlyBlanksAfter({ seen, first, last, count }: Between): boolean {
  return count > 1 && last === kinds.blank && (seen & ~((1 << first) | (1 << kinds.blank))) === 0;
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
