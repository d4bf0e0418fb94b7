import { useState, type SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { useVault } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import type { OpenReport } from '../vault/contract.ts';
import styles from './LockForm.module.css';
import { Problem } from './Problem.tsx';
import { useSecrets } from './use-secrets.ts';

interface ProveStepProps {
  readonly onBack: () => void;
  readonly onOpen: (report: OpenReport) => void;
}

/** The recovery key typed back from what was kept: only then the locker exists. */
export function ProveStep({ onBack, onOpen }: ProveStepProps) {
  const vault = useVault();
  const secrets = useSecrets();
  const [length, setLength] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();

  const prove = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || length === 0) return;
    setBusy(true);
    const answer = await vault.ask('recovery:prove', null);
    if (answer.ok) {
      onOpen(answer.value);
      return;
    }
    // What was typed stays, so that one wrong letter in so many does not cost all of them.
    setBusy(false);
    setError(answer.error);
  };

  const unproven = error === 'recovery-unproven';
  return (
    <form className={styles['form']} onSubmit={(event) => void prove(event)}>
      <p>
        Type the recovery key from what you have kept. Spaces, hyphens and capitals do not matter.
      </p>
      <Field
        label="Recovery key"
        hint={`${length} characters typed`}
        error={unproven ? sentenceOf(error) : undefined}
      >
        {(control) => (
          <SecretField
            key={secrets.keyOf('recovery')}
            {...control}
            name="recovery"
            onEdit={(edit, lengthAfter) => {
              secrets.edit(edit);
              setLength(lengthAfter);
              setError(undefined);
            }}
            takeFocus
            disabled={busy}
          />
        )}
      </Field>
      {error !== undefined && !unproven && <Problem error={error} />}
      <div className={styles['row']}>
        <Button
          size="l"
          disabled={busy}
          onClick={() => {
            secrets.clear();
            onBack();
          }}
        >
          Show it again
        </Button>
        <Button type="submit" variant="primary" size="l" disabled={busy || length === 0}>
          {busy ? 'Opening…' : 'Open the locker'}
        </Button>
      </div>
    </form>
  );
}
