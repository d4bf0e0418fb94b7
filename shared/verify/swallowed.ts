// What a bracket that replaces words takes away. One that swallows a number, a negation or a hedge alters the quote.
import { flagOf } from './edge-flags.ts';
import { onOneLine } from './edit-runs.ts';
import type { Stretch } from './markup.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { Difference, DifferenceClass, Flag } from './verdict.ts';
import { hasHedge, isNegation, isNumber, plainWord, wordsIn } from './word-classes.ts';

/** A stretch of the source that a bracket stands for. */
export interface Replaced extends Stretch {
  /** What the quote has in the bracket. */
  readonly bracket: string;
}

export function swallowedFlags(
  prepared: PreparedSource,
  replaced: readonly Replaced[],
): { readonly flags: Flag[]; readonly differences: Difference[] } {
  const flags: Flag[] = [];
  const differences: Difference[] = [];
  for (const { start, end, bracket } of replaced) {
    const { text } = prepared.source;
    const turning = turningClass(wordsOf(text.slice(start, end)), wordsOf(bracket));
    if (turning === undefined) continue;
    flags.push(flagOf('bracket-swallows', prepared, start, end));
    const source = onOneLine(text.slice(start, end));
    differences.push({ class: turning, quote: `[${bracket}]`, source, start, end });
  }
  return { flags, differences };
}

function wordsOf(text: string): string[] {
  return wordsIn(text).map(({ word }) => plainWord(word));
}

/** What the source's words have of such that the bracket's do not. */
function turningClass(
  held: readonly string[],
  bracket: readonly string[],
): DifferenceClass | undefined {
  const gone = held.filter((word) => !bracket.includes(word));
  if (gone.some(isNumber)) return 'number';
  if (gone.some(isNegation)) return 'negation';
  return hasHedge(gone) ? 'hedge' : undefined;
}
