import type { MarkColour, MarkedArea, MarkKind } from '../evidence/mark.ts';
import type { TextRange } from '../text/text-map.ts';

/** A highlight or note that came with a document: what a mark can be made of. */
export interface FoundAnnotation {
  readonly kind: MarkKind;
  /** Of the working text, ascending and apart; none where it is an area. */
  readonly ranges: readonly TextRange[];
  readonly area?: MarkedArea;
  /** Index of its page. */
  readonly page: number;
  readonly colour: MarkColour;
  /** As the document names them, or empty. Shown when marks are taken over, and never written into one. */
  readonly author: string;
  readonly note: string;
  /** `YYYY-MM-DD` or empty. */
  readonly changed: string;
}
