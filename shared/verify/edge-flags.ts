// What a segment's edges cut off inside a sentence of the source.
import type { Stretch } from './markup.ts';
import { onOneLine } from './edit-runs.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { QuoteSegment } from './quote-segments.ts';
import { sentenceAt, withoutSkipped } from './sentence-at.ts';
import type { ContextFlag, Flag } from './verdict.ts';
import {
  isAttribution,
  isContrast,
  isHedge,
  isNegation,
  wordsIn,
  type Word,
} from './word-classes.ts';

/** A segment at its place, between its neighbours. */
export interface Placed extends Stretch {
  readonly segment: QuoteSegment;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Where the segment before ends and the one after begins, if these are in order. */
  readonly after: number;
  readonly before: number;
}

const reachBefore = 8;
const reachAfter = 10;
const mostShown = 300;

export function edgeFlags(prepared: PreparedSource, placed: Placed): Flag[] {
  return [...startFlags(prepared, placed), ...endFlags(prepared, placed)];
}

/** "12.", "(a)", "3.2", "§ 5": a paragraph's number is no beginning of its sentence. */
const label = /^\W*(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|\(?(?:[a-z]|[ivx]{1,5})[.)]|§+ ?\d+)\W*$/i;

function startFlags(prepared: PreparedSource, placed: Placed): Flag[] {
  const { text } = prepared.source;
  const sentence = sentenceAt(prepared, placed.start);
  const from = Math.min(sentence.start, placed.start);
  const cut = withoutSkipped(prepared, from, placed.start);
  // A label run into its value ("DisclaimerThis is not") is none of the sentence.
  const isLabel = label.test(cut) || (/^\p{L}+$/u.test(cut) && isLetter(text[placed.start]));
  const words = isLabel ? [] : shifted(wordsIn(cut), from);
  const first = words[0];
  if (first === undefined) return [];
  const flags: Flag[] = [];
  const { isFirst, segment } = placed;
  if (isFirst && !segment.gapBefore && !isExplained(segment, words, 'start'))
    flags.push(flagOf('starts-mid-sentence', prepared, first.start, placed.start));
  const near = words.filter(({ start }) => start >= placed.after).slice(-reachBefore);
  const lastOf = (is: (word: string) => boolean) => near.findLast(({ word }) => is(word));
  for (const [name, is] of befores) {
    const found = lastOf(is);
    if (found) flags.push(flagOf(name, prepared, found.start, placed.start));
  }
  return flags;
}

const befores: readonly (readonly [ContextFlag, (word: string) => boolean])[] = [
  ['negation-before', isNegation],
  ['hedge-before', (word) => isHedge(word) && !/^said$/i.test(word)],
  ['attribution-before', isAttribution],
];

function endFlags(prepared: PreparedSource, placed: Placed): Flag[] {
  const { text } = prepared.source;
  const last = Math.max(placed.start, placed.end - 1);
  const sentence = sentenceAt(prepared, last);
  const whole = withoutSkipped(prepared, placed.end, Math.max(placed.end, sentence.end));
  const tail = text.slice(Math.max(placed.start, placed.end - 4), placed.end) + whole;
  const reference = noteNumber.exec(tail.slice(-12))?.[0].length ?? 0;
  const rest = whole.slice(0, Math.max(0, whole.length - reference));
  const words = shifted(wordsIn(rest), placed.end);
  const end = words.at(-1)?.end;
  if (end === undefined) return [];
  const flags: Flag[] = [];
  const { isLast, segment } = placed;
  if (isLast && !segment.gapAfter && !isExplained(segment, words, 'end'))
    flags.push(flagOf('ends-mid-sentence', prepared, placed.end, end));
  const near = words.slice(0, reachAfter).filter((word) => word.end <= placed.before);
  const found = near.find(({ word }) => isNegation(word) || isContrast(word));
  if (found) flags.push(flagOf('contrast-after', prepared, placed.end, found.end));
  return flags;
}

/** A note's number after a sentence's end. */
const noteNumber = /(?<=[.!?…。！？]["'”’»)\]」』]{0,3})\s?\[?\d{1,3}\]?\s*$/;

/**
 * A bracket at the segment's edge may stand for the few words between it and the sentence's edge, where none of them is
 * one that turns it.
 */
function isExplained(
  segment: QuoteSegment,
  words: readonly Word[],
  edge: 'start' | 'end',
): boolean {
  const { text, edits } = segment;
  const isAtEdge = edits.some(
    ({ kind, start, end }) =>
      kind === 'words' &&
      !/[\p{L}\p{N}]/u.test(edge === 'start' ? text.slice(0, start) : text.slice(end)),
  );
  return (
    isAtEdge &&
    words.length <= reachBefore &&
    !words.some(({ word }) => isNegation(word) || isHedge(word) || isContrast(word))
  );
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /^\p{L}/u.test(character);
}

function shifted(words: readonly Word[], by: number): Word[] {
  return words.map(({ word, start, end }) => ({ word, start: start + by, end: end + by }));
}

export function flagOf(
  flag: ContextFlag,
  prepared: PreparedSource,
  start: number,
  end: number,
): Flag {
  const words = onOneLine(prepared.source.text.slice(start, end));
  return { flag, words: words.slice(0, mostShown), start, end };
}
