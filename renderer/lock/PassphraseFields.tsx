import { useState } from 'react';
import { useVault } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import type { SecretEdit } from '../vault/calls/opening.ts';
import styles from './LockForm.module.css';
import { StrengthMeter } from './StrengthMeter.tsx';
import type { Secrets } from './use-secrets.ts';

interface PassphraseFieldsProps {
  readonly secrets: Secrets;
  readonly label: string;
  readonly disabled: boolean;
  readonly takeFocus?: boolean;
}

/** A new passphrase with its meter, six words on offer, and the repetition. */
export function PassphraseFields({
  secrets,
  label,
  disabled,
  takeFocus = false,
}: PassphraseFieldsProps) {
  const vault = useVault();
  const toast = useToast();
  const [offered, setOffered] = useState<string>();
  const { passphrase, repeat } = secrets.states;

  const offer = async () => {
    const answer = await vault.ask('secret:offer', null);
    if (!answer.ok) {
      toast({ tone: 'bad', text: sentenceOf(answer.error) });
      return;
    }
    setOffered(answer.value.words);
    const length = Array.from(answer.value.words).length;
    secrets.take('passphrase', length);
    secrets.askAgain('repeat');
  };
  // What the vault says of one field depends on the other, so each edit asks about both.
  const edit = (request: SecretEdit) => {
    secrets.edit(request);
    secrets.askAgain(request.field === 'repeat' ? 'passphrase' : 'repeat');
  };
  return (
    <>
      <Field label={label} hint="Whoever has the folder can try out guesses, so make it long.">
        {(control) => (
          <SecretField
            key={secrets.keyOf('passphrase')}
            {...control}
            name="passphrase"
            initialLength={secrets.startOf('passphrase')}
            onEdit={edit}
            takeFocus={takeFocus}
            disabled={disabled}
          />
        )}
      </Field>
      <StrengthMeter strength={passphrase?.length === 0 ? undefined : passphrase?.strength} />
      <div className={styles['row']}>
        <span className={styles['note']}>Six random words are strong and can be learnt.</span>
        <Button onClick={() => void offer()} disabled={disabled}>
          Offer six words
        </Button>
      </div>
      {offered !== undefined && (
        <div role="status">
          <p className={styles['words']}>{offered}</p>
          <p className={styles['note']}>
            Filled in above, shown here only once. Write them down until you know them by heart, and
            keep the paper away from the computer.
          </p>
        </div>
      )}
      <Field
        label="The same again"
        error={
          repeat?.matches === false && repeat.length >= (passphrase?.length ?? 0)
            ? sentenceOf('passphrases-differ')
            : undefined
        }
        hint={repeat?.matches === true && repeat.length > 0 ? 'The same.' : undefined}
      >
        {(control) => (
          <SecretField
            key={secrets.keyOf('repeat')}
            {...control}
            name="repeat"
            initialLength={secrets.startOf('repeat')}
            onEdit={edit}
            disabled={disabled}
          />
        )}
      </Field>
    </>
  );
}

/** Whether the vault would take the new passphrase. */
export function isReady({ states: { passphrase, repeat } }: Secrets): boolean {
  return passphrase?.strength?.accepted === true && repeat?.matches === true;
}
