// How wide is each character of an item? pdf.js gives only the item's width. Three classes, scaled to that width, were
// measured to be enough for word-level marks; learning advances per font was tried and was worse.
import type { TextItem } from './pdf-page.ts';

const narrow = /[ijl.,:;'|!`’‘ftrI()[\]\-"/ ]/;
const wide = /[mwMW@%—…Œœ]/;
const combining = /\p{M}/u;

/** Widths of an item's UTF-16 units in PDF units; they sum to the item's width. */
export function guessAdvances({ str, width }: TextItem): Float32Array {
  const advances = new Float32Array(str.length);
  let sum = 0;
  for (let i = 0; i < str.length; i++) {
    const advance = guess(str.charAt(i));
    advances[i] = advance;
    sum += advance;
  }
  const scale = sum > 0 ? width / sum : 0;
  return advances.map((advance) => advance * scale);
}

/** In em. */
function guess(character: string): number {
  if (combining.test(character)) return 0;
  if (narrow.test(character)) return 0.3;
  if (wide.test(character)) return 0.85;
  if (character >= '\u2e80' && character < '\ufb00') return 1;
  return character >= 'A' && character <= 'Z' ? 0.68 : 0.5;
}
