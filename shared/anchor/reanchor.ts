// A source has a new text: where do its passages stand now? Nothing moves without being told, and what cannot be placed
// is said to be an orphan.
import type { Mark, TextAnchor } from '../evidence/mark.ts';
import type { PreparedSource } from '../verify/prepare-source.ts';
import { rankOf, type Difference } from '../verify/verdict.ts';
import { verifyQuote } from '../verify/verify-quote.ts';
import { resolveAnchor } from './resolve.ts';

/**
 * - exact: the same words at the same offsets
 * - moved: the same words, spaces and typography aside, at one other place
 * - changed: a place whose words differ; for a person to decide
 * - orphaned: no place, or several that nothing tells apart
 */
export type Reanchored =
  | { readonly how: 'exact' | 'moved'; readonly start: number; readonly end: number }
  | {
      readonly how: 'changed';
      readonly start: number;
      readonly end: number;
      readonly differences: readonly Difference[];
    }
  | { readonly how: 'orphaned' };

const orphaned: Reanchored = { how: 'orphaned' };

/** Places one anchor in a new text of its source. Offsets are UTF-16 units of that text. */
export function reanchor(anchor: TextAnchor, now: PreparedSource): Reanchored {
  const { text } = now.source;
  const resolved = resolveAnchor(text, anchor);
  switch (resolved.how) {
    case 'position':
      return { how: 'exact', start: resolved.start, end: resolved.end };
    case 'quote-with-context':
    case 'quote-only':
      return { how: 'moved', start: resolved.start, end: resolved.end };
    case 'orphan':
      return text.includes(anchor.exact) ? orphaned : likeness(anchor, now);
  }
}

const leastHead = 8;

/**
 * The words without the page edges that the new text has set aside: an earlier extractor may have left a running head or a
 * page number inside a sentence. Numbers only where they are lines.
 */
function withoutEdges(exact: string, { text, skipped }: PreparedSource['source']): string {
  const edges = new Set(
    skipped.flatMap(({ start, end, kind }) =>
      kind === 'furniture' && end - start < exact.length ? [text.slice(start, end)] : [],
    ),
  );
  const lines = exact.split('\n').filter((line) => !edges.has(line.trim()));
  return [...edges]
    .filter((edge) => edge.length >= leastHead)
    .reduce((words, edge) => words.replaceAll(edge, ' '), lines.join('\n'));
}

/** The words are not there letter by letter: they may be set otherwise, hold a page's edge, or be other words. */
function likeness(anchor: TextAnchor, now: PreparedSource): Reanchored {
  const found = likenessOf(anchor, now);
  if (found.how === 'moved') return found;
  const exact = withoutEdges(anchor.exact, now.source);
  if (exact.length === anchor.exact.length || exact.trim() === '') return found;
  const bare = likenessOf({ ...anchor, exact }, now);
  return bare.how === 'orphaned' ? found : bare;
}

function likenessOf({ exact, start: last }: TextAnchor, now: PreparedSource): Reanchored {
  const { verdict, segments } = verifyQuote(exact, now, last);
  const [first] = segments;
  const end = segments.at(-1)?.end;
  const start = first?.start;
  if (start === undefined || end === undefined || end <= start) return orphaned;
  if (segments.some(({ places }) => places !== 1)) return orphaned;
  if (rankOf(verdict) <= rankOf('skeleton')) return { how: 'moved', start, end };
  const differences = segments.flatMap((segment) => segment.differences);
  return verdict === 'altered' ? { how: 'changed', start, end, differences } : orphaned;
}

/** Where a mark stands: its first range, and the further ones where each of them has a place after the one before. */
export interface ReanchoredMark {
  readonly found: Reanchored;
  readonly more: readonly { readonly start: number; readonly end: number }[];
}

/** As one range alone is; where a further range has no place the mark is an orphan, because half of it would be another. */
export function reanchorMark(
  { anchor, more }: Pick<Mark, 'anchor' | 'more'>,
  now: PreparedSource,
): ReanchoredMark {
  const found = reanchor(anchor, now);
  if (more.length === 0 || found.how === 'orphaned') return { found, more: [] };
  const further = more.map((each) => reanchor(each, now));
  const placed = further.flatMap((each) =>
    each.how === 'exact' || each.how === 'moved' ? [{ start: each.start, end: each.end }] : [],
  );
  const isWhole = placed.length === more.length;
  const isInOrder = placed.every(({ start }, i) => (placed[i - 1] ?? found).end <= start);
  if (!isWhole || !isInOrder) return { found: orphaned, more: [] };
  const hasMoved = found.how === 'exact' && further.some(({ how }) => how === 'moved');
  return { found: hasMoved ? { ...found, how: 'moved' } : found, more: placed };
}
