import { insertions, type Bracketed } from './brackets.ts';

/** Words that translator or editor put in, for a person to look at: no count can tell whether a name is right. */
export interface BracketParity {
  readonly translation: readonly Bracketed[];
  readonly original: readonly Bracketed[];
  readonly equal: boolean;
}

export function bracketParity(translation: string, original: string): BracketParity {
  const [one, other] = [insertions(translation), insertions(original)];
  return { translation: one, original: other, equal: one.length === other.length };
}
