import { useRef, type KeyboardEvent } from 'react';
import { classNames } from '../ui/class-names.ts';
import { Pill } from '../ui/Pill.tsx';
import type { Entry } from './entries.ts';
import styles from './EntryList.module.css';
import { lintWords } from './lint-words.ts';
import { differenceWords, flagWords, tierWords } from './verdict-words.ts';

interface EntryListProps {
  readonly entries: readonly Entry[];
  readonly chosen: string;
  readonly unit: 'line' | 'paragraph';
  readonly onChoose: (key: string) => void;
}

/** Arrow keys, Home and End go through the list; the chosen one is the only tab stop. */
export function EntryList({ entries, chosen, unit, onChoose }: EntryListProps) {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = entries.findIndex(({ key }) => key === chosen);
    const next = nextIndex(event.key, at, entries.length);
    const key = next === undefined ? undefined : entries[next]?.key;
    if (next === undefined || key === undefined) return;
    event.preventDefault();
    onChoose(key);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <ul ref={list} className={styles['list']} aria-label="Found">
      {entries.map((entry) => {
        const on = entry.key === chosen;
        return (
          <li key={entry.key}>
            <button
              type="button"
              className={classNames(styles['entry'], on && styles['on'])}
              aria-current={on}
              tabIndex={on ? 0 : -1}
              onKeyDown={move}
              onClick={() => {
                onChoose(entry.key);
              }}
            >
              <span className={styles['line']} title={`${unit} ${entry.line}`}>
                {entry.line}
              </span>
              <EntryWords entry={entry} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function EntryWords({ entry }: { readonly entry: Entry }) {
  switch (entry.kind) {
    case 'quote':
      return <QuoteWords quote={entry.quote} />;
    case 'lint':
      return (
        <span className={styles['words']}>
          <span>
            <Pill tone="warn">{lintWords[entry.lint.id]}</Pill>
          </span>
          <span className={styles['message']}>
            <bdi>{entry.lint.message}</bdi>
          </span>
        </span>
      );
    case 'rest':
      return (
        <span className={styles['words']}>
          <bdi className={styles['message']}>{entry.rest.text}</bdi>
        </span>
      );
  }
}

function QuoteWords({ quote }: { readonly quote: Extract<Entry, { kind: 'quote' }>['quote'] }) {
  const { verdict } = quote.result;
  const { name, tone } = tierWords[verdict.verdict];
  const notes = new Set(
    verdict.segments.flatMap(({ differences, flags }) => [
      ...differences.map((difference) => differenceWords[difference.class]),
      ...flags.map(({ flag }) => flagWords[flag]),
    ]),
  );
  return (
    <span className={styles['words']}>
      <span className={styles['pills']}>
        <Pill tone={tone}>{name}</Pill>
        {[...notes].slice(0, 3).map((note) => (
          <span key={note} className={styles['note']}>
            {note}
          </span>
        ))}
        {notes.size > 3 && <span className={styles['note']}>and {notes.size - 3} more</span>}
      </span>
      <bdi className={styles['quote']}>{quote.quote.text}</bdi>
    </span>
  );
}
