// The working text: what a person reads, marks and quotes. Offsets are UTF-16 code units of `text`, everywhere.
import type { SourceFormat } from '../evidence/source.ts';

/** `hidden`: only in the file; on the page its style sheet shows nothing of it. */
export type RangeKind = 'furniture' | 'footnote' | 'noteref' | 'boilerplate' | 'hidden';

/** A stretch that stays in the text but outside quotes, search figures and sentence walks. Sorted, never overlapping. */
export interface MarkedRange {
  readonly start: number;
  readonly end: number;
  readonly kind: RangeKind;
  readonly page: number;
}

/** What the extractor did at a place where the original has a break: shown to the reader as "repaired". */
export type JoinKind = 'hyphen-dropped' | 'hyphen-kept' | 'page' | 'column';
export interface Join {
  readonly at: number;
  readonly kind: JoinKind;
  readonly sure: boolean;
}

export interface TextPage {
  /** As printed: "iv", "12"; the 1-based index where the document gives none; empty for a text without pages. */
  readonly label: string;
  /** Offset of its first body character. Ascending. */
  readonly start: number;
  /** In PDF points, after the page's own rotation; 0 for a text without pages. */
  readonly width: number;
  readonly height: number;
  /** Fingerprint of the page's squeezed item stream: equal prints mean that the stored map fits the live items. */
  readonly print: string;
}

export interface Section {
  readonly start: number;
  readonly level: number;
  readonly title: string;
}

type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'code' | 'caption' | 'cell';

/** Where a cell stands in its table; `columns` and `rows` are what it spans, at least 1. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** A stretch the document itself sets apart. Ascending, never touching; only a cell may be empty. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly kind: BlockKind;
  /** 1 to 6 of a heading, 1 and deeper of an item, else 0. */
  readonly level: number;
  /** "•", "3.": shown, no part of the text. */
  readonly marker?: string;
  readonly cell?: CellPlace;
}

export type SpanKind = 'link' | 'bold' | 'italic' | 'superscript' | 'code';

/** How words inside a block are set. By start; spans of one kind never overlap. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SpanKind;
  /** Of a link: `http:`, `https:` or `mailto:`. Shown, never followed. */
  readonly target?: string;
}

/**
 * Offset map, columnar. Coordinates are *squeezed*: UTF-16 units that are not white space, counted from the start of the
 * working text (`w`) or of the page's item stream (`s`; of the decoded original for texts without pages, page 0). White
 * space has no counterpart and needs no entry. `w` is ascending and gapless with the total at its end;
 * `w[r + 1] - w[r] !== sn[r]` only where a character was folded (ﬁ → fi): such a run is atomic.
 */
export interface OffsetMap {
  readonly w: Uint32Array<ArrayBuffer>;
  readonly page: Uint16Array<ArrayBuffer>;
  readonly s: Uint32Array<ArrayBuffer>;
  readonly sn: Uint32Array<ArrayBuffer>;
}

export interface WorkingText {
  /** Extractor and version, such as `pdf/2 pdf.js/6.5.438` or `plain/1`. */
  readonly extractor: string;
  readonly format: SourceFormat;
  readonly text: string;
  /** At least one. */
  readonly pages: readonly TextPage[];
  readonly sections: readonly Section[];
  readonly ranges: readonly MarkedRange[];
  readonly joins: readonly Join[];
  readonly map: OffsetMap;
  /** Words of the whole text, boilerplate included (`countWords`). */
  readonly words: number;
  /** Characters of the document that have no readable code point. */
  readonly unreadable: number;
  /** Absent where the document says nothing of its parts: PDF, plain text. */
  readonly blocks?: readonly Block[];
  readonly spans?: readonly Span[];
  /** Of the document as a whole; absent when it runs from left to right or does not say. */
  readonly direction?: 'rtl';
}
