import type { MarkId, PersonId, SourceId, TagId } from './ids.ts';

/** Named colours: the name is the meaning, `ui/tokens.css` has the paint (`--hl-<name>`). Keys 1–8 in this order. */
export const markColours = [
  'key',
  'supports',
  'contradicts',
  'figure',
  'law',
  'person',
  'doubt',
  'translate',
] as const;
export type MarkColour = (typeof markColours)[number];

/**
 * A place in a working text by the W3C's TextPositionSelector and TextQuoteSelector together
 * (https://www.w3.org/TR/annotation-model/#selectors). Offsets are UTF-16 code units of `WorkingText.text`.
 */
export interface TextAnchor {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** Up to 32 characters before and after, cut at code points. */
  readonly prefix: string;
  readonly suffix: string;
}

export const markKinds = ['highlight', 'underline', 'area'] as const;
export type MarkKind = (typeof markKinds)[number];

/** A rectangle of one page, in the units of `TextPage.width` and `height`: origin top left, after the page's rotation. */
export interface MarkedArea {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const reviewStates = ['draft', 'checked', 'disputed'] as const;
export type ReviewState = (typeof reviewStates)[number];

/**
 * Where a mark stands: in which text, at which words, on which pages. Without `more` it has one range; an area keeps its
 * rectangle where none is given.
 */
export type MarkPlacement = Pick<
  Mark,
  'workingFile' | 'anchor' | 'firstPage' | 'lastPage' | 'pageLabel'
> &
  Partial<Pick<Mark, 'more' | 'area'>>;

export interface Mark {
  readonly id: MarkId;
  readonly source: SourceId;
  /** Which working copy the offsets belong to: `WorkingCopy.file`. */
  readonly workingFile: string;
  readonly kind: MarkKind;
  /** An area mark's is the empty range at its page's start, with no words. */
  readonly anchor: TextAnchor;
  /** Further ranges of the same text, ascending, after `anchor`, none overlapping another. */
  readonly more: readonly TextAnchor[];
  /** Of area marks, and of these alone. */
  readonly area?: MarkedArea;
  /** Index of the first and last page touched, from 0; a text without pages has one. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Label of those pages as printed: "9", "iv", "9–10"; empty where a text has no pages. */
  readonly pageLabel: string;
  readonly colour: MarkColour;
  readonly tags: readonly TagId[];
  readonly note: string;
  /** What the words should read where extraction got them wrong; empty for none. Never quoted: the text's own words are. */
  readonly reading: string;
  readonly review: ReviewState;
  readonly markedBy: PersonId;
  readonly markedAt: number;
  readonly changedAt: number;
}

/** All ranges of a mark, in the order of the text; none of an area mark, which has no words. */
export function rangesOf({
  kind,
  anchor,
  more,
}: Pick<Mark, 'kind' | 'anchor' | 'more'>): readonly TextAnchor[] {
  return kind === 'area' ? [] : [anchor, ...more];
}

/** The words of a mark, for lists and search; what lies between its ranges is left out: `[...]`. Empty for an area. */
export function wordsOf(mark: Pick<Mark, 'kind' | 'anchor' | 'more'>): string {
  return rangesOf(mark)
    .map(({ exact }) => exact)
    .join(' [...] ');
}
