import type { MarkColour } from '../evidence/mark.ts';

/** Hues of the eight colours (`ui/tokens.css`), in degrees; `doubt` is grey and has none. */
const hues: readonly (readonly [MarkColour, number])[] = [
  ['contradicts', 0],
  ['translate', 30],
  ['key', 55],
  ['supports', 115],
  ['person', 177],
  ['figure', 215],
  ['law', 265],
];
/** Below this a colour is grey: the difference of its strongest and weakest part, of 255. */
const leastChroma = 20;
const nearBlack = 40;

/** The mark colour a person would call the same. `rgb` are bytes; none, or black, is what programs write for no choice. */
export function nearestColour(rgb: readonly number[] | undefined): MarkColour {
  const [red = 0, green = 0, blue = 0] = rgb ?? [];
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (most < nearBlack) return 'key';
  if (chroma < leastChroma) return 'doubt';
  const hue = hueOf(red, green, blue, most, chroma);
  const [nearest] = hues.toSorted((a, b) => turnBetween(a[1], hue) - turnBetween(b[1], hue));
  return nearest?.[0] ?? 'key';
}

function hueOf(red: number, green: number, blue: number, most: number, chroma: number): number {
  if (most === red) return (60 * ((green - blue) / chroma) + 360) % 360;
  if (most === green) return 60 * ((blue - red) / chroma + 2);
  return 60 * ((red - green) / chroma + 4);
}

function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return Math.min(turn, 360 - turn);
}
