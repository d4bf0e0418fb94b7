import { wordsOf, type Mark } from '../evidence/mark.ts';
import type { Person } from '../evidence/person.ts';
import type { Source } from '../evidence/source.ts';
import type { Tag } from '../evidence/tag.ts';
import type { QuoteProof } from './composed-quote.ts';

/** A passage ready to be quoted or exported: the mark with everything a citation needs. */
export interface QuotedMark {
  readonly mark: Mark;
  readonly source: Source;
  readonly tags: readonly Tag[];
  readonly markedBy: Person;
  /** Title of the section it stands in, or empty. */
  readonly section: string;
  /** Number of the paragraph as printed, or empty. */
  readonly paragraph: string;
  /** What is printed of it, where that is not all of its words (`printedMark`). */
  readonly printed?: string;
  /** Its words, or some of them, describe a picture of the document: they are no words of its text. */
  readonly picture?: true;
  /** The source's original or text is known not to be whole: nobody can compare the passage with it now. */
  readonly unverified: boolean;
  /** Of the passage against its source's text, where it was asked for. */
  readonly proof?: QuoteProof;
}

/** The words of a mark as they are printed. */
export function printedOf({ mark, printed }: Pick<QuotedMark, 'mark' | 'printed'>): string {
  return printed ?? wordsOf(mark);
}
