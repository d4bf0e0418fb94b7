import { useState, type SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AppInfo } from '../../shared/ipc.ts';
import { useVault } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import type { OpenReport } from '../vault/calls/opening.ts';
import { LockCard } from './LockCard.tsx';
import styles from './LockForm.module.css';
import { OtherLockers } from './OtherLockers.tsx';
import { PaceNote } from './PaceNote.tsx';
import { Problem } from './Problem.tsx';
import { usePace } from './use-pace.ts';
import { useSecrets } from './use-secrets.ts';

interface LockScreenProps {
  readonly info: AppInfo | undefined;
  /** Why the locker's folder could not even be looked at. */
  readonly problem: ErrorCode | undefined;
  readonly onRetry: () => void;
  readonly onOpen: (report: OpenReport) => void;
}

export function LockScreen({ info, problem, onRetry, onOpen }: LockScreenProps) {
  const [by, setBy] = useState<'passphrase' | 'recovery'>('passphrase');
  if (problem !== undefined) {
    return (
      <LockCard
        info={info}
        lead="The locker cannot be reached."
        below={<OtherLockers missing={problem === 'locker-moved'} />}
      >
        <Problem error={problem} />
        <Button variant="primary" size="l" wide onClick={onRetry}>
          Try again
        </Button>
      </LockCard>
    );
  }
  const other = by === 'passphrase' ? 'recovery' : 'passphrase';
  return (
    <LockCard
      info={info}
      lead={
        by === 'passphrase'
          ? 'The locker is locked.'
          : 'Open it with the recovery key you kept on paper.'
      }
      below={
        <OtherLockers
          first={
            <Button
              variant="quiet"
              onClick={() => {
                setBy(other);
              }}
            >
              {other === 'recovery' ? 'Use the recovery key' : 'Use the passphrase'}
            </Button>
          }
        />
      }
    >
      <UnlockForm key={by} by={by} onOpen={onOpen} />
    </LockCard>
  );
}

interface UnlockFormProps {
  readonly by: 'passphrase' | 'recovery';
  readonly onOpen: (report: OpenReport) => void;
}

function UnlockForm({ by, onOpen }: UnlockFormProps) {
  const vault = useVault();
  const secrets = useSecrets();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();
  const [empty, setEmpty] = useState(true);
  const pace = usePace();
  const waits = pace.seconds > 0;

  const unlock = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || empty || waits) return;
    setBusy(true);
    setError(undefined);
    const answer = await vault.ask('locker:unlock', { by });
    if (answer.ok) {
      onOpen(answer.value);
      return;
    }
    pace.look();
    setBusy(false);
    setEmpty(true);
    setError(answer.error);
    secrets.clear();
  };

  return (
    <form className={styles['form']} onSubmit={(event) => void unlock(event)}>
      <Field
        label={by === 'passphrase' ? 'Passphrase' : 'Recovery key'}
        error={error === 'secret-wrong' ? sentenceOf(error) : undefined}
      >
        {(control) => (
          <SecretField
            key={secrets.keyOf(by)}
            {...control}
            name={by}
            onEdit={(edit, length) => {
              secrets.edit(edit);
              setEmpty(length === 0);
            }}
            takeFocus
            disabled={busy}
          />
        )}
      </Field>
      {error !== undefined && error !== 'secret-wrong' && <Problem error={error} />}
      <PaceNote seconds={pace.seconds} />
      <Button type="submit" variant="primary" size="l" wide disabled={busy || empty || waits}>
        {busy ? 'Unlocking…' : 'Unlock'}
      </Button>
      <p className={styles['note']}>Deriving the key takes about a second, on purpose.</p>
    </form>
  );
}
