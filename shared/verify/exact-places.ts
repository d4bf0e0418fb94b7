// The exact tiers: places the skeleton finds, graded by how much of the folding they needed.
import { worstFirst } from './differences.ts';
import { findPlaces, hasWords, type Place } from './find-exact.ts';
import { findMarked, type MarkedPlace } from './find-marked.ts';
import { foldSpace, foldTypography } from './fold-text.ts';
import type { Found } from './found.ts';
import type { Literal } from './pattern.ts';
import { withMarks } from './place-ends.ts';
import type { PreparedSource } from './prepare-source.ts';
import type { Query } from './query.ts';
import { textRange, unitAt, type Skeleton } from './skeleton.ts';
import { swallowedFlags } from './swallowed.ts';
import type { TokenIndex } from './token-index.ts';
import type { Tier } from './verdict.ts';

/** Places at the exact tiers, brackets taken for the source's own text; from `after` on, then before it. */
export function plainPlaces(query: Query, prepared: PreparedSource, after: number): Found[] {
  const { plain, segment } = query;
  const found = inEither(prepared, [plain], (skeleton, index) =>
    findPlaces(skeleton, plain, unitAt(skeleton, after), index),
  );
  const places = found.map(({ skeleton, place }): Found => {
    const stretch = withMarks(
      prepared.source.text,
      textRange(skeleton, place.from, place.to),
      plain.text,
      plain.text,
    );
    const tier = grade(query, prepared, stretch.start, stretch.end);
    return { ...stretch, tier, similarity: 1, differences: noDifferences, flags: [] };
  });
  // "[He] said" is not "He said": unless the source has the brackets, they are the quote's.
  if (segment.edits.length === 0) return places;
  return places.filter(({ tier, start, end }) => {
    const held = prepared.source.text.slice(start, end);
    return tier !== 'skeleton' || countBrackets(held) >= countBrackets(segment.text);
  });
}

function countBrackets(text: string): number {
  return text.match(/[[［]/g)?.length ?? 0;
}

const noDifferences = () => [];

/** Places of a segment with brackets; altered where a bracket swallows what turns the sentence. */
export function markedPlaces(query: Query, prepared: PreparedSource, after: number): Found[] {
  for (const pattern of query.patterns) {
    const { literals } = pattern;
    const first = literals[0];
    const last = literals.at(-1);
    if (first === undefined || last === undefined) continue;
    const found = inEither(prepared, literals, (skeleton, index) =>
      findMarked(skeleton, pattern, unitAt(skeleton, after), index),
    );
    if (found.length > 0) {
      return found.map(({ skeleton, place }) =>
        markedFound(prepared, skeleton, place, [first, last]),
      );
    }
  }
  return [];
}

function markedFound(
  prepared: PreparedSource,
  skeleton: Skeleton,
  place: MarkedPlace,
  [first, last]: readonly [Literal, Literal],
): Found {
  const { text } = prepared.source;
  const stretch = withMarks(text, textRange(skeleton, place.from, place.to), first.text, last.text);
  const swallowed = place.swallowed.map(({ from, to, text: bracket }) => ({
    ...textRange(skeleton, from, to),
    bracket,
  }));
  const { flags, differences } = swallowedFlags(prepared, swallowed);
  const tier: Tier = flags.length > 0 ? 'altered' : 'marked';
  return { ...stretch, tier, similarity: 1, differences: () => worstFirst(differences), flags };
}

/** In the whole skeleton; where it is not there, in the one without references to notes. */
function inEither<Kind extends Place>(
  prepared: PreparedSource,
  literals: readonly Literal[],
  find: (skeleton: Skeleton, index?: TokenIndex) => readonly Kind[],
): { readonly skeleton: Skeleton; readonly place: Kind }[] {
  const index = prepared.index();
  if (!literals.every((literal) => hasWords(index, literal))) return [];
  const whole = prepared.skeleton();
  const found = find(whole, index).map((place) => ({ skeleton: whole, place }));
  if (found.length > 0) return found;
  const bare = prepared.bareSkeleton();
  return bare === undefined ? [] : find(bare).map((place) => ({ skeleton: bare, place }));
}

/** The strictest tier at which the place's text is the segment's. */
function grade(query: Query, prepared: PreparedSource, start: number, end: number): Tier {
  const { source } = prepared;
  const held = source.text.slice(start, end);
  if (held === query.segment.text) return 'verbatim';
  const body = withoutFurniture(prepared, start, end);
  if (foldSpace(body) === query.foldedSpace) return 'whitespace';
  return foldTypography(body) === query.foldedTypography ? 'typography' : 'skeleton';
}

/** Furniture inside the place counts as a space. */
function withoutFurniture({ source }: PreparedSource, start: number, end: number): string {
  let out = '';
  let at = start;
  for (const range of source.skipped) {
    if (range.start >= end) break;
    if (range.kind !== 'furniture' || range.end <= at) continue;
    out += `${source.text.slice(at, Math.max(at, range.start))} `;
    at = Math.min(end, range.end);
  }
  return out + source.text.slice(at, end);
}
