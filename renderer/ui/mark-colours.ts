import { markColours, type MarkColour } from '../../shared/evidence/mark.ts';

/** What each colour means, in words: the colour alone never says it. */
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
