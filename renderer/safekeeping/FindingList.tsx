import { dateAndTime } from '../app/clock-time.ts';
import { useNavigation } from '../app/navigation.ts';
import { Button } from '../ui/Button.tsx';
import { Pill, type Tone } from '../ui/Pill.tsx';
import type { Finding } from '../vault/calls/safekeeping.ts';
import styles from './FindingList.module.css';

const kinds: Readonly<Record<Finding['kind'], { readonly tone: Tone; readonly word: string }>> = {
  damaged: { tone: 'bad', word: 'damaged' },
  missing: { tone: 'bad', word: 'missing' },
  'not-arrived': { tone: 'warn', word: 'not arrived' },
  unclosed: { tone: 'warn', word: 'not closed' },
  torn: { tone: 'plain', word: 'cut off' },
  stray: { tone: 'plain', word: 'left over' },
};

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly label: string;
}

/** What was found, what it means for the work, and what to do. */
export function FindingList({ findings, label }: FindingListProps) {
  const { go } = useNavigation();
  if (findings.length === 0) return null;
  return (
    <ul className={styles['list']} aria-label={label}>
      {findings.map(({ kind, what, means, todo, source, at }, index) => (
        <li key={index}>
          <p>
            <Pill tone={kinds[kind].tone}>{kinds[kind].word}</Pill>{' '}
            <b>
              <bdi>{what}</bdi>
            </b>
            {at !== undefined && at > 0 && ` (${dateAndTime(at)})`}
          </p>
          <p>{means}</p>
          <p className={styles['todo']}>{todo}</p>
          {source !== undefined && (
            <Button
              variant="quiet"
              onClick={() => {
                go({ screen: 'library', source });
              }}
            >
              Show the source
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
