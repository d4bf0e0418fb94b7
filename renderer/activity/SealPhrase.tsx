import { useState } from 'react';
import { dateAndTime } from '../app/clock-time.ts';
import { useVault } from '../app/vault-context.tsx';
import { useCopyText } from '../highlight/use-copying.ts';
import { Button } from '../ui/Button.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import type { VaultResponse } from '../vault/contract.ts';
import styles from './ActivityScreen.module.css';
import { CheckPhrase } from './CheckPhrase.tsx';

/** Ten words for the locker as it is now, and the check of earlier ones. */
export function SealPhrase() {
  const vault = useVault();
  const toast = useToast();
  const copy = useCopyText();
  const [taken, setTaken] = useState<VaultResponse<'phrase:take'>>();
  const take = async () => {
    const answer = await vault.ask('phrase:take', { purpose: 'shown' });
    if (answer.ok) setTaken(answer.value);
    else toast({ tone: 'bad', text: sentenceOf(answer.error) });
  };
  return (
    <section className={styles['section']}>
      <h2>Seal phrase</h2>
      <p className={styles['quiet']}>
        Ten words for everything in this locker up to now. Write them down or give them to somebody
        outside: with them anyone can tell later whether the locker was set back. They open nothing
        and tell nothing.
      </p>
      {taken !== undefined && (
        <>
          <ol className={styles['words']} aria-label="Seal phrase">
            {taken.phrase.split(' ').map((word, place) => (
              <li key={place}>{word}</li>
            ))}
          </ol>
          <p className={styles['quiet']}>As of {dateAndTime(taken.at)}</p>
        </>
      )}
      <div className={styles['buttons']}>
        <Button onClick={() => void take()}>
          {taken === undefined ? 'Take the phrase' : 'Take it anew'}
        </Button>
        {taken !== undefined && (
          <Button
            icon="copy"
            onClick={() => {
              copy(`${taken.phrase} (seal phrase of ${new Date(taken.at).toISOString()})`);
            }}
          >
            Copy
          </Button>
        )}
      </div>
      <CheckPhrase />
    </section>
  );
}
