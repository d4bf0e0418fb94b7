// Folding: what is the same to a person who searches becomes the same text. Never stored, never shown: ranges found in
// folded text are led back to the original.
import { simplify } from './chinese-script.ts';

/**
 * How far: `width` makes full-width forms, ligatures and case alike; `accents` drops combining marks too (é, tatweel,
 * vowel signs, soft hyphens); `script` also writes traditional Chinese as simplified.
 */
type Depth = 'width' | 'accents' | 'script';

export interface FoldedText {
  readonly text: string;
  /** Original offset of each folded code unit and, last, of the end. Absent where the offsets are the same. */
  readonly starts?: Uint32Array;
}

const plainAscii = /^[\p{ASCII}]*$/u;
const marks = /\p{M}|\p{Cf}|\u0640/gu;
const caches: Readonly<Record<Depth, Map<string, string>>> = {
  width: new Map(),
  accents: new Map(),
  script: new Map(),
};

export function fold(text: string, depth: Depth = 'script'): string {
  if (plainAscii.test(text)) return text.toLowerCase();
  let folded = '';
  for (const character of text) folded += foldCharacter(character, depth);
  return folded;
}

/** `fold` at its deepest, with the way back. */
export function foldWithMap(text: string): FoldedText {
  if (plainAscii.test(text)) return { text: text.toLowerCase() };
  const starts: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    const piece = foldCharacter(character, 'script');
    folded += piece;
    while (starts.length < folded.length) starts.push(offset);
    offset += character.length;
  }
  starts.push(offset);
  return { text: folded, starts: Uint32Array.from(starts) };
}

/** The part of the original that folded to [start, end): whole characters, with the marks that follow them. */
export function originalRange(
  { text, starts }: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (starts === undefined || start >= end) return { start, end };
  const last = starts[end - 1];
  let after = end;
  while (after < text.length && starts[after] === last) after++;
  return { start: starts[start] ?? 0, end: starts[after] ?? 0 };
}

// One code point at a time and remembered: context never matters, and a locker uses few thousand different characters.
function foldCharacter(character: string, depth: Depth): string {
  const known = caches[depth].get(character);
  if (known !== undefined) return known;
  const folded = foldAnew(character, depth);
  caches[depth].set(character, folded);
  return folded;
}

function foldAnew(character: string, depth: Depth): string {
  // Up and down again is full case folding: ß and ẞ are ss, ς is σ.
  if (depth === 'width') return character.normalize('NFKC').toUpperCase().toLowerCase();
  const bare = character.normalize('NFKD').replace(marks, '');
  const folded = bare.toUpperCase().toLowerCase().normalize('NFKD').replace(marks, '');
  return depth === 'accents' ? folded : Array.from(folded, simplify).join('');
}
