import type { TextAnchor } from '../evidence/mark.ts';

/** How a place was found again. An orphan is told to the person; it is never put somewhere likely. */
export type Resolution =
  | {
      readonly how: 'position' | 'quote-with-context' | 'quote-only';
      readonly start: number;
      readonly end: number;
    }
  | { readonly how: 'orphan' };

const orphan: Resolution = { how: 'orphan' };
/** A hostile or empty-ish quote must not make the search long. */
const mostPlaces = 10_000;
/** Characters of context that must agree for it to decide. */
const leastContext = 8;

/**
 * Finds an anchor in a working text: at its own offsets; else where quote and context agree best and at one place only;
 * else where the quote stands once in the whole text (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 */
export function resolveAnchor(text: string, anchor: TextAnchor): Resolution {
  const { start, end, exact } = anchor;
  if (exact === '') return orphan;
  if (end - start === exact.length && text.startsWith(exact, start)) {
    return { how: 'position', start, end };
  }
  const places = occurrences(text, exact);
  const scores = places.map((place) => contextScore(text, place, anchor));
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  const winners = places.filter((_, i) => scores[i] === best);
  const [place] = winners;
  if (place === undefined || winners.length > 1 || places.length === mostPlaces) return orphan;
  const needed = Math.min(leastContext, anchor.prefix.length + anchor.suffix.length);
  if (best > 0 && best >= needed) {
    return { how: 'quote-with-context', start: place, end: place + exact.length };
  }
  if (places.length > 1) return orphan;
  return { how: 'quote-only', start: place, end: place + exact.length };
}

function occurrences(text: string, exact: string): number[] {
  const places: number[] = [];
  let place = text.indexOf(exact);
  while (place >= 0 && places.length < mostPlaces) {
    places.push(place);
    place = text.indexOf(exact, place + 1);
  }
  return places;
}

/** Characters of prefix and suffix that agree, counted from the quote outwards. */
function contextScore(text: string, place: number, { exact, prefix, suffix }: TextAnchor): number {
  const end = place + exact.length;
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[place - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[end + after]) after++;
  return before + after;
}
