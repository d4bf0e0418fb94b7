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

/** Where a mark stands: in which text, at which words, on which pages. */
export type MarkPlacement = Pick<
  Mark,
  'workingFile' | 'anchor' | 'firstPage' | 'lastPage' | 'pageLabel'
>;

export interface Mark {
  readonly id: MarkId;
  readonly source: SourceId;
  /** Which working copy the offsets belong to: `WorkingCopy.file`. */
  readonly workingFile: string;
  readonly anchor: TextAnchor;
  /** Index of the first and last page touched, from 0; a text without pages has one. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Label of those pages as printed: "9", "iv", "9–10"; empty where a text has no pages. */
  readonly pageLabel: string;
  readonly colour: MarkColour;
  readonly tags: readonly TagId[];
  readonly note: string;
  readonly markedBy: PersonId;
  readonly markedAt: number;
  readonly changedAt: number;
}
