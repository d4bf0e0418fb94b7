import { useState, type SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { useVault } from '../app/vault-context.tsx';
import { isReady, PassphraseFields } from '../lock/PassphraseFields.tsx';
import { Problem } from '../lock/Problem.tsx';
import { useSecrets } from '../lock/use-secrets.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { useToast } from '../ui/Toast.tsx';
import styles from './ChangePassphrase.module.css';

export function ChangePassphrase() {
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button
        className={styles['open']}
        onClick={() => {
          setShown(true);
        }}
      >
        Change the passphrase…
      </Button>
      {shown && (
        <ChangeDialog
          onClose={() => {
            setShown(false);
          }}
        />
      )}
    </>
  );
}

const formId = 'change-passphrase';

function ChangeDialog({ onClose }: { readonly onClose: () => void }) {
  const vault = useVault();
  const toast = useToast();
  const secrets = useSecrets();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();
  const ready = isReady(secrets) && (secrets.states.current?.length ?? 0) > 0;

  const close = () => {
    secrets.clear();
    onClose();
  };
  const change = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    const answer = await vault.ask('passphrase:change', { proof: 'passphrase' });
    secrets.clear();
    setBusy(false);
    if (answer.ok) {
      toast({
        text: 'The passphrase is changed. The old one opens older copies of the folder only.',
      });
      onClose();
    } else setError(answer.error);
  };

  return (
    <Dialog
      title="Change the passphrase"
      onClose={close}
      actions={
        <>
          <Button onClick={close} disabled={busy}>
            Leave it
          </Button>
          <Button type="submit" form={formId} variant="primary" disabled={busy || !ready}>
            {busy ? 'Changing…' : 'Change'}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles['form']} onSubmit={(event) => void change(event)}>
        <Field label="Passphrase now">
          {(control) => (
            <SecretField
              key={secrets.keyOf('current')}
              {...control}
              name="current"
              onEdit={secrets.edit}
              takeFocus
              disabled={busy}
            />
          )}
        </Field>
        <PassphraseFields label="New passphrase" secrets={secrets} disabled={busy} />
        {error !== undefined && <Problem error={error} />}
      </form>
    </Dialog>
  );
}
