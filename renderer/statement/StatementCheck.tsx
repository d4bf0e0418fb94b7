import { relationWords } from '../../shared/quote/elsewhere.ts';
import { useNavigation } from '../app/navigation.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Pill } from '../ui/Pill.tsx';
import type { CheckedStatement } from '../vault/calls/sources.ts';
import styles from './StatementSection.module.css';

type Check = CheckedStatement['checks'][number];

/** The outcome in one source: its own, or a copy or edition of it. */
export function StatementCheck({ check }: { readonly check: Check }) {
  const { go } = useNavigation();
  const { source, title, relation, hasText, count, places } = check;
  return (
    <div className={styles['check']}>
      <p>
        <Pill tone={!hasText ? 'warn' : count > 0 ? 'bad' : 'good'}>{outcomeWords(check)}</Pill>{' '}
        {relation !== null && (
          <>
            <bdi>{title}</bdi>, {relationWords[relation]}
          </>
        )}
      </p>
      {places.slice(0, mostShown).map(({ start, end, words }) => (
        <LinkButton
          key={start}
          onClick={() => {
            go({ screen: 'reader', source, at: { start, end } });
          }}
        >
          …{words.replace(/\s+/g, ' ')}…
        </LinkButton>
      ))}
      {count > mostShown && <small>and {(count - mostShown).toLocaleString()} more</small>}
    </div>
  );
}

const mostShown = 3;

function outcomeWords({ hasText, count, relation }: Check): string {
  if (!hasText) return 'cannot be checked: no text';
  if (count === 0) return 'not in the text';
  const places = count === 1 ? '1 place' : `${count.toLocaleString()} places`;
  return relation === null ? `contradicted: ${places}` : `mentioned: ${places}`;
}
