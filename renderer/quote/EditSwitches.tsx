import type { QuoteDraft } from '../../shared/quote/draft.ts';
import { TogglePill } from '../ui/Pill.tsx';
import styles from './QuoteEditor.module.css';
import type { QuoteEdits } from './use-quote-edits.ts';

interface EditSwitchesProps {
  readonly draft: QuoteDraft;
  readonly edits: Pick<QuoteEdits, 'toggle'>;
}

const switches = {
  opensCut: '[...] at the beginning',
  endsCut: '[...] at the end',
  footnotesOmitted: '[footnotes omitted]',
} as const;

/** What is said of the quote as a whole. */
export function EditSwitches({ draft, edits }: EditSwitchesProps) {
  return (
    <div role="group" aria-label="Signs of the whole quote" className={styles['switches']}>
      {(Object.keys(switches) as (keyof typeof switches)[]).map((what) => (
        <TogglePill
          key={what}
          pressed={draft[what]}
          onToggle={() => {
            edits.toggle(what);
          }}
        >
          {switches[what]}
        </TogglePill>
      ))}
    </div>
  );
}
