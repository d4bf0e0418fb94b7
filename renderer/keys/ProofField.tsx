import { PaceNote } from '../lock/PaceNote.tsx';
import type { PaceState } from '../lock/use-pace.ts';
import type { Secrets } from '../lock/use-secrets.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import type { Proof } from '../vault/calls/keys.ts';
import styles from './KeysScreen.module.css';

interface ProofFieldProps {
  readonly secrets: Secrets;
  readonly pace: PaceState;
  readonly proof: Proof;
  /** Undefined where the passphrase alone will do. */
  readonly onProof: ((proof: Proof) => void) | undefined;
  readonly disabled: boolean;
}

/** The keys of the locker are dropped after unlocking: whoever changes who can open it gives a secret again. */
export function ProofField({ secrets, pace, proof, onProof, disabled }: ProofFieldProps) {
  const byPassphrase = proof === 'passphrase';
  return (
    <div className={styles['proof']}>
      <Field label={byPassphrase ? 'Your passphrase now' : 'The recovery key'}>
        {(control) => (
          <SecretField
            key={`${secrets.keyOf('current')} ${proof}`}
            {...control}
            name="current"
            onEdit={secrets.edit}
            takeFocus
            disabled={disabled}
          />
        )}
      </Field>
      {onProof !== undefined && (
        <Button
          variant="quiet"
          disabled={disabled}
          onClick={() => {
            secrets.edit({ field: 'current', from: 0, to: Number.MAX_SAFE_INTEGER, insert: '' });
            onProof(byPassphrase ? 'recovery' : 'passphrase');
          }}
        >
          {byPassphrase ? 'Use the recovery key instead' : 'Use your passphrase instead'}
        </Button>
      )}
      <PaceNote seconds={pace.seconds} />
    </div>
  );
}
