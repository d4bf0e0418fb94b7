// The sentence of a source around a place.
import { splitParagraph } from '../text/sentences.ts';
import type { Stretch } from './markup.ts';
import type { PreparedSource } from './prepare-source.ts';

/** A paragraph longer than twice this is read around the place only. */
const mostAround = 4000;

/** The sentence that holds the character at `at`; between two sentences the one before, before the first the first. */
export function sentenceAt(prepared: PreparedSource, at: number): Stretch {
  const paragraphs = prepared.paragraphs();
  const paragraph = paragraphs[lastStart(paragraphs, at)];
  if (paragraph === undefined) return { start: at, end: at };
  const start = Math.max(paragraph.start, at - mostAround);
  const end = Math.min(paragraph.end, at + mostAround);
  const text = withoutSkipped(prepared, start, end);
  const sentences = splitParagraph(text, 0, text.length);
  const sentence = sentences.findLast((each) => start + each.start <= at) ?? sentences[0];
  if (sentence === undefined) return { start, end };
  return { start: start + sentence.start, end: start + sentence.end };
}

/** The stretch with blanks for what is no part of its sentences, so that offsets stay. */
export function withoutSkipped({ source }: PreparedSource, start: number, end: number): string {
  const { text, skipped } = source;
  let out = '';
  let at = start;
  for (let i = firstEnding(skipped, start); i < skipped.length; i++) {
    const range = skipped[i];
    if (range === undefined || range.start >= end) break;
    const from = Math.max(at, range.start);
    const to = Math.min(end, range.end);
    out += text.slice(at, from) + ' '.repeat(Math.max(0, to - from));
    at = Math.max(at, to);
  }
  return out + text.slice(at, end);
}

/** Index of the last stretch that starts at or before `at`; the first one where none does. */
function lastStart(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Index of the first stretch that ends after `at`. */
function firstEnding(stretches: readonly Stretch[], at: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
