import { useEffect, useRef } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './FindBar.module.css';
import { countWords } from './found-list.ts';
import type { Find } from './use-find.ts';

interface FindBarProps {
  readonly find: Find;
  /** The list of all places is shown beside the document. */
  readonly isListed: boolean;
  readonly onList: () => void;
  readonly onClose: () => void;
}

const longestQuery = 500;

/** Find in document, over its upper corner as in a browser. */
export function FindBar({ find, isListed, onList, onClose }: FindBarProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const { query, places, at, isCut, isLooking, wholeWords, step } = find;
  const asks = query.trim() !== '';
  const count = !asks || isLooking ? '' : countWords(places.length, at, isCut);
  return (
    <search
      className={styles['bar']}
      aria-label="Find in this source"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        } else if (event.key === 'Enter' && event.target === box.current) {
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        } else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) {
          if (event.shiftKey) return;
          event.preventDefault();
          box.current?.focus();
          box.current?.select();
        }
      }}
    >
      <TextInput
        ref={box}
        type="search"
        dir="auto"
        aria-label="Find"
        placeholder="Find in this source"
        autoComplete="off"
        spellCheck={false}
        maxLength={longestQuery}
        className={styles['box']}
        value={query}
        onChange={({ target }) => {
          find.type(target.value);
        }}
      />
      <span role="status" dir="ltr" className={styles['count']}>
        {count}
      </span>
      <IconButton
        icon="up"
        label="Previous (Shift Enter)"
        disabled={places.length === 0}
        onClick={() => {
          step(-1);
        }}
      />
      <IconButton
        icon="down"
        label="Next (Enter)"
        disabled={places.length === 0}
        onClick={() => {
          step(1);
        }}
      />
      <label className={styles['words']}>
        <input
          type="checkbox"
          checked={wholeWords}
          onChange={({ target }) => {
            find.chooseWholeWords(target.checked);
          }}
        />
        Whole words
      </label>
      <Button variant="quiet" aria-pressed={isListed} onClick={onList}>
        List
      </Button>
      <IconButton icon="close" label="Close (Esc)" onClick={onClose} />
    </search>
  );
}
