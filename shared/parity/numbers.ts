// Signatures first, so that the report check can build on them; the reading itself follows.

export type NumberUnit = 'percent' | 'currency' | 'fraction' | 'year' | 'decade' | 'time';

/** A number standing in a text. Offsets are UTF-16 code units of that text. */
export interface ReadNumber {
  /** 30 for “thirty percent”, 120000 for 12萬, 0.75 for “three quarters”, 2007 for 2007年. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly unit?: NumberUnit;
  /** “third”, 3rd, 第三. Only where asked for. */
  readonly ordinal?: true;
  /** Written in digits (“1.5 million” is), or in words or Chinese numerals. */
  readonly form: 'digits' | 'words';
  /** False: it may be no quantity at all (an article, an idiom, a list marker, a note's digit). */
  readonly sure: boolean;
  /** What the same writing means elsewhere: 10.000 is 10 or 10,000. */
  readonly alternatives?: readonly number[];
}

/** Numbers in order. A date (day or month with it) is none; a year alone is one, of unit `year`. */
export function readNumbers(
  text: string,
  options: { readonly ordinals?: boolean } = {},
): ReadNumber[] {
  void text;
  void options;
  return [];
}
