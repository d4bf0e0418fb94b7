// Stretches of a source put in order, joined, cut and told apart: what the acts on a quote are made of.
import type { Emphasis, QuoteEdit } from '../evidence/quote.ts';
import type { TextRange } from '../text/text-map.ts';
import type { DraftPassage } from './draft.ts';
import { hasWords, trimBlanks } from './whole-words.ts';

export function trimmedStart(text: string, passage: DraftPassage): DraftPassage {
  let { start } = passage;
  while (start < passage.end && /[\s,;:.!?…)\]}”’»]/.test(text.charAt(start))) start++;
  return { ...passage, start };
}

export function trimmedEnd(text: string, passage: DraftPassage): DraftPassage {
  return { ...passage, ...trimBlanks(text, passage) };
}

/** In the order of the source; passages without a word between them are one. */
export function joined(passages: readonly DraftPassage[], text: string): readonly DraftPassage[] {
  const all: DraftPassage[] = [];
  for (const passage of passages.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1);
    const between = last && { start: last.end, end: passage.start };
    if (last === undefined || (between !== undefined && hasWords(text, between))) {
      all.push(passage);
    } else all.splice(-1, 1, { ...passage, ...last, end: Math.max(last.end, passage.end) });
  }
  return all;
}

export function inOrder<T extends TextRange>(list: readonly T[]): readonly T[] {
  return list.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

export function meet(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Overlaps, or stands inside without a width. */
export function overlap(edit: TextRange, place: TextRange): boolean {
  if (edit.start === edit.end) return place.start < edit.start && edit.start < place.end;
  if (place.start === place.end) return edit.start < place.start && place.start < edit.end;
  return meet(edit, place);
}

/** Inside the words a bracket now stands for; or another bracket at its very place. */
export function isSwallowed(edit: QuoteEdit, place: TextRange): boolean {
  if (place.start === place.end) {
    return edit.kind === 'insertion' && edit.start === place.start && edit.end === place.end;
  }
  if (edit.start === edit.end) return place.start < edit.start && edit.start <= place.end;
  return place.start <= edit.start && edit.end <= place.end;
}

export function isSame(a: QuoteEdit, b: QuoteEdit): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end;
}

export function without(
  emphasis: Emphasis,
  { start, end }: TextRange,
  text: string,
): readonly Emphasis[] {
  const pieces = [
    { ...emphasis, end: Math.min(emphasis.end, start) },
    { ...emphasis, start: Math.max(emphasis.start, end) },
  ];
  return trimmedPieces(pieces, text);
}

export function clipped(
  emphasis: Emphasis,
  passages: readonly TextRange[],
  text: string,
): readonly Emphasis[] {
  const pieces = passages.map(({ start, end }) => ({
    ...emphasis,
    start: Math.max(emphasis.start, start),
    end: Math.min(emphasis.end, end),
  }));
  return trimmedPieces(pieces, text);
}

function trimmedPieces(pieces: readonly Emphasis[], text: string): readonly Emphasis[] {
  return pieces
    .filter(({ start, end }) => start < end)
    .map((piece) => ({ ...piece, ...trimBlanks(text, piece) }))
    .filter((piece) => hasWords(text, piece));
}

/** Neighbours by the same hand are one stretch. */
export function touching(emphasis: readonly Emphasis[], text: string): readonly Emphasis[] {
  const all: Emphasis[] = [];
  for (const each of emphasis) {
    const last = all.at(-1);
    const isNext = last?.by === each.by && text.slice(last.end, each.start).trim() === '';
    if (isNext) all.splice(-1, 1, { ...last, end: each.end });
    else all.push(each);
  }
  return all;
}

/** Whether words of the source are left that no bracket stands for: a passage of brackets alone proves nothing. */
export function hasOwnWords(
  text: string,
  passage: TextRange,
  edits: readonly QuoteEdit[],
): boolean {
  let at = passage.start;
  for (const { start, end } of edits) {
    if (start === end || start < passage.start || end > passage.end) continue;
    if (hasWords(text, { start: at, end: start })) return true;
    at = end;
  }
  return hasWords(text, { start: at, end: passage.end });
}
