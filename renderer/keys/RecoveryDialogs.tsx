import { useId, useState, type SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { useVault } from '../app/vault-context.tsx';
import { PaceNote } from '../lock/PaceNote.tsx';
import { Problem } from '../lock/Problem.tsx';
import { ProveStep } from '../lock/ProveStep.tsx';
import { RecoveryKeyStep } from '../lock/RecoveryKeyStep.tsx';
import { usePace } from '../lock/use-pace.ts';
import { useSecrets } from '../lock/use-secrets.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './KeysScreen.module.css';
import { ProvenDialog } from './ProvenDialog.tsx';

interface RecoveryDialogProps {
  readonly onClose: () => void;
}

/** Whether a sheet from the drawer still opens the locker. Changes nothing. */
export function CheckRecoveryDialog({ onClose }: RecoveryDialogProps) {
  const formId = useId();
  const vault = useVault();
  const secrets = useSecrets();
  const pace = usePace();
  const [state, setState] = useState<'typing' | 'busy' | 'right' | ErrorCode>('typing');
  const [length, setLength] = useState(0);
  const busy = state === 'busy';
  const ready = !busy && length > 0 && pace.seconds === 0;
  const isError = state !== 'typing' && state !== 'busy' && state !== 'right';

  const check = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!ready) return;
    setState('busy');
    const answer = await vault.ask('recovery:check', null);
    secrets.clear();
    setLength(0);
    pace.look();
    setState(answer.ok ? 'right' : answer.error);
  };
  const close = () => {
    secrets.clear();
    onClose();
  };
  return (
    <Dialog
      title="Check a recovery key"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{state === 'right' ? 'Done' : 'Leave it'}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!ready}>
            {busy ? 'Checking…' : 'Check'}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={(event) => void check(event)}>
        <p>Type it from your sheet. Nothing is changed.</p>
        <Field label="Recovery key" hint={`${length} characters typed`}>
          {(control) => (
            <SecretField
              key={secrets.keyOf('recovery')}
              {...control}
              name="recovery"
              onEdit={(edit, lengthAfter) => {
                secrets.edit(edit);
                setLength(lengthAfter);
                setState('typing');
              }}
              takeFocus
              disabled={busy}
            />
          )}
        </Field>
        <PaceNote seconds={pace.seconds} />
        {state === 'right' && (
          <Notice tone="good" role="status">
            <b>This key opens the locker.</b> Put the sheet back where it is safe.
          </Notice>
        )}
        {isError && <Problem error={state} />}
      </form>
    </Dialog>
  );
}

type Step =
  | { readonly kind: 'proof' }
  | { readonly kind: 'key'; readonly recoveryKey: string }
  | { readonly kind: 'typing'; readonly recoveryKey: string };

/** The new key is shown and typed back; only then the old one is gone. */
export function ReplaceRecoveryDialog({ onClose }: RecoveryDialogProps) {
  const vault = useVault();
  const toast = useToast();
  const [step, setStep] = useState<Step>({ kind: 'proof' });
  const title = 'Replace the recovery key';
  if (step.kind === 'proof') {
    return (
      <ProvenDialog
        title={title}
        action="Show a new key"
        busyLabel="Making a new key…"
        run={(proof) => vault.ask('recovery:replace', { proof })}
        onDone={({ recoveryKey }) => {
          setStep({ kind: 'key', recoveryKey });
        }}
        onClose={onClose}
        above={
          <p>
            You get a new key and type it back. Then the old sheet opens older copies of the folder
            only.
          </p>
        }
      />
    );
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {step.kind === 'key' ? (
        <RecoveryKeyStep
          recoveryKey={step.recoveryKey}
          onDone={() => {
            setStep({ ...step, kind: 'typing' });
          }}
        />
      ) : (
        <ProveStep
          prove={() => vault.ask('recovery:confirm', null)}
          label="Use the new key"
          busyLabel="Writing…"
          onBack={() => {
            setStep({ ...step, kind: 'key' });
          }}
          onProven={() => {
            toast({ text: 'The new recovery key counts. Destroy the old sheet.' });
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
