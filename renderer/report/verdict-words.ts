// Verdicts, differences and flags in words. By name, never as a percentage; only what is proven looks good.
import type { ContextFlag, DifferenceClass, Tier } from '../../shared/verify/verdict.ts';
import type { Tone } from '../ui/Pill.tsx';

export const tierWords: Readonly<
  Record<Tier, { readonly name: string; readonly means: string; readonly tone: Tone }>
> = {
  verbatim: {
    name: 'word for word',
    means: 'Stands in the source letter by letter.',
    tone: 'good',
  },
  whitespace: {
    name: 'word for word',
    means: 'Only spaces, line ends or page breaks differ.',
    tone: 'good',
  },
  typography: {
    name: 'word for word',
    means: 'Only quotation marks, dashes or signs of the file format differ.',
    tone: 'good',
  },
  skeleton: {
    name: 'same words',
    means: 'The same letters and digits; hyphens, full stops or note numbers differ.',
    tone: 'good',
  },
  marked: {
    name: 'same words, changes marked',
    means: 'What differs from the source stands in brackets.',
    tone: 'good',
  },
  'too-short': {
    name: 'too short to prove',
    means: 'Under five words, and they stand in more than one place.',
    tone: 'warn',
  },
  altered: { name: 'altered', means: 'Words differ from the source.', tone: 'bad' },
  'out-of-order': {
    name: 'out of order',
    means: 'A part stands in the source before the part it follows here.',
    tone: 'bad',
  },
  weak: {
    name: 'only similar',
    means: 'The source says something similar; this is no quotation of it.',
    tone: 'bad',
  },
  'not-found': {
    name: 'not found',
    means: 'No source in this locker has these words.',
    tone: 'bad',
  },
};

export const differenceWords: Readonly<Record<DifferenceClass, string>> = {
  number: 'Number',
  negation: 'Negation',
  name: 'Name, place or date',
  hedge: 'Caution or attribution',
  omission: 'Left out without a mark',
  added: 'Added',
  word: 'Word',
  spelling: 'Spelling',
};

export const flagWords: Readonly<Record<ContextFlag, string>> = {
  'starts-mid-sentence': 'Starts in the middle of a sentence',
  'ends-mid-sentence': 'Ends in the middle of a sentence',
  'negation-before': 'A negation stands just before',
  'hedge-before': 'Words of caution stand just before',
  'attribution-before': 'Somebody else’s words: the attribution stands just before',
  'contrast-after': 'A “but” or “not” follows and was cut off',
  'gap-contrast': 'What is left out begins with “however” or the like',
  'gap-section': 'What is left out goes over a heading',
  'gap-long': 'More than 300 words are left out',
  'gap-speaker': 'Somebody else speaks after what is left out',
  'bracket-swallows': 'The bracket stands for a number, a negation or words of caution',
};
