// A finished country-of-origin (COI) report as the check reads it: what stands where, and what could not be placed.
import type { PreciseDate } from '../evidence/source.ts';

/** A line of a text file, or a paragraph of a DOCX or PDF. */
export interface ReportLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** 1 to 6 where the format says that this is a heading. */
  readonly heading?: number;
  /** Stretches of `text` in bold or italics, for formats that do not write emphasis into the text. */
  readonly emphasis?: readonly Span[];
  /** A block quotation by the format's own style, or the text of the note with the label `note`. */
  readonly style?: 'quotation' | 'list';
  readonly note?: string;
}

/** UTF-16 units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a line is part of: exactly one for each line, that of its first words. */
export type LineRole =
  | 'blank'
  | 'furniture'
  | 'heading'
  | 'cover'
  | 'contents'
  | 'front-matter'
  | 'timeframe'
  | 'source-list'
  | 'introduction'
  | 'quote'
  | 'note'
  | 'original'
  | 'citation'
  | 'gap-statement'
  | 'cross-reference'
  | 'reader-note'
  | 'unparsed';

/** Words of the report and the line they begin on. */
export interface Placed {
  readonly line: number;
  readonly text: string;
}

export interface ReportQuote extends Placed {
  /** Paragraphs parted by blank lines, with their quotation marks, without list and block marks. */
  readonly text: string;
  /** False where the opening or the closing mark is not there although the other one is. */
  readonly balanced: boolean;
  /** Words in bold or italics inside it, unless all of it is. */
  readonly emphasised: readonly string[];
  /** "Emphasis added" or "in the original" stands in it or right after it. */
  readonly emphasisNoted: boolean;
}

/** A part of a citation that may be there, be missing, or be broken. */
export interface CitedTitle {
  readonly text: string;
  /** Its quotation mark, bracket or emphasis is closed. */
  readonly closed: boolean;
}

export interface Citation extends Placed {
  readonly publisher: string;
  readonly title: CitedTitle | undefined;
  readonly url: { readonly text: string; readonly closed: boolean } | undefined;
  /** `none` for "n.d." and its like; undefined where nothing is said. */
  readonly published: PreciseDate | undefined;
  readonly pinpoint: string;
  /** What stands behind "last accessed:"; undefined without such a clause. */
  readonly accessed: { readonly raw: string; readonly date: PreciseDate | undefined } | undefined;
  /** "Ibid.", "(US 20 Mar. 2023)": it stands for a full one elsewhere. */
  readonly repeats: boolean;
}

export interface Finding {
  /** Headings from the outermost to the innermost, joined by " / ". */
  readonly section: string;
  readonly introduction: Placed | undefined;
  /** Empty for a statement in the report's own words that has a citation. */
  readonly quotes: readonly ReportQuote[];
  readonly translatorNote: Placed | undefined;
  readonly originals: readonly Placed[];
  readonly citations: readonly Citation[];
  /** A page or paragraph stands in brackets behind the quote. */
  readonly pinpointed: boolean;
  /** The next finding goes on with the same source ("The same report adds:") and has the citation for both. */
  readonly continues: boolean;
}

/** "No information on `topic` was found in `where`." */
export interface GapStatement extends Placed {
  readonly topic: string;
  /** The sources named; empty where none is. */
  readonly where: string;
}

export interface ListedSource extends Placed {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly nothingFound: boolean;
}

export interface Cover {
  readonly title: string;
  readonly organisation: string;
  readonly date: PreciseDate | undefined;
}

export interface Report {
  readonly cover: Cover;
  /** Statements of the research timeframe, sentence by sentence. */
  readonly timeframe: readonly Placed[];
  readonly listed: readonly ListedSource[];
  /** All words of the list of sources: who stands in there is not called unlisted. */
  readonly listText: string;
  readonly findings: readonly Finding[];
  readonly gaps: readonly GapStatement[];
  /** Of each line, in order. */
  readonly roles: readonly LineRole[];
  readonly lines: readonly ReportLine[];
}
