import styles from './EditBar.module.css';
import { BracketField } from './BracketField.tsx';
import type { Bracketing, QuoteEdits } from './use-quote-edits.ts';

interface EditBarProps {
  readonly edits: QuoteEdits;
  /** The chosen words; empty for none. */
  readonly chosen: string;
  readonly bracketing: Bracketing | undefined;
  readonly onBracketing: (how: Bracketing | undefined) => void;
}

/** What can be done with the chosen words. */
export function EditBar({ edits, chosen, bracketing, onBracketing }: EditBarProps) {
  if (bracketing !== undefined) {
    return (
      <BracketField
        how={bracketing}
        chosen={chosen}
        onDone={(words) => {
          if (edits.bracket(bracketing, words)) onBracketing(undefined);
        }}
        onCancel={() => {
          onBracketing(undefined);
        }}
      />
    );
  }
  const none = chosen === '';
  return (
    <div
      role="toolbar"
      aria-label="What to do with the chosen words"
      className={styles['bar']}
      // A press must not take the selection it is about.
      onPointerDown={(event) => {
        event.preventDefault();
      }}
    >
      <Act
        sign="[...]"
        keys="x"
        label="Cut the chosen words"
        disabled={none}
        onAct={edits.cut}
        word="Cut"
      />
      <Act
        keys="r"
        label="Take in the chosen words"
        disabled={none}
        onAct={edits.takeIn}
        word="Take in"
      />
      <i aria-hidden="true" className={styles['line']} />
      <Act
        sign="[ ]"
        keys="i"
        label="Insert words in brackets"
        disabled={none}
        onAct={() => {
          onBracketing('before');
        }}
        word="Insert"
      />
      <Act
        keys="w"
        label="Replace by words in brackets"
        disabled={none}
        onAct={() => {
          onBracketing('instead');
        }}
        word="Replace"
      />
      <Act
        sign="[T]"
        keys="c"
        label="Change the case of the first letter"
        disabled={none}
        onAct={edits.changeCase}
      />
      <Act sign="[sic]" keys="s" label="Put [sic] behind them" disabled={none} onAct={edits.sic} />
      <i aria-hidden="true" className={styles['line']} />
      <Act
        keys="e"
        label="Emphasise"
        disabled={none}
        onAct={() => {
          edits.emphasise('added');
        }}
        word="Emphasise"
      />
      <Act
        keys="o"
        label="Emphasised in original"
        disabled={none}
        onAct={() => {
          edits.emphasise('original');
        }}
        word="in original"
      />
    </div>
  );
}

interface ActProps {
  readonly sign?: string;
  readonly keys: string;
  readonly disabled: boolean;
  /** What the sign means, for the tooltip and to be read aloud. */
  readonly label: string;
  readonly onAct: () => void;
  /** Without it there is the sign alone. */
  readonly word?: string;
}

function Act({ sign, keys, disabled, label, onAct, word }: ActProps) {
  return (
    <button
      type="button"
      className={styles['act']}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      aria-label={word ?? label}
      disabled={disabled}
      onClick={onAct}
    >
      {/* Signs and keys are generated: what is read aloud is the word. */}
      {sign !== undefined && <span className={styles['sign']} data-says={sign} />}
      {word}
    </button>
  );
}
