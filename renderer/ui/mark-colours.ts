import { createContext, use } from 'react';
import { firstColourWords, type ColourWords } from '../../shared/evidence/colour-words.ts';
import { markColours, type MarkColour } from '../../shared/evidence/mark.ts';

/** The paint, for `style={{ '--c': … }}` or a background. */
export function markPaint(colour: MarkColour): string {
  return `var(--hl-${colour})`;
}

/** The key that marks in this colour: 1 to 8. */
export function markKey(colour: MarkColour): string {
  return `${markColours.indexOf(colour) + 1}`;
}

/** As this locker's people call the colours. */
export const ColourWordsContext = createContext<ColourWords>(firstColourWords);

export function useColourWords(): ColourWords {
  return use(ColourWordsContext);
}
