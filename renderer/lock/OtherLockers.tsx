import { useState, type ReactNode } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { KnownLocker } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import { useBridge } from '../app/bridge-context.ts';
import { Button } from '../ui/Button.tsx';
import styles from './OtherLockers.module.css';
import { Problem } from './Problem.tsx';
import { useLockers } from './use-lockers.ts';

interface OtherLockersProps {
  /** The present one is not where it was. */
  readonly missing?: boolean;
  /** A way that does not leave this locker, before the others. */
  readonly first?: ReactNode;
}

/** The ways to another locker. Main asks for its folder and ends this page: nothing of one locker stays beside another. */
export function OtherLockers({ missing = false, first }: OtherLockersProps) {
  const bridge = useBridge();
  const { lockers, look } = useLockers();
  const [error, setError] = useState<ErrorCode>();

  const leave = async (going: Promise<Result<null>>) => {
    setError(undefined);
    const answer = await going;
    if (!answer.ok && answer.error !== 'cancelled') setError(answer.error);
  };
  const choose = (purpose: 'open' | 'create') => leave(bridge.ask('lockers:choose', { purpose }));
  const forget = async ({ id }: KnownLocker) => {
    await bridge.ask('lockers:forget', { id });
    await look();
  };
  const recent = lockers?.recent ?? [];
  return (
    <section className={styles['others']} aria-label="Other lockers">
      {lockers !== undefined && !lockers.isStandard && (
        <p className={styles['present']}>
          This one: <b dir="auto">{lockers.name}</b>
        </p>
      )}
      <div aria-live="polite">{error !== undefined && <Problem error={error} />}</div>
      {recent.length > 0 && (
        <ul className={styles['recent']} aria-label="Opened before on this computer">
          {recent.map((known) => (
            <li key={known.id}>
              <button
                type="button"
                className={styles['known']}
                onClick={() => void leave(bridge.ask('lockers:open', { id: known.id }))}
              >
                <b dir="auto">{known.name}</b>
                <small>{known.folder}</small>
              </button>
              <Button
                variant="quiet"
                aria-label={`Forget ${known.name}`}
                onClick={() => void forget(known)}
              >
                Forget
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['ways']}>
        {first}
        <Button variant="quiet" onClick={() => void choose('open')}>
          {missing ? 'Find it…' : 'Open another locker…'}
        </Button>
        <Button variant="quiet" onClick={() => void choose('create')}>
          Create another locker…
        </Button>
      </div>
    </section>
  );
}
