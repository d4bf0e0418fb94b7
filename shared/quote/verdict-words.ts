// What a verdict is called, for screens and exports alike: by name, never by a number.
import type { ContextFlag, DifferenceClass, Flag, Tier } from '../verify/verdict.ts';
import type { QuoteProof } from './composed-quote.ts';

/** `good` is said of what a person may rely on as it stands; nothing from `altered` on is ever good. */
type VerdictTone = 'good' | 'warn' | 'bad';

interface TierWords {
  readonly name: string;
  readonly means: string;
  readonly tone: VerdictTone;
}

const tierWords: Readonly<Record<Tier, TierWords>> = {
  verbatim: {
    name: 'verbatim',
    means: 'Letter for letter as it stands in the source.',
    tone: 'good',
  },
  whitespace: {
    name: 'white space',
    means: 'As in the source; only blanks, line ends and page breaks differ.',
    tone: 'good',
  },
  typography: {
    name: 'typography',
    means: 'As in the source; only quotation marks, dashes and other signs of print differ.',
    tone: 'good',
  },
  skeleton: {
    name: 'same letters',
    means: 'The same letters and digits; hyphens at line ends, punctuation or capitals differ.',
    tone: 'good',
  },
  marked: {
    name: 'marked edits',
    means: 'Every change stands in brackets; all else is as in the source.',
    tone: 'good',
  },
  'too-short': {
    name: 'too short to prove',
    means: 'Part of it has under five words and stands at more than one place of the source.',
    tone: 'warn',
  },
  altered: {
    name: 'altered',
    means: 'Words differ from the source without a sign.',
    tone: 'bad',
  },
  'out-of-order': {
    name: 'out of order',
    means: 'Its parts stand in the source, but in another order.',
    tone: 'bad',
  },
  weak: {
    name: 'weak',
    means: 'Only something like it stands in the source.',
    tone: 'bad',
  },
  'not-found': {
    name: 'not found',
    means: 'It is not in the source.',
    tone: 'bad',
  },
};

const gapsShown = 'What is left out between its parts is shown by [...].';

export function proofWords(proof: QuoteProof): TierWords {
  switch (proof.kind) {
    case 'verified': {
      const words = tierWords[proof.verdict.verdict];
      const hasGaps = proof.verdict.segments.length > 1 && words.tone === 'good';
      return hasGaps ? { ...words, means: `${words.means} ${gapsShown}` } : words;
    }
    case 'no-text':
      return {
        name: 'not verified',
        means: 'It cannot be verified: the source has no text here, or is damaged or missing.',
        tone: 'bad',
      };
    case 'orphan':
      return {
        name: 'not where it was',
        means: 'The source’s text was read anew, and a passage was not found again in it.',
        tone: 'bad',
      };
  }
}

/** Whether an export may carry it as a quote. What could not be compared is carried and says so; what differs is not. */
export function stopsExport(proof: QuoteProof): boolean {
  if (proof.kind === 'verified') return proofWords(proof).tone === 'bad';
  return proof.kind === 'orphan';
}

export const differenceWords: Readonly<Record<DifferenceClass, string>> = {
  number: 'a number differs',
  negation: 'a negation differs',
  name: 'a name or date differs',
  hedge: 'a qualification differs',
  omission: 'words are left out without a sign',
  added: 'words are added without a sign',
  word: 'a word differs',
  spelling: 'a spelling differs',
};

/** As a clause of which the flag's words are the end. */
const flagClauses: Readonly<Record<ContextFlag, string>> = {
  'starts-mid-sentence': 'begins in mid-sentence, after',
  'ends-mid-sentence': 'stops in mid-sentence, before',
  'negation-before': 'a negation stands before it:',
  'hedge-before': 'a qualification stands before it:',
  'attribution-before': 'somebody else is speaking:',
  'contrast-after': 'goes on with a contrast:',
  'gap-contrast': 'the gap leaves out a contrast:',
  'gap-section': 'the gap goes over into another section:',
  'gap-long': 'the gap is longer than 300 words, from',
  'gap-speaker': 'the gap hides another speaker:',
  'bracket-swallows': 'a bracket stands for words that matter:',
};

/** Characters of the source's words that are told. */
const mostTold = 90;

export function flagSentence({ flag, words }: Flag): string {
  const told = words.replace(/\s+/g, ' ').trim();
  const characters = Array.from(told);
  const short = characters.length <= mostTold ? told : `${characters.slice(0, mostTold).join('')}…`;
  return `${flagClauses[flag]} “${short}”`;
}
