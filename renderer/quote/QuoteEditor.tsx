import { useCallback, useMemo, useRef, useState } from 'react';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import { composedWithCitation } from '../../shared/quote/copy.ts';
import type { QuoteDraft } from '../../shared/quote/draft.ts';
import { takeIn } from '../../shared/quote/edit-quote.ts';
import { printedQuote, renderQuote } from '../../shared/quote/render-quote.ts';
import { proofWords } from '../../shared/quote/verdict-words.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { useCopyText } from '../highlight/use-copying.ts';
import { textRangeOf } from '../highlight/text-selection.ts';
import { useSelection } from '../highlight/use-selection.ts';
import { labelledText } from '../read/labelled-text.ts';
import { useFlash } from '../read/use-flash.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { AlsoIn } from './AlsoIn.tsx';
import { changesOf } from './change-list.ts';
import { ChangeList } from './ChangeList.tsx';
import { EditBar } from './EditBar.tsx';
import { EditSwitches } from './EditSwitches.tsx';
import { LostQuote } from './LostQuote.tsx';
import { PrintedCard } from './PrintedCard.tsx';
import { ProofList } from './ProofList.tsx';
import { ProofPill } from './ProofPill.tsx';
import styles from './QuoteEditor.module.css';
import { QuoteHead } from './QuoteHead.tsx';
import { QuoteNote } from './QuoteNote.tsx';
import { revealIn } from './reveal-in.ts';
import { SourcePane } from './SourcePane.tsx';
import { TranslationSection } from './TranslationSection.tsx';
import { useQuoteDraft } from './use-quote-draft.ts';
import { useQuoteEdits, type Bracketing } from './use-quote-edits.ts';
import { useQuoteKeys } from './use-quote-keys.ts';
import { useRemoving } from './use-removing.ts';

interface QuoteEditorProps {
  readonly composed: ComposedQuote;
  readonly work: WorkingText;
  readonly workingFile: string;
}

/** The source's words on one side, what is printed of them on the other. */
export function QuoteEditor({ composed, work, workingFile }: QuoteEditorProps) {
  const state = useQuoteDraft(composed.quote, work, workingFile);
  const { draft } = state;
  if (draft === undefined) return <LostQuote composed={composed} />;
  return <OpenQuote composed={composed} work={work} state={state} draft={draft} />;
}

interface OpenQuoteProps extends Pick<QuoteEditorProps, 'composed' | 'work'> {
  readonly state: ReturnType<typeof useQuoteDraft>;
  readonly draft: QuoteDraft;
}

function OpenQuote({ composed, work, state, draft }: OpenQuoteProps) {
  const { quote, proof } = composed;
  const { isSettled } = state;
  const pane = useRef<HTMLDivElement>(null);
  const rangeOf = useCallback(
    (range: Range): TextRange | undefined =>
      pane.current === null ? undefined : textRangeOf(pane.current, range, work.text.length),
    [work],
  );
  const { selection, select, clear } = useSelection(pane, rangeOf);
  const [flash, showFlash] = useFlash();
  const reveal = useCallback(
    (range: TextRange) => {
      showFlash([range]);
      revealIn(pane.current, range);
    },
    [showFlash],
  );
  const [bracketing, setBracketing] = useState<Bracketing>();
  const startBracketing = (how: Bracketing | undefined): void => {
    // The field takes the focus, and the browser's selection with it.
    if (how !== undefined && selection !== undefined) select({ ...selection, by: 'keyboard' });
    setBracketing(how);
    if (how === undefined) pane.current?.focus();
  };
  const chosen = selection?.range;
  const edits = useQuoteEdits({ draft, work, selection: chosen, edit: state.edit, clear });
  const keepInView = useCallback((range: TextRange) => {
    revealIn(pane.current, range);
  }, []);
  const heard = useQuoteKeys({
    ...{ work, draft, selection, select, clear, edits },
    onBracket: startBracketing,
    reveal: keepInView,
  });
  // What is stored keeps the document's own labels; what is shown has the person's.
  const labelled = useMemo(
    () => labelledText(work, composed.source.labels),
    [work, composed.source.labels],
  );
  const pieces = useMemo(() => renderQuote(draft, work), [draft, work]);
  const changes = useMemo(() => changesOf(draft, work), [draft, work]);
  const flagged = useMemo(() => (isSettled ? foundPlaces(proof) : []), [isSettled, proof]);
  const remove = useRemoving(quote);
  const copyText = useCopyText();

  return (
    <div className={styles['editor']}>
      <QuoteHead
        composed={composed}
        draft={draft}
        onRemove={remove}
        onTakeIn={({ anchor, id }) => {
          state.edit(takeIn(draft, work, anchor, id));
        }}
      />
      <div className={styles['desk']}>
        <section className={styles['source']} aria-label="Source">
          <EditBar
            edits={edits}
            chosen={chosen === undefined ? '' : work.text.slice(chosen.start, chosen.end)}
            bracketing={bracketing}
            onBracketing={startBracketing}
          />
          <SourcePane
            ref={pane}
            {...{ work: labelled, draft, flagged, flash }}
            selection={selection?.by === 'keyboard' ? chosen : undefined}
          />
        </section>
        <aside className={styles['print']} aria-label="Quote">
          <p className={styles['verdict']}>
            <ProofPill proof={proof} isSettled={isSettled} />
            {isSettled && <span>{proofWords(proof).means}</span>}
          </p>
          <PrintedCard
            pieces={pieces}
            composed={composed}
            onReveal={reveal}
            onCopy={() => {
              copyText(composedWithCitation({ ...composed, pieces }));
            }}
          />
          {isSettled && <ProofList proof={proof} edits={edits} onReveal={reveal} />}
          <TranslationSection quote={quote} printed={printedQuote(pieces)} proof={proof} />
          <AlsoIn quote={quote} at={draft.passages[0]} />
          <EditSwitches edits={edits} draft={draft} />
          <ChangeList
            changes={changes}
            onReveal={reveal}
            onTakeBack={(change) => {
              state.edit(change.takenBack(draft, work));
            }}
          />
          <QuoteNote key={quote.id} quote={quote.id} note={state.note} onSave={state.writeNote} />
        </aside>
      </div>
      <VisuallyHidden aria-live="polite">{heard}</VisuallyHidden>
    </div>
  );
}

function foundPlaces(proof: ComposedQuote['proof']): readonly TextRange[] {
  if (proof.kind !== 'verified') return [];
  return proof.verdict.segments.flatMap(({ flags, differences }) => [...flags, ...differences]);
}
