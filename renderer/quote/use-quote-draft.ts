import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { contentOf, type Quote, type QuoteContent } from '../../shared/evidence/quote.ts';
import { placedDraft } from '../../shared/quote/check-quote.ts';
import { contentOn, type QuoteDraft } from '../../shared/quote/draft.ts';
import type { Edited } from '../../shared/quote/edit-quote.ts';
import { TextMap } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { useAct } from '../app/vault-context.tsx';
import { useToast } from '../ui/Toast.tsx';
import { changeQuoteAct } from './quote-acts.ts';
import { refusalWords } from './refusal-words.ts';

interface DraftState {
  /** Undefined where its passages are not found in the text as it is now. */
  readonly draft: QuoteDraft | undefined;
  readonly note: string;
  /** What is shown is what the vault has verified. */
  readonly isSettled: boolean;
  readonly edit: (edited: Edited) => void;
  readonly writeNote: (note: string) => void;
}

/** The quote as it is worked on: shown at once, saved with every act, and as the vault has it while nothing is on its way. */
export function useQuoteDraft(quote: Quote, work: WorkingText, workingFile: string): DraftState {
  const act = useAct();
  const toast = useToast();
  const map = useMemo(() => new TextMap(work), [work]);
  const held = useMemo(() => JSON.stringify(contentOf(quote)), [quote]);
  const [own, setOwn] = useState<QuoteContent>();
  const waiting = useRef(0);
  const content = own ?? quote;
  const draft = useMemo(
    () => placedDraft(content, work.text, workingFile),
    [content, work, workingFile],
  );

  // What another screen or an undo did is shown once nothing of ours is on its way.
  useEffect(() => {
    if (waiting.current === 0) setOwn(undefined);
  }, [held]);

  const save = useCallback(
    (next: QuoteContent) => {
      setOwn(next);
      waiting.current++;
      void act([changeQuoteAct(quote, next)]).then((answer) => {
        waiting.current--;
        if (!answer.ok) setOwn(undefined);
      });
    },
    [act, quote],
  );
  const edit = useCallback(
    (edited: Edited) => {
      if (!edited.ok) {
        toast({ text: refusalWords[edited.why] });
        return;
      }
      save(contentOn(work, map, edited.draft, { workingFile, note: content.note }));
    },
    [save, toast, work, map, workingFile, content.note],
  );
  const writeNote = useCallback(
    (note: string) => {
      save({ ...contentOf(content), note });
    },
    [save, content],
  );
  const isSettled = own === undefined || JSON.stringify(contentOf(own)) === held;
  return { draft, note: content.note, isSettled, edit, writeNote };
}
