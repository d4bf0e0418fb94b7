// What a structured document (a saved web page, a Word file, a mail) says, as plain values: a flat list of blocks of
// strings. There is no place in it for a script, a style or anything that would be fetched or run.
export interface RichInline {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  readonly superscript?: true;
  /** What `safeLink` lets through. */
  readonly link?: string;
  /** It refers to a note. */
  readonly noteref?: true;
  /** It is in the file, and whoever looked at the page did not see it. */
  readonly hidden?: true;
}

type Inlines = readonly RichInline[];

interface RichCell {
  readonly inlines: Inlines;
  /** "3." of a numbered list in it: shown, no part of the text. */
  readonly marker?: string;
  readonly header: boolean;
  /** What it spans, at least 1. */
  readonly columns: number;
  readonly rows: number;
}

export interface RichTable {
  readonly kind: 'table';
  readonly rows: readonly { readonly cells: readonly RichCell[] }[];
  readonly boilerplate?: true;
}

/** Stands beside a description, which is no caption: those have no marker. */
export const pictureMarker = 'Picture:';

export type RichBlock =
  | {
      readonly kind: 'heading';
      /** 1 to 6. */
      readonly level: number;
      /** "1.2": shown, no part of the text, but of the section's title. */
      readonly marker?: string;
      readonly inlines: Inlines;
      readonly boilerplate?: true;
    }
  | {
      readonly kind: 'paragraph' | 'quote' | 'code' | 'caption';
      readonly inlines: Inlines;
      readonly boilerplate?: true;
    }
  /** What a picture shows, as the document says it to whoever cannot see that: none of its text's own words. */
  | { readonly kind: 'picture'; readonly inlines: Inlines }
  | {
      readonly kind: 'item';
      /** From 1. */
      readonly depth: number;
      /** "•", "3.": shown, no part of the text. */
      readonly marker: string;
      readonly inlines: Inlines;
      readonly boilerplate?: true;
    }
  | RichTable
  /** A footnote: its text, and the label it is referred to by. */
  | { readonly kind: 'note'; readonly label: string; readonly inlines: Inlines };

export interface RichDocument {
  /** BCP 47, or empty. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly blocks: readonly RichBlock[];
}
