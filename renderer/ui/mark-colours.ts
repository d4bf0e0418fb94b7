import { createContext, use } from 'react';
import { markColours, type MarkColour } from '../../shared/evidence/mark.ts';
import type { ColourMeanings } from '../../shared/evidence/settings.ts';

/** What each colour means, in words, until a person says otherwise: the colour alone never says it. */
export const markColourLabels: Readonly<Record<MarkColour, string>> = {
  key: 'key passage',
  supports: 'supports',
  contradicts: 'contradicts',
  figure: 'figure',
  law: 'law',
  person: 'person',
  doubt: 'check again',
  translate: 'translate',
};

/** The paint, for `style={{ '--c': … }}` or a background. */
export function markPaint(colour: MarkColour): string {
  return `var(--hl-${colour})`;
}

/** The key that marks in this colour: 1 to 8. */
export function markKey(colour: MarkColour): string {
  return `${markColours.indexOf(colour) + 1}`;
}

export type ColourWords = Readonly<Record<MarkColour, string>>;

/** As this locker's people call the colours. */
export const ColourWordsContext = createContext<ColourWords>(markColourLabels);

export function useColourWords(): ColourWords {
  return use(ColourWordsContext);
}

export function colourWords(meanings: ColourMeanings): ColourWords {
  const named = Object.entries(meanings).filter(([, name]) => name.trim() !== '');
  return { ...markColourLabels, ...Object.fromEntries(named) };
}
