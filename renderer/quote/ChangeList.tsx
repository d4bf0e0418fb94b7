import type { TextRange } from '../../shared/text/text-map.ts';
import { Button } from '../ui/Button.tsx';
import type { QuoteChange } from './change-list.ts';
import styles from './ChangeList.module.css';

interface ChangeListProps {
  readonly changes: readonly QuoteChange[];
  readonly onReveal: (range: TextRange) => void;
  readonly onTakeBack: (change: QuoteChange) => void;
}

/** Everything that parts the print from the source, and the way back. */
export function ChangeList({ changes, onReveal, onTakeBack }: ChangeListProps) {
  if (changes.length === 0) return null;
  return (
    <section className={styles['changes']} aria-labelledby="quote-changes">
      <h2 id="quote-changes">Changes</h2>
      <ul>
        {changes.map((change) => (
          <li key={`${change.sign} ${change.start} ${change.end}`}>
            <button
              type="button"
              className={styles['change']}
              title="Show the place in the source"
              onClick={() => {
                onReveal(change);
              }}
            >
              <b>{change.sign}</b> {change.says}
            </button>
            <Button
              variant="quiet"
              aria-label={`${change.undo}: ${change.sign} ${change.says}`}
              onClick={() => {
                onTakeBack(change);
              }}
            >
              {change.undo}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
