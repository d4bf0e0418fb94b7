// What the colours of marks mean, in words: the names they came with, until a person says otherwise.
import type { MarkColour } from './mark.ts';
import type { ColourMeanings } from './settings.ts';

export type ColourWords = Readonly<Record<MarkColour, string>>;

export const firstColourWords: ColourWords = {
  key: 'key passage',
  supports: 'supports',
  contradicts: 'contradicts',
  figure: 'figure',
  law: 'law',
  person: 'person',
  doubt: 'check again',
  translate: 'translate',
};

export function colourWords(meanings: ColourMeanings): ColourWords {
  const named = Object.entries(meanings).filter(([, name]) => name.trim() !== '');
  return { ...firstColourWords, ...Object.fromEntries(named) };
}
