// What a character is to somebody who looks for words in one text. Remembered by UTF-16 code unit.
import { fold } from './fold.ts';
import { isIdeographic } from './tokens.ts';

export const findKinds = {
  unknown: 0,
  /** Combining marks and format characters: part of what stands before them. */
  nothing: 1,
  blank: 2,
  newline: 3,
  hyphen: 4,
  apostrophe: 5,
  other: 6,
  letter: 7,
  digit: 8,
  /** Of a script without blanks. */
  ideograph: 9,
  /** Folds to several units, or is half of a pair. */
  complex: 10,
} as const;
type FindKind = (typeof findKinds)[keyof typeof findKinds];

const lineEnds = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x2028, 0x2029]);
const known = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);

export function findKindOf(unit: number): number {
  const kind = known[unit] ?? 0;
  if (kind !== findKinds.unknown) return kind;
  const found = classify(unit);
  known[unit] = found;
  return found;
}

/** The one code unit that a letter, digit or ideograph folds to. */
export function findFoldOf(unit: number): number {
  return folds[unit] ?? unit;
}

/** The letters and digits a character folds to: none, one or several. */
export function lettersOf(character: string): string {
  return fold(character).replace(/[^\p{L}\p{N}]/gu, '');
}

export function kindOfFolded(character: string): FindKind {
  if (isIdeographic(character)) return findKinds.ideograph;
  return /^\p{N}/u.test(character) ? findKinds.digit : findKinds.letter;
}

function classify(unit: number): FindKind {
  if (unit >= 0xd800 && unit <= 0xdfff) return findKinds.complex;
  const character = String.fromCharCode(unit);
  if (lineEnds.has(unit)) return findKinds.newline;
  // A soft hyphen shows at a line's end only: in folded text it is nothing.
  if (/[\p{M}\p{Cf}\u0640]/u.test(character)) return findKinds.nothing;
  if (/\s/.test(character)) return findKinds.blank;
  if (/[-\u2010\u2011]/.test(character)) return findKinds.hyphen;
  // ʼ and ʻ are letters to Unicode, and typed as apostrophes.
  if (/['’‘‛ʼʻ`´′＇]/.test(character)) return findKinds.apostrophe;
  const letters = lettersOf(character);
  if (letters === '') return findKinds.other;
  if (letters.length > 1) return findKinds.complex;
  folds[unit] = letters.charCodeAt(0);
  return kindOfFolded(letters);
}
