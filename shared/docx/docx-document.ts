// A Word document as plain values, before anybody asks what for: the library makes a structured text of it, the check of a
// report its lines.

export interface DocxInline {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly superscript?: true;
  /** As the document has it, wherever it leads. */
  readonly link?: string;
  /** It refers to the note of this id; the text is what the document itself puts there, mostly nothing. */
  readonly note?: string;
}

export interface DocxParagraph {
  readonly kind: 'paragraph';
  readonly inlines: readonly DocxInline[];
  /** 1 to 9. */
  readonly heading?: number;
  readonly role?: 'quote' | 'caption' | 'code';
  /** What stands before it, counted; `depth` from 1. */
  readonly marker?: { readonly text: string; readonly isBullet: boolean; readonly depth: number };
  /** In a list, with or without a sign before it. */
  readonly isItem: boolean;
}

export interface DocxCell {
  readonly blocks: readonly DocxBlock[];
  readonly columns: number;
  readonly rows: number;
}

export interface DocxTable {
  readonly kind: 'table';
  readonly rows: readonly { readonly isHeader: boolean; readonly cells: readonly DocxCell[] }[];
}

export type DocxBlock = DocxParagraph | DocxTable;

export interface DocxNotes {
  /** By id, in the order of the file; those of endnotes begin with `e`. */
  readonly byId: ReadonlyMap<string, readonly DocxBlock[]>;
  /** How the document numbers them (`w:numFmt`). */
  readonly footnoteFormat: string;
  readonly endnoteFormat: string;
}

/** What the file says of itself; empty where it does not. Its dates are those of the file, and of no use to a citation. */
export interface DocxProperties {
  readonly title: string;
  readonly creator: string;
}

export interface DocxDocument {
  readonly blocks: readonly DocxBlock[];
  readonly notes: DocxNotes;
  readonly headers: readonly DocxBlock[];
  readonly footers: readonly DocxBlock[];
  /** BCP 47, of most letters; or empty. */
  readonly language: string;
  readonly isRightToLeft: boolean;
  readonly properties: DocxProperties;
}
