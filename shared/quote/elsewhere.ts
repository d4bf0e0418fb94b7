// The same words in other sources: what other copies and editions have in a quote's place, and how many sources are one
// origin.
import { commonOrigin } from '../editions/passages.ts';
import type { RelatedSource } from '../evidence/relation.ts';
import type { TextRange } from '../text/text-map.ts';
import { countWords } from '../text/words.ts';
import type { PreparedSource } from '../verify/prepare-source.ts';
import { rankOf, type Difference, type QuoteVerdict } from '../verify/verdict.ts';
import { verifyQuote } from '../verify/verify-quote.ts';
import type { Elsewhere, InRelated } from './in-related.ts';
import { differenceWords } from './verdict-words.ts';

/** The verdict in another source; undefined where the quote is not even altered there. */
export function verifyElsewhere(printed: string, source: PreparedSource): QuoteVerdict | undefined {
  const verdict = verifyQuote(printed, source);
  return rankOf(verdict.verdict) <= rankOf('altered') ? verdict : undefined;
}

/** Where the first of the passages stands in a text that holds all of them word for word; undefined for another text. */
export function placeOfAll(passages: readonly string[], text: string): TextRange | undefined {
  const places = passages.map((passage) => commonOrigin(passage, [text])[0]);
  const [first] = places;
  if (first === undefined || places.includes(undefined)) return undefined;
  return { start: first.start, end: first.end };
}

/** “identical”, “2 words differ”: what differs is counted and named, never rated. */
export function inRelatedWords({ hasText, tier, differences }: InRelated): string {
  if (!hasText) return 'cannot be compared: no text';
  if (tier === undefined) return 'not in it';
  if (tier === 'too-short') return 'too short to prove there';
  if (tier !== 'altered') return 'identical';
  const words = differences.reduce(
    (sum, { quote, source }) => sum + Math.max(countWords(quote), countWords(source)),
    0,
  );
  const [worst] = differences;
  const named = worst === undefined ? '' : ` (${differenceWords[worst.class]})`;
  return `${words === 1 ? '1 word differs' : `${String(words)} words differ`}${named}`;
}

export const relationWords: Readonly<Record<RelatedSource['relation'], string>> = {
  'same-work': 'another copy',
  edition: 'another edition',
};

/** For an annex: one sentence for each related source, and one for what counts as one origin. */
export function elsewhereSentences({ related, sameOrigin }: Elsewhere): readonly string[] {
  const inEach = related.map((each) => {
    const told = inRelatedWords(each);
    const pairs = each.differences.slice(0, mostTold).map(pairWords);
    const differing = each.tier === 'altered' && pairs.length > 0 ? `: ${pairs.join('; ')}` : '';
    return `in “${each.title}”, ${relationWords[each.relation]}: ${told}${differing}`;
  });
  if (sameOrigin.length === 0) return inEach;
  const titles = sameOrigin.map(({ title }) => `“${title}”`).join(', ');
  return [...inEach, `stands word for word in ${titles} as well: together they are one origin`];
}

const mostTold = 3;

function pairWords({ quote, source }: Difference): string {
  return `here ${quote === '' ? 'nothing' : `“${quote}”`}, there ${source === '' ? 'nothing' : `“${source}”`}`;
}
