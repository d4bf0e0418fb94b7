// What sources do not mention, as an export tells it: what was looked for, in which texts, and what was found there when the
// export was made.
import type { CitationPart } from '../quote/citation.ts';

export interface ReportStatement {
  readonly terms: readonly string[];
  readonly citation: readonly CitationPart[];
  /** Its own source first, then copies and editions. */
  readonly searched: readonly {
    readonly title: string;
    readonly relation: 'same-work' | 'edition' | null;
    readonly hasText: boolean;
    /** How often one of the terms stands in it. */
    readonly count: number;
  }[];
}

export const statementsHeading = 'What sources do not mention';

/** Stands before them: what the search does and what it cannot do. */
export const statementsLead =
  'Each text was searched as a whole for each of the words, without regard to capitals, accents and full or half width, and without correcting any spelling. Other words for the same thing were not looked for.';

/** “Does not mention “shelter”, “refuge”.” or that it does. */
export function statementSentence({ terms, searched }: ReportStatement): string {
  const words = terms.map((term) => `“${term}”`).join(', ');
  const [own] = searched;
  if (own?.hasText !== true) return `${words}: its text cannot be searched.`;
  return own.count === 0
    ? `Does not mention ${words}.`
    : `Mentions ${words} after all, in ${places(own.count)}. The statement does not hold.`;
}

/** One for each text that was searched. */
export function searchedSentences({ searched }: ReportStatement): readonly string[] {
  return searched.map(({ title, relation, hasText, count }) => {
    const which = relation === null ? 'The source itself' : `${relationWords[relation]} “${title}”`;
    if (!hasText) return `${which}: no text to search.`;
    return `${which}: ${count === 0 ? 'not mentioned' : `mentioned in ${places(count)}`}.`;
  });
}

const relationWords = { 'same-work': 'Its copy', edition: 'Its other edition' } as const;

function places(count: number): string {
  return count === 1 ? '1 place' : `${count} places`;
}
