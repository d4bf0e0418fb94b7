import { useState, type SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { dateAndTime } from '../app/clock-time.ts';
import { useVault } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { TextArea } from '../ui/TextInput.tsx';
import type { VaultResponse } from '../vault/contract.ts';
import styles from './ActivityScreen.module.css';

type Checked = VaultResponse<'phrase:check'>;

export function CheckPhrase() {
  const vault = useVault();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<Checked>();
  const [error, setError] = useState<ErrorCode>();
  const check = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await vault.ask('phrase:check', { typed });
    setBusy(false);
    setChecked(answer.ok ? answer.value : undefined);
    setError(answer.ok ? undefined : answer.error);
  };
  return (
    <form className={styles['section']} onSubmit={(event) => void check(event)}>
      <Field
        label="Check an earlier phrase"
        error={error === undefined ? undefined : sentenceOf(error)}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setChecked(undefined);
            }}
          />
        )}
      </Field>
      <div className={styles['buttons']}>
        <Button type="submit" disabled={busy || typed.trim() === ''}>
          {busy ? 'Checking…' : 'Check'}
        </Button>
      </div>
      <div role="status">
        {checked !== undefined && (
          <p className={styles[isGood(checked) ? 'good' : 'bad']}>{verdict(checked)}</p>
        )}
      </div>
    </form>
  );
}

function isGood({ finding, whole }: Checked): boolean {
  return finding.kind === 'here' && whole;
}

function verdict({ finding, whole }: Checked): string {
  switch (finding.kind) {
    case 'no-phrase': {
      const [unknown] = finding.unknown;
      return unknown === undefined
        ? `A phrase has ten words; these are ${String(finding.words)}.`
        : `“${unknown}” is in no phrase. Compare it with what was written down.`;
    }
    case 'not-here':
      return 'Not in this locker’s history: it was set back to before that moment, or the phrase is another locker’s or was taken before all keys were renewed. If parts have not arrived yet, wait for them and check again.';
    case 'here': {
      const when = `This locker stood there on ${dateAndTime(finding.at)}.`;
      return whole
        ? `${when} Everything up to then is still here, unchanged.`
        : `${when} But something is damaged or missing since: see the top of this screen.`;
    }
  }
}
