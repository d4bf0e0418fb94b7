import type { ReactNode } from 'react';
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
      <Act sign="[...]" keys="x" disabled={none} onAct={edits.cut}>
        Cut
      </Act>
      <Act keys="r" disabled={none} onAct={edits.takeIn}>
        Take in
      </Act>
      <i aria-hidden="true" className={styles['line']} />
      <Act
        sign="[ ]"
        keys="i"
        disabled={none}
        onAct={() => {
          onBracketing('before');
        }}
      >
        Insert
      </Act>
      <Act
        keys="w"
        disabled={none}
        onAct={() => {
          onBracketing('instead');
        }}
      >
        Replace
      </Act>
      <Act
        sign="[T]"
        keys="c"
        disabled={none}
        title="Change the case of the first letter"
        onAct={edits.changeCase}
      />
      <Act sign="[sic]" keys="s" disabled={none} title="As the source has it" onAct={edits.sic} />
      <i aria-hidden="true" className={styles['line']} />
      <Act
        keys="e"
        disabled={none}
        onAct={() => {
          edits.emphasise('added');
        }}
      >
        <em>Emphasise</em>
      </Act>
      <Act
        keys="o"
        disabled={none}
        title="Emphasised in the original already"
        onAct={() => {
          edits.emphasise('original');
        }}
      >
        <em>in original</em>
      </Act>
    </div>
  );
}

interface ActProps {
  readonly sign?: string;
  readonly keys: string;
  readonly disabled: boolean;
  readonly title?: string;
  readonly onAct: () => void;
  readonly children?: ReactNode;
}

function Act({ sign, keys, disabled, title, onAct, children }: ActProps) {
  return (
    <button
      type="button"
      className={styles['act']}
      aria-keyshortcuts={keys}
      title={title}
      disabled={disabled}
      onClick={onAct}
    >
      {sign !== undefined && (
        <span className={styles['sign']} aria-hidden={children !== undefined}>
          {sign}
        </span>
      )}
      {children}
      <kbd aria-hidden="true">{keys}</kbd>
    </button>
  );
}
