import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { Problem } from '../lock/Problem.tsx';
import { usePace } from '../lock/use-pace.ts';
import { useSecrets, type Secrets } from '../lock/use-secrets.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Proof } from '../vault/calls/keys.ts';
import styles from './KeysScreen.module.css';
import { ProofField } from './ProofField.tsx';

interface ProvenDialogProps<T> {
  readonly title: string;
  readonly action: string;
  readonly busyLabel: string;
  readonly danger?: boolean;
  /** The recovery key will not do. */
  readonly passphraseOnly?: boolean;
  /** Whether all but the proof is there. */
  readonly isReady?: (secrets: Secrets) => boolean;
  readonly run: (proof: Proof) => Promise<Result<T>>;
  readonly onDone: (value: T) => void;
  readonly onClose: () => void;
  /** What stands above the proof, and below it. */
  readonly above?: ReactNode;
  readonly below?: (secrets: Secrets, busy: boolean) => ReactNode;
}

/** A dialog about keys: nothing happens without a secret that opens the locker now. */
export function ProvenDialog<T>({
  title,
  action,
  busyLabel,
  danger = false,
  passphraseOnly = false,
  isReady = () => true,
  run,
  onDone,
  onClose,
  above,
  below,
}: ProvenDialogProps<T>) {
  const formId = useId();
  const secrets = useSecrets();
  const pace = usePace();
  const [proof, setProof] = useState<Proof>('passphrase');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();
  const typed = (secrets.states.current?.length ?? 0) > 0;
  const ready = typed && pace.seconds === 0 && isReady(secrets);

  const close = () => {
    if (busy) return;
    secrets.clear();
    onClose();
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    setError(undefined);
    const answer = await run(proof);
    secrets.clear();
    pace.look();
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setError(answer.error);
  };
  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button onClick={close} disabled={busy}>
            Leave it
          </Button>
          <Button
            type="submit"
            form={formId}
            variant={danger ? 'danger' : 'primary'}
            disabled={busy || !ready}
          >
            {busy ? busyLabel : action}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={(event) => void submit(event)}>
        {above}
        <ProofField
          secrets={secrets}
          pace={pace}
          proof={proof}
          onProof={passphraseOnly ? undefined : setProof}
          disabled={busy}
        />
        {below?.(secrets, busy)}
        {error !== undefined && <Problem error={error} />}
      </form>
    </Dialog>
  );
}
