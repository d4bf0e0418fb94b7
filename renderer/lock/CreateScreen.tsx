import { useState, type SyntheticEvent } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { AppInfo } from '../../shared/ipc.ts';
import { useVault } from '../app/vault-context.tsx';
import { RestoreButton } from '../safekeeping/RestoreButton.tsx';
import { Button } from '../ui/Button.tsx';
import type { OpenReport } from '../vault/calls/opening.ts';
import { LockCard } from './LockCard.tsx';
import styles from './LockForm.module.css';
import { OtherLockers } from './OtherLockers.tsx';
import { isReady, PassphraseFields } from './PassphraseFields.tsx';
import { personColours, PersonFields, type PersonDraft } from './PersonFields.tsx';
import { Problem } from './Problem.tsx';
import { ProveStep } from './ProveStep.tsx';
import { RecoveryKeyStep } from './RecoveryKeyStep.tsx';
import { useSecrets } from './use-secrets.ts';

interface CreateScreenProps {
  readonly info: AppInfo | undefined;
  readonly onOpen: (report: OpenReport) => void;
}

type Step =
  | { readonly kind: 'person' }
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'recovery'; readonly recoveryKey: string }
  | { readonly kind: 'proof'; readonly recoveryKey: string };

const steps: readonly { readonly kind: Step['kind']; readonly label: string }[] = [
  { kind: 'person', label: 'You' },
  { kind: 'passphrase', label: 'Passphrase' },
  { kind: 'recovery', label: 'Recovery key' },
  { kind: 'proof', label: 'Proof' },
];

/** First run: who you are, a passphrase, the recovery key, and the proof that it was kept. */
export function CreateScreen({ info, onOpen }: CreateScreenProps) {
  const vault = useVault();
  const [step, setStep] = useState<Step>({ kind: 'person' });
  const [person, setPerson] = useState<PersonDraft>({ name: '', colour: personColours[0].colour });
  return (
    <LockCard
      info={info}
      wide
      below={step.kind === 'person' ? <OtherLockers first={<RestoreButton />} /> : undefined}
      lead="Create a locker. It lies encrypted in a folder on this computer or stick; only you can open it."
    >
      <ol className={styles['steps']} aria-label="Steps">
        {steps.map(({ kind, label }) => (
          <li key={kind} aria-current={kind === step.kind ? 'step' : undefined}>
            {label}
          </li>
        ))}
      </ol>
      {step.kind === 'person' && (
        <PersonStep
          person={person}
          onChange={setPerson}
          onDone={() => {
            setStep({ kind: 'passphrase' });
          }}
        />
      )}
      {step.kind === 'passphrase' && (
        <PassphraseStep
          person={person}
          onBack={() => {
            setStep({ kind: 'person' });
          }}
          onDone={(recoveryKey) => {
            setStep({ kind: 'recovery', recoveryKey });
          }}
        />
      )}
      {step.kind === 'recovery' && (
        <RecoveryKeyStep
          recoveryKey={step.recoveryKey}
          onDone={() => {
            setStep({ ...step, kind: 'proof' });
          }}
        />
      )}
      {step.kind === 'proof' && (
        <ProveStep
          onBack={() => {
            setStep({ ...step, kind: 'recovery' });
          }}
          prove={() => vault.ask('recovery:prove', null)}
          onProven={onOpen}
          label="Open the locker"
          busyLabel="Opening…"
        />
      )}
    </LockCard>
  );
}

interface PersonStepProps {
  readonly person: PersonDraft;
  readonly onChange: (person: PersonDraft) => void;
  readonly onDone: () => void;
}

function PersonStep({ person, onChange, onDone }: PersonStepProps) {
  const named = person.name.trim() !== '';
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (named) onDone();
      }}
    >
      <PersonFields person={person} onChange={onChange} takeFocus />
      <Button type="submit" variant="primary" size="l" wide disabled={!named}>
        Go on
      </Button>
    </form>
  );
}

interface PassphraseStepProps {
  readonly person: PersonDraft;
  readonly onBack: () => void;
  readonly onDone: (recoveryKey: string) => void;
}

function PassphraseStep({ person, onBack, onDone }: PassphraseStepProps) {
  const vault = useVault();
  const secrets = useSecrets();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode>();

  const create = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || !isReady(secrets)) return;
    setBusy(true);
    const answer = await vault.ask('locker:create', { ...person, name: person.name.trim() });
    if (answer.ok) {
      onDone(answer.value.recoveryKey);
      return;
    }
    setBusy(false);
    setError(answer.error);
    secrets.clear();
  };

  return (
    <form className={styles['form']} onSubmit={(event) => void create(event)}>
      <PassphraseFields label="Passphrase" secrets={secrets} disabled={busy} takeFocus />
      {error !== undefined && <Problem error={error} />}
      <div className={styles['row']}>
        <Button
          size="l"
          disabled={busy}
          onClick={() => {
            secrets.clear();
            onBack();
          }}
        >
          Back
        </Button>
        <Button type="submit" variant="primary" size="l" disabled={busy || !isReady(secrets)}>
          {busy ? 'Creating the locker…' : 'Create the locker'}
        </Button>
      </div>
    </form>
  );
}
