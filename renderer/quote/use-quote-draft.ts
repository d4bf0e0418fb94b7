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
  /** Whether it is on the disk now. */
  readonly writeNote: (note: string) => Promise<boolean>;
}

/** A content on its way to the vault and back. */
interface Sent {
  readonly content: string;
  /** How often the vault was read since it was saved; undefined until then. */
  readings: number | undefined;
}

/** What another reading of the vault leaves: not what it shows, nor what was overtaken before it could be shown. */
function stillUnseen(sent: readonly Sent[], held: string): readonly Sent[] {
  const seen = sent.findLastIndex(({ content }) => content === held);
  // The first reading after an act may have begun before it.
  return sent.slice(seen + 1).filter((one) => one.readings === undefined || ++one.readings < 2);
}

/** The quote as it is worked on: shown at once, saved with every act, and as the vault has it while nothing is on its way. */
export function useQuoteDraft(quote: Quote, work: WorkingText, workingFile: string): DraftState {
  const act = useAct();
  const toast = useToast();
  const map = useMemo(() => new TextMap(work), [work]);
  const held = useMemo(() => JSON.stringify(contentOf(quote)), [quote]);
  const [own, setOwn] = useState<QuoteContent>();
  const sent = useRef<readonly Sent[]>([]);
  const content = own ?? quote;
  const draft = useMemo(
    () => placedDraft(content, work.text, workingFile),
    [content, work, workingFile],
  );

  // The vault shows our acts one after the other, and late: an older one must not put the newest back. What another screen
  // or an undo did is shown once nothing of ours is on its way.
  useEffect(() => {
    sent.current = stillUnseen(sent.current, held);
    if (sent.current.length === 0) setOwn(undefined);
  }, [quote, held]);

  const save = useCallback(
    async (next: QuoteContent): Promise<boolean> => {
      setOwn(next);
      const one: Sent = { content: JSON.stringify(contentOf(next)), readings: undefined };
      sent.current = [...sent.current, one];
      const { ok } = await act([changeQuoteAct(quote, next)]);
      if (ok) {
        one.readings = 0;
      } else {
        sent.current = sent.current.filter((other) => other !== one);
        setOwn(undefined);
      }
      return ok;
    },
    [act, quote],
  );
  const edit = useCallback(
    (edited: Edited) => {
      if (!edited.ok) {
        toast({ text: refusalWords[edited.why] });
        return;
      }
      void save(contentOn(work, map, edited.draft, { workingFile, note: content.note }));
    },
    [save, toast, work, map, workingFile, content.note],
  );
  const writeNote = useCallback(
    (note: string) => save({ ...contentOf(content), note }),
    [save, content],
  );
  const isSettled = own === undefined || JSON.stringify(contentOf(own)) === held;
  return { draft, note: content.note, isSettled, edit, writeNote };
}
