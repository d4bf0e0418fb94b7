// The part of a field worth showing, with the ranges that matched, and why they did.
import type { MatchReason } from './answer.ts';
import { fold, originalRange } from './fold.ts';
import type { Passage } from './passage.ts';
import type { QueryWord } from './query.ts';

export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

const shownLength = 280;
const lead = 40;
const ellipsis = '…';

/** At most about 280 characters, cut at blanks, around the place with most of the words. */
export function excerpt({ field, folded, matches }: Passage): Excerpt {
  const found = matches.map(({ start, end }) => originalRange(folded, start, end));
  const { from, to } = window(
    field,
    found.at(mostWordsAt(matches, shownLength - lead))?.start ?? 0,
  );
  const before = from > 0 ? ellipsis : '';
  const after = to < field.length ? ellipsis : '';
  return {
    text: before + field.slice(from, to) + after,
    ranges: merge(
      found
        .filter((range) => range.start >= from && range.end <= to)
        .map(({ start, end }) => ({
          start: start - from + before.length,
          end: end - from + before.length,
        })),
    ),
  };
}

/** The folded text around the densest place: what Fuse gets to score. */
export function foldedWindow({ folded, matches }: Passage, length: number): string {
  if (folded.text.length <= length) return folded.text;
  const first = matches[mostWordsAt(matches, length)]?.start;
  if (first === undefined) return '';
  const from = Math.max(0, first - 20);
  return folded.text.slice(from, from + length);
}

/** Index of the match from which `length` units on hold most different words. */
function mostWordsAt(matches: Passage['matches'], length: number): number {
  let best = 0;
  let most = 0;
  for (const [at, match] of matches.entries()) {
    const words = new Set<number>();
    for (let next = at; next < matches.length; next++) {
      const other = matches[next];
      if (other === undefined || other.end > match.start + length) break;
      words.add(other.word);
    }
    if (words.size > most) [best, most] = [at, words.size];
  }
  return best;
}

function window(field: string, around: number): { readonly from: number; readonly to: number } {
  if (field.length <= shownLength) return { from: 0, to: field.length };
  const from = around <= lead ? 0 : cutBefore(field, around - lead, around);
  if (from + shownLength >= field.length) return { from, to: field.length };
  return { from, to: cutBefore(field, from + shownLength - 20, from + shownLength) };
}

/** The first place after a blank in [from, to); without one, `from`, moved off the middle of a surrogate pair. */
function cutBefore(field: string, from: number, to: number): number {
  const blank = field.slice(from, to).search(/\s\S/u);
  if (blank >= 0) return from + blank + 1;
  const unit = field.charCodeAt(from);
  return unit >= 0xdc00 && unit <= 0xdfff ? from + 1 : from;
}

function merge(ranges: readonly { start: number; end: number }[]): Excerpt['ranges'] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

const byStrength: readonly MatchReason[] = ['as-typed', 'accents', 'other-script', 'spelling'];

/** The furthest the search had to go for any word found here. */
export function reasonOf(
  { field, folded, matches }: Passage,
  words: readonly QueryWord[],
): MatchReason {
  const nearest = new Map<number, number>();
  for (const { start, end, word } of matches) {
    const typed = words[word];
    if (typed === undefined) continue; // a phrase: as typed by its nature, up to accents and script
    const range = originalRange(folded, start, end);
    const step = byStrength.indexOf(compare(typed.typed, field.slice(range.start, range.end)));
    nearest.set(word, Math.min(nearest.get(word) ?? step, step));
  }
  return byStrength[Math.max(0, ...nearest.values())] ?? 'as-typed';
}

function compare(typed: string, found: string): MatchReason {
  if (fold(typed, 'width') === fold(found, 'width')) return 'as-typed';
  if (fold(typed, 'accents') === fold(found, 'accents')) return 'accents';
  return fold(typed) === fold(found) ? 'other-script' : 'spelling';
}
