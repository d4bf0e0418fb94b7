// What is said of a quote that was held against a source: by name, never as a bare percentage.

/** How well a segment agrees with its source. Worst last. */
export const tiers = [
  'verbatim',
  'whitespace',
  'typography',
  'skeleton',
  'marked',
  'too-short',
  'altered',
  'out-of-order',
  'weak',
  'not-found',
] as const;
export type Tier = (typeof tiers)[number];

/** What kind of words differ. Worst first. */
export const differenceClasses = [
  'number',
  'negation',
  'name',
  'hedge',
  'omission',
  'added',
  'word',
  'spelling',
] as const;
export type DifferenceClass = (typeof differenceClasses)[number];

/** One run of words that differ; either side may be empty. `start` and `end` are offsets in the source's text. */
export interface Difference {
  readonly class: DifferenceClass;
  readonly quote: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

export const contextFlags = [
  'starts-mid-sentence',
  'ends-mid-sentence',
  'negation-before',
  'hedge-before',
  'attribution-before',
  'contrast-after',
  'gap-contrast',
  'gap-section',
  'gap-long',
  'gap-speaker',
  'bracket-swallows',
] as const;
export type ContextFlag = (typeof contextFlags)[number];

/** A warning about what the cut hides: the words of the source it is about, and where they stand. */
export interface Flag {
  readonly flag: ContextFlag;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

export interface SegmentVerdict {
  /** The segment as the quote has it: trimmed, without outer quotation marks and without the gaps. */
  readonly text: string;
  readonly tier: Tier;
  /** UTF-16 offsets in the source's text; absent for `not-found`. */
  readonly start?: number;
  readonly end?: number;
  /** 0 to 1; ranks places and sources, is never shown to people. */
  readonly similarity: number;
  /** How many places it has at its tier. */
  readonly places: number;
  /** Worst first; empty unless altered or weak. */
  readonly differences: readonly Difference[];
  readonly flags: readonly Flag[];
}

export interface QuoteVerdict {
  /** The worst tier of its segments; `too-short` for a quote without any. */
  readonly verdict: Tier;
  readonly segments: readonly SegmentVerdict[];
}

/** A stretch that may stand in the middle of a sentence without belonging to it. */
export interface SkippedRange {
  readonly start: number;
  readonly end: number;
  readonly kind: 'furniture' | 'noteref';
}

/** A text quotes are looked for in. Offsets are UTF-16 code units of `text`. */
export interface SourceText {
  readonly text: string;
  /** Page numbers, running heads, references to notes. Sorted, never overlapping. */
  readonly skipped: readonly SkippedRange[];
  readonly sections: readonly { readonly start: number; readonly title: string }[];
}

/** Place of a tier in the order of `tiers`: 0 is best. */
export function rankOf(tier: Tier): number {
  return tiers.indexOf(tier);
}
