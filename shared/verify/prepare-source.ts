import { linkMarkup, type Stretch } from './markup.ts';
import { once } from './once.ts';
import { findParagraphs } from './paragraphs.ts';
import { buildSkeleton, type Omitted, type Skeleton } from './skeleton.ts';
import { buildTokenIndex, type TokenIndex } from './token-index.ts';
import type { SkippedRange, SourceText } from './verdict.ts';

/** A source with its folds, built when first needed and reused over many quotes. Folded text is never stored. */
export interface PreparedSource {
  readonly source: SourceText;
  readonly skeleton: () => Skeleton;
  /** Without references to notes; undefined where the source has none. */
  readonly bareSkeleton: () => Skeleton | undefined;
  readonly index: () => TokenIndex;
  readonly paragraphs: () => readonly Stretch[];
}

export function prepareSource(source: SourceText): PreparedSource {
  const omitted = once(() => omittedFrom(source));
  const skeleton = once(() => buildSkeleton(source.text, omitted()));
  return {
    source,
    skeleton,
    bareSkeleton: once(() => {
      if (!source.skipped.some(({ kind }) => kind === 'noteref')) return undefined;
      const bare = omitted().map((range) =>
        range.as === 'note' ? { ...range, as: 'nothing' as const } : range,
      );
      return buildSkeleton(source.text, bare);
    }),
    index: once(() => buildTokenIndex(skeleton())),
    paragraphs: once(() => findParagraphs(source)),
  };
}

/** Skipped ranges and link markup, in order; what a skipped range covers is not markup. */
function omittedFrom({ text, skipped }: SourceText): Omitted[] {
  const ranges = skipped.map(({ start, end, kind }): Omitted => ({
    start,
    end,
    as: kind === 'furniture' ? 'line-end' : 'note',
  }));
  const links = linkMarkup(text).filter((link) => !overlaps(skipped, link));
  const hidden = links.map((link): Omitted => ({ ...link, as: 'nothing' }));
  return [...ranges, ...hidden].sort((a, b) => a.start - b.start);
}

function overlaps(skipped: readonly SkippedRange[], { start, end }: Stretch): boolean {
  let low = 0;
  let high = skipped.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((skipped[middle]?.end ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  return (skipped[low]?.start ?? Infinity) < end;
}
