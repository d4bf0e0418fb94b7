// Selecting without a mouse: pure moves over the working text.
import type { TextRange } from '../../shared/text/text-map.ts';
import { trimRange } from './text-range.ts';

export interface MovableSelection {
  readonly range: TextRange;
  readonly moving: 'start' | 'end';
}

export type Step = 'character' | 'word';

/** Far enough for any word or grapheme; segmenting a whole book for one step would be felt. */
const reach = 200;

/** Moves one end of a selection by a character or a word, forward or back; the ends may pass each other. */
export function moveEnd(
  text: string,
  { range, moving }: MovableSelection,
  step: Step,
  direction: 1 | -1,
): MovableSelection {
  const from = moving === 'end' ? range.end : range.start;
  const fixed = moving === 'end' ? range.start : range.end;
  const to = direction > 0 ? nextBoundary(text, from, step) : previousBoundary(text, from, step);
  if (to === fixed) return { range, moving };
  return to > fixed
    ? { range: { start: fixed, end: to }, moving: 'end' }
    : { range: { start: to, end: fixed }, moving: 'start' };
}

/**
 * The sentence after (1) or before (−1) a place, without white space around it. `sentences` are sorted. Answers
 * `undefined` at the end of the text.
 */
export function nearSentence(
  text: string,
  sentences: readonly TextRange[],
  current: TextRange | undefined,
  from: number,
  direction: 1 | -1,
): TextRange | undefined {
  const index =
    direction > 0
      ? firstStartingFrom(sentences, current === undefined ? from : current.end)
      : firstStartingFrom(sentences, current === undefined ? from : current.start) - 1;
  const found = sentences[index];
  return found === undefined ? undefined : trimRange(text, found);
}

function firstStartingFrom(sentences: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextBoundary(text: string, from: number, step: Step): number {
  const slice = text.slice(from, from + reach);
  for (const { index, segment, isWordLike } of segmenter(step).segment(slice)) {
    const counts = step === 'character' ? segment.trim() !== '' : isWordLike === true;
    if (counts) return from + index + segment.length;
  }
  return Math.min(text.length, from + reach);
}

function previousBoundary(text: string, from: number, step: Step): number {
  const begin = Math.max(0, from - reach);
  const segments = [...segmenter(step).segment(text.slice(begin, from))].reverse();
  for (const { index, segment, isWordLike } of segments) {
    const counts = step === 'character' ? segment.trim() !== '' : isWordLike === true;
    if (counts) return begin + index;
  }
  return begin;
}

const segmenters = {
  character: new Intl.Segmenter(undefined, { granularity: 'grapheme' }),
  word: new Intl.Segmenter(undefined, { granularity: 'word' }),
};

function segmenter(step: Step): Intl.Segmenter {
  return segmenters[step];
}
