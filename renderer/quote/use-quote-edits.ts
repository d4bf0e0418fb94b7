import type { QuoteDraft } from '../../shared/quote/draft.ts';
import {
  changeCase,
  cut,
  emphasise,
  insert,
  sic,
  takeIn,
  type Edited,
} from '../../shared/quote/edit-quote.ts';
import type { Emphasis } from '../../shared/evidence/quote.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';

export type Bracketing = 'before' | 'instead';

/** What a person can do with the chosen words and with the quote; each is saved at once or says why not. */
export interface QuoteEdits {
  readonly cut: () => void;
  readonly takeIn: () => void;
  /** Answers whether it was done. */
  readonly bracket: (how: Bracketing, words: string) => boolean;
  readonly changeCase: () => void;
  readonly emphasise: (by: Emphasis['by']) => void;
  readonly sic: () => void;
  readonly toggle: (what: 'opensCut' | 'endsCut' | 'footnotesOmitted') => void;
}

interface EditParts {
  readonly draft: QuoteDraft;
  readonly work: WorkingText;
  readonly selection: TextRange | undefined;
  readonly edit: (edited: Edited) => void;
  readonly clear: () => void;
}

export function useQuoteEdits({ draft, work, selection, edit, clear }: EditParts): QuoteEdits {
  const onChosen = (done: (range: TextRange) => Edited): Edited => {
    const edited: Edited =
      selection === undefined ? { ok: false, why: 'nothing-chosen' } : done(selection);
    edit(edited);
    return edited;
  };
  return {
    cut: () => {
      if (onChosen((range) => cut(draft, work, range)).ok) clear();
    },
    takeIn: () => {
      if (onChosen((range) => takeIn(draft, work, range)).ok) clear();
    },
    bracket: (how, words) => {
      const edited = onChosen((range) =>
        insert(
          draft,
          work,
          how === 'instead' ? range : { start: range.start, end: range.start },
          words,
        ),
      );
      if (edited.ok) clear();
      return edited.ok;
    },
    changeCase: () => void onChosen(({ start }) => changeCase(draft, work, start)),
    emphasise: (by) => void onChosen((range) => emphasise(draft, work, range, by)),
    sic: () => void onChosen((range) => sic(draft, work, range)),
    toggle: (what) => {
      edit({ ok: true, draft: { ...draft, [what]: !draft[what] } });
    },
  };
}
