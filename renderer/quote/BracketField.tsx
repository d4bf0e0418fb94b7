import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './EditBar.module.css';
import type { Bracketing } from './use-quote-edits.ts';

interface BracketFieldProps {
  readonly how: Bracketing;
  readonly chosen: string;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
}

/** It was asked for by a key or a button. */
function focusWhenShown(field: HTMLInputElement | null): void {
  field?.focus();
}

/** The only words of a quote that are typed: what stands in a bracket. */
export function BracketField({ how, chosen, onDone, onCancel }: BracketFieldProps) {
  const [words, setWords] = useState('');
  return (
    <form
      className={styles['bar']}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(words);
      }}
    >
      <label className={styles['field']}>
        <span className={styles['where']}>
          {how === 'before' ? 'Before' : 'In place of'} <q>{short(chosen)}</q>
        </span>
        <span className={styles['bracketed']}>
          <b aria-hidden="true">[</b>
          <TextInput
            ref={focusWhenShown}
            aria-label="Words in brackets"
            value={words}
            onChange={({ target }) => {
              setWords(target.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              onCancel();
            }}
          />
          <b aria-hidden="true">]</b>
        </span>
      </label>
      <Button type="submit" variant="primary">
        Put in
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}

const mostShown = 40;

function short(words: string): string {
  const characters = Array.from(words.replace(/\s+/g, ' '));
  return characters.length <= mostShown
    ? characters.join('')
    : `${characters.slice(0, mostShown).join('')}…`;
}
