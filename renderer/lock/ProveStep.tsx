import { useState, type SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import styles from './LockForm.module.css';
import { Problem } from './Problem.tsx';
import { useSecrets } from './use-secrets.ts';

interface ProveStepProps<T> {
  readonly onBack: () => void;
  /** Compares what was typed; `recovery-unproven` where it is not what was shown. */
  readonly prove: () => Promise<Result<T>>;
  readonly onProven: (value: T) => void;
  readonly label: string;
  readonly busyLabel: string;
}

/** The recovery key typed back from what was kept: only then it counts. */
export function ProveStep<T>({ onBack, prove, onProven, label, busyLabel }: ProveStepProps<T>) {
  const secrets = useSecrets();
  const [length, setLength] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || length === 0) return;
    setBusy(true);
    const answer = await prove();
    if (answer.ok) {
      onProven(answer.value);
      return;
    }
    // What was typed stays, so that one wrong letter in so many does not cost all of them.
    setBusy(false);
    setError(answer.error);
  };

  const unproven = error === 'recovery-unproven';
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
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
          {busy ? busyLabel : label}
        </Button>
      </div>
    </form>
  );
}
