// A quote while it is worked on: places only. What a passage says, and on which page, is put beside it when it is kept.
import { placeOn } from '../anchor/place.ts';
import type { MarkId } from '../evidence/ids.ts';
import type { QuoteContent } from '../evidence/quote.ts';
import type { TextMap, TextRange } from '../text/text-map.ts';
import type { WorkingText } from '../text/working-text.ts';

export interface DraftPassage extends TextRange {
  readonly mark?: MarkId;
}

export interface QuoteDraft extends Pick<
  QuoteContent,
  'edits' | 'emphasis' | 'opensCut' | 'endsCut' | 'footnotesOmitted'
> {
  readonly passages: readonly DraftPassage[];
}

/** What of a working text a quote is made from. */
export type QuotedText = Pick<WorkingText, 'text' | 'ranges'>;

export function draftOf(content: QuoteContent): QuoteDraft {
  const { edits, emphasis, opensCut, endsCut, footnotesOmitted } = content;
  const passages = content.passages.map(({ anchor: { start, end }, mark }): DraftPassage => ({
    ...{ start, end },
    ...(mark === undefined ? {} : { mark }),
  }));
  return { passages, edits, emphasis, opensCut, endsCut, footnotesOmitted };
}

/** The draft as it is kept, with what the text says at each place. */
export function contentOn(
  work: Pick<WorkingText, 'text' | 'pages'>,
  map: Pick<TextMap, 'pagesOf'>,
  draft: QuoteDraft,
  rest: Pick<QuoteContent, 'workingFile' | 'note'>,
): QuoteContent {
  const passages = draft.passages.map(({ start, end, mark }) => ({
    ...placeOn(work, map, { start, end }),
    ...(mark === undefined ? {} : { mark }),
  }));
  return { ...draft, ...rest, passages };
}
