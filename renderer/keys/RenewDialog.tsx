import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { useBridge } from '../app/bridge-context.ts';
import { useVault } from '../app/vault-context.tsx';
import { Problem } from '../lock/Problem.tsx';
import { ProveStep } from '../lock/ProveStep.tsx';
import { RecoveryKeyStep } from '../lock/RecoveryKeyStep.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { KeysView } from '../vault/calls/keys.ts';
import type { VaultEvent } from '../vault/contract.ts';
import styles from './KeysScreen.module.css';
import { ProvenDialog } from './ProvenDialog.tsx';

interface RenewDialogProps {
  readonly view: KeysView;
  readonly onClose: () => void;
}

type Step =
  | { readonly kind: 'proof' }
  | { readonly kind: 'key'; readonly recoveryKey: string }
  | { readonly kind: 'typing'; readonly recoveryKey: string }
  | { readonly kind: 'running' }
  /** Undefined where all went well. */
  | { readonly kind: 'ended'; readonly error: ErrorCode | undefined };

type Progress = Extract<VaultEvent, { kind: 'renewing' }>;

const title = 'Renew all keys';

/** New keys for everything. Once it runs the locker takes no other act, and it ends with locking. */
export function RenewDialog({ view, onClose }: RenewDialogProps) {
  const vault = useVault();
  const [step, setStep] = useState<Step>({ kind: 'proof' });
  const [progress, setProgress] = useState<Progress>();
  useEffect(
    () =>
      vault.listen((event) => {
        if (event.kind === 'renewing') setProgress(event);
      }),
    [vault],
  );
  const run = useCallback(async () => {
    const answer = await vault.ask('renewal:run', null);
    const error = answer.ok ? undefined : answer.error;
    if (error !== 'recovery-unproven') setStep({ kind: 'ended', error });
    return answer;
  }, [vault]);

  if (step.kind === 'proof') {
    return (
      <ProvenDialog
        title={title}
        action={view.renewalBegun ? 'Go on' : 'Show a new recovery key'}
        busyLabel="Looking…"
        passphraseOnly
        run={() => vault.ask('renewal:prepare', null)}
        onDone={({ recoveryKey }) => {
          if (recoveryKey === null) {
            setStep({ kind: 'running' });
            void run();
          } else setStep({ kind: 'key', recoveryKey });
        }}
        onClose={onClose}
        above={<Explanation view={view} />}
      />
    );
  }
  if (step.kind === 'ended') return <Ended error={step.error} />;
  const isRunning = step.kind === 'running' || progress !== undefined;
  const leave = () => {
    if (!isRunning) onClose();
  };
  return (
    <Dialog title={title} onClose={leave}>
      {step.kind === 'key' && (
        <RecoveryKeyStep
          recoveryKey={step.recoveryKey}
          onDone={() => {
            setStep({ ...step, kind: 'typing' });
          }}
        />
      )}
      {step.kind === 'typing' && (
        <div hidden={isRunning}>
          <ProveStep
            prove={run}
            label="Renew all keys now"
            busyLabel="Renewing…"
            onBack={() => {
              setStep({ ...step, kind: 'key' });
            }}
            onProven={() => undefined}
          />
        </div>
      )}
      {isRunning && <Running progress={progress} />}
    </Dialog>
  );
}

function Explanation({ view: { people, renewalBegun } }: Pick<RenewDialogProps, 'view'>) {
  const others = people.filter(({ isYou, keys }) => !isYou && keys.length > 0);
  return (
    <>
      {renewalBegun && (
        <Notice tone="good">
          <b>It was begun before and not finished.</b> With the same passphrase it goes on where it
          ended, and the recovery key shown then is the one that counts.
        </Notice>
      )}
      <p>
        Everything in the locker is sealed again under new keys. Who knows an old passphrase, an old
        recovery key or the old inner keys cannot open what is in the locker from then on.
      </p>
      <ul className={styles['points']}>
        <li>
          <b>Copies and backups of before stay as they are:</b> they open with the old keys, and can
          no longer be merged with this locker. Make a new backup, to an empty folder.
        </li>
        <li>
          <b>
            Let everything arrive first, close the program everywhere else, and do this on one
            device only.
          </b>{' '}
          What another device has done and has not brought here cannot be taken over later.
        </li>
        <li>You keep your passphrase; the recovery key becomes a new one.</li>
        <li>Seal phrases taken until now are found in older copies only.</li>
        <li>It needs room for all documents a second time while it runs.</li>
      </ul>
      {others.length > 0 && (
        <Notice tone="warn">
          <b>These have to be added again, with a passphrase they type:</b>{' '}
          {others.map(({ person }) => person.name).join(', ')}.
        </Notice>
      )}
    </>
  );
}

function Running({ progress }: { readonly progress: Progress | undefined }) {
  const vault = useVault();
  const [stopping, setStopping] = useState(false);
  const { stage, done, total } = progress ?? { stage: 'sealing', done: 0, total: 0 };
  return (
    <div className={styles['form']}>
      <p role="status">
        {stage === 'sealing' ? 'Sealing everything again' : 'Reading everything under the new keys'}
        {total > 0 && `: ${done.toLocaleString()} of ${total.toLocaleString()} files`}
      </p>
      <ProgressBar label="Renewing all keys" done={done} total={total} />
      <p className={styles['quiet']}>
        Should the program end now, nothing is lost: the old keys count until the very end.
      </p>
      <div className={styles['acts']}>
        <Button
          disabled={stopping}
          onClick={() => {
            setStopping(true);
            void vault.ask('renewal:stop', null);
          }}
        >
          {stopping ? 'Stopping…' : 'Stop'}
        </Button>
      </div>
    </div>
  );
}

function Ended({ error }: { readonly error: ErrorCode | undefined }) {
  const vault = useVault();
  const bridge = useBridge();
  const button = useRef<HTMLDivElement>(null);
  useEffect(() => {
    button.current?.querySelector('button')?.focus();
  }, []);
  const lock = async () => {
    await vault.ask('locker:close', null);
    await bridge.ask('window:lock', null);
  };
  return (
    <Dialog title={title} onClose={() => void lock()}>
      <div className={styles['form']} ref={button}>
        {error === undefined && (
          <Notice tone="good" role="status">
            <b>Everything is sealed under new keys, and all of it was read and compared.</b> Destroy
            the old recovery sheet. Unlock with your passphrase, make a new backup, and add the
            others again.
          </Notice>
        )}
        {error === 'cancelled' && (
          <p role="status">
            <b>Stopped. The old keys count as before.</b> What was prepared waits in the folder:
            after unlocking you can go on, or delete it.
          </p>
        )}
        {error !== undefined && error !== 'cancelled' && <Problem error={error} />}
        <p>The locker has to be unlocked again.</p>
        <div className={styles['acts']}>
          <Button variant="primary" onClick={() => void lock()}>
            To the lock screen
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
